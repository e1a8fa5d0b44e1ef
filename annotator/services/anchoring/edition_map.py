"""Edition map: the annotations of one edition of a text, found again in another."""

from dataclasses import dataclass

from annotator.core.errors import EmptyPassageError
from annotator.core.reading_text import ReadingText
from annotator.core.selector import Selector
from annotator.core.span import ReadingSpan
from annotator.services.anchoring.candidates import candidates
from annotator.services.anchoring.describing import describe
from annotator.services.anchoring.letters import Letters
from annotator.services.anchoring.text_map import TextMap
from annotator.text.normal_form import NormalForm


@dataclass(frozen=True, slots=True)
class PossiblePlace:
    """Where a passage may be read in the newer text; a score of 1 is the same letters."""

    span: ReadingSpan
    score: float


class EditionMap:
    """Finds passages of an older text in a newer one, or says that it cannot."""

    def __init__(self, older: ReadingText, newer: ReadingText, newer_id: str) -> None:
        self._older = Letters(older)
        self._newer = Letters(newer)
        self._newer_id = newer_id
        self._map = TextMap(self._older.text, self._newer.text)

    def place(self, selector: Selector) -> Selector | None:
        """Return the selector of the same passage in the newer text, None if there is doubt."""
        if selector.document_id == self._newer_id:
            return selector
        letters = self._older.range_of(selector.span)
        if letters is None:
            place = _only_place(self._newer, selector)
        else:
            place = self._map.place_of(*letters)
        if place is None:
            return None
        try:
            shown = self._newer.shown(*place)
            return describe(self._newer_id, self._newer.reading_text, shown)
        except EmptyPassageError:
            return None

    def possible_places(self, selector: Selector) -> list[PossiblePlace]:
        return possible_places(self._newer, selector)


def possible_places(newer: Letters, selector: Selector) -> list[PossiblePlace]:
    """Return where a passage may stand in another text, the likeliest place first."""
    wanted = (selector.quotation, selector.prefix, selector.suffix)
    quotation, prefix, suffix = (NormalForm(text).text for text in wanted)
    if not quotation:
        return []
    return [
        PossiblePlace(newer.shown(found.start, found.end), found.score)
        for found in candidates(newer.text, quotation, prefix, suffix)
    ]


def _only_place(newer: Letters, selector: Selector) -> tuple[int, int] | None:
    """Return the only place of the quotation with its context, None if there is none or more."""
    wanted = (selector.prefix, selector.quotation, selector.suffix)
    prefix, quotation, suffix = (NormalForm(text).text for text in wanted)
    passage = prefix + quotation + suffix
    start = newer.text.find(passage)
    if not quotation or start < 0 or newer.text.find(passage, start + 1) >= 0:
        return None
    return start + len(prefix), start + len(prefix) + len(quotation)
