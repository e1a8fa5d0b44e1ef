"""News: what other members did and has not been read here."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.core.visibility import ALL, Visibility


class NewsKind(StrEnum):
    """What came. The values are what `duidu unread --json` prints."""

    REPLY = "reply"
    NOTE = "note"
    ANNOTATION = "annotation"
    PLACE = "place"
    TAG = "tag"
    TAG_REMOVED = "tag_removed"
    DELETION = "deletion"


@dataclass(frozen=True, slots=True)
class News:
    """One thing that came: a reply, another version of a note, an annotation, another place
    for one of the reader's own, a tag on what was here, or that a tag or an annotation is gone.

    `id` is that of the row that came, with a tag that of the annotation; `seq` is the change number
    under which it did: if it changes again and comes once more, it is other news. `member_id` tells
    who did it or, of what is gone, whose it was: who took it away is recorded nowhere. `words` and
    `quotation` are the beginnings of what was written, or the tag's name, and of the passage.
    """

    kind: NewsKind
    id: str
    seq: int
    annotation_id: str
    document_id: str
    member_id: str
    words: str
    quotation: str
    tag_id: str = ""

    @property
    def key(self) -> str:
        """What tells this from all other news of the library."""
        row = f"{self.id}:{self.tag_id}:{self.member_id}" if self.tag_id else self.id
        return f"{row}:{self.seq}"

    @property
    def is_gone(self) -> bool:
        """Whether something was taken away, nobody knows by whom."""
        return self.kind in (NewsKind.TAG_REMOVED, NewsKind.DELETION)


@dataclass(frozen=True, slots=True)
class NewsEnd:
    """Where a page of news ended: of which kind, tags taken being one with tags given, and at
    which row.
    """

    kind: NewsKind
    seq: int
    row: int


@dataclass(frozen=True, slots=True)
class NewsPage:
    """Some news, and where it ends; None where nothing is left."""

    news: tuple[News, ...]
    end: NewsEnd | None


@dataclass(frozen=True, slots=True)
class ReadSoFar:
    """All that came until the change number `since` is read, and of what came later, these keys."""

    since: int = 0
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewsFilter:
    """Whose news, and in which text, None asks for nothing; and those that a Visibility shows."""

    member_id: str | None = None
    document_id: str | None = None
    seen: Visibility = ALL


ALL_NEWS = NewsFilter()
