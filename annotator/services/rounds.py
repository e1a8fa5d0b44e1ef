"""Blind rounds: members mark a text on their own, and see the others' work when all have finished.

While a round is open on a text, everybody sees only what they marked in it themselves, also those
who take no part. It is over when all who take part have said that they finished the text, or when
anybody ends it; both are recorded. Who joins later is added by a further round on the same text: a
text is shown when the last of its rounds is over.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from annotator.core.blind_round import BlindRound
from annotator.core.clock import now_ms
from annotator.core.document import Document
from annotator.core.identity import new_id
from annotator.core.member import Member
from annotator.core.round_errors import (
    AllFinishedError,
    InRoundError,
    NoRoundError,
    RoundError,
    TooFewMembersError,
)
from annotator.services.editing.round_edits import EndRounds, OpenRounds
from annotator.storage import completion_table, document_table, member_table, round_table
from annotator.storage.library import Library

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class RoundStatus:
    """A round on a text: which of its members have finished, and for whom the others wait.

    `ended_by` is None while it is open, and where all had finished.
    """

    id: str
    document: Document
    opened_by: Member
    opened_ms: int
    finished: tuple[Member, ...]
    awaited: tuple[Member, ...]
    is_open: bool
    ended_by: Member | None

    @property
    def members(self) -> tuple[Member, ...]:
        return self.finished + self.awaited


@dataclass(frozen=True, slots=True)
class BlindText:
    """A text on which rounds are open, and who of those that take part has finished it."""

    document: Document
    finished: tuple[Member, ...]
    awaited: tuple[Member, ...]


def statuses(library: Library) -> list[RoundStatus]:
    """Return all rounds on texts of the library, also those that are over, the oldest first."""
    members = {member.id: member for member in member_table.all_members(library)}
    documents = {document.id: document for document in document_table.all_documents(library)}
    finished = completion_table.finished(library)
    return [
        _status(
            one, documents[one.document_id], members, finished.get(one.document_id, frozenset())
        )
        for one in round_table.all_rounds(library)
    ]


def blind_texts(library: Library) -> dict[str, BlindText]:
    """Return by id the texts in which everybody sees only their own work."""
    texts: dict[str, BlindText] = {}
    for one in statuses(library):
        if one.is_open:
            text = texts.get(one.document.id, BlindText(one.document, (), ()))
            texts[one.document.id] = BlindText(
                one.document,
                tuple(dict.fromkeys(text.finished + one.finished)),
                tuple(dict.fromkeys(text.awaited + one.awaited)),
            )
    return texts


def plan_opening(
    library: Library, documents: Sequence[Document], members: Iterable[Member], opener: Member
) -> OpenRounds:
    """Return the edit that opens a round on these texts, or adds members to those that are open.

    Texts that need none are left out. Raises a RoundError where that is all of them, or where a
    round would have one member.
    """
    ids = {member.id for member in members}
    texts, finished = blind_texts(library), completion_table.finished(library)
    now, opened = now_ms(), list[BlindRound]()
    refusal: RoundError | None = None
    for document in documents:
        text = texts.get(document.id)
        known = {member.id for member in text.finished + text.awaited} if text else set()
        if len(ids | known) < _FEWEST:
            raise TooFewMembersError
        if ids <= known:
            refusal = refusal or InRoundError(document=document.title)
        elif ids <= finished.get(document.id, frozenset()):
            refusal = refusal or AllFinishedError(document=document.title)
        else:
            new = tuple(sorted(ids - known))
            opened.append(BlindRound(new_id(), document.id, opener.id, now, new))
    if refusal and not opened:
        raise refusal
    return OpenRounds(tuple(opened))


def plan_ending(library: Library, documents: Sequence[Document], member: Member) -> EndRounds:
    """Return the edit that ends the rounds on these texts. Raises NoRoundError."""
    ids = {document.id for document in documents}
    ended = tuple(
        one.id for one in round_table.all_rounds(library) if one.is_open and one.document_id in ids
    )
    if documents and not ended:
        raise NoRoundError(document=documents[0].title)
    return EndRounds(ended, member.id)


def record_finished(library: Library) -> list[Document]:
    """Record which rounds are over because all have finished, and return the texts now shown.

    Once that is recorded, a member who goes on with the text hides nothing again.
    """
    over = round_table.finished_rounds(library)
    if not over:
        return []
    changes = round_table.set_ended(library, over, ended=True)
    blind = round_table.blind_documents(library)
    return [
        document
        for document in document_table.all_documents(library)
        if document.id in changes.documents - blind
    ]


def _status(
    one: BlindRound, document: Document, members: dict[str, Member], finished: Collection[str]
) -> RoundStatus:
    taking_part = [members[id_] for id_ in one.member_ids if id_ in members]
    return RoundStatus(
        one.id,
        document,
        members[one.opened_by],
        one.opened_ms,
        tuple(member for member in taking_part if member.id in finished),
        tuple(member for member in taking_part if member.id not in finished),
        one.is_open,
        None if one.is_open else members.get(one.ended_by),
    )
