"""News: what came from other members and has not been read here."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.core.visibility import ALL, Visibility


class NewsKind(StrEnum):
    """What came. The values are what `duidu unread --json` prints."""

    REPLY = "reply"
    NOTE = "note"
    ANNOTATION = "annotation"


@dataclass(frozen=True, slots=True)
class News:
    """One thing that came: a reply, another version of a note, or an annotation.

    `id` is that of the row that came, `seq` the change number under which it did: if it changes
    again and comes once more, it is other news. `words` and `quotation` are the beginnings of what
    was written and of the passage.
    """

    kind: NewsKind
    id: str
    seq: int
    annotation_id: str
    document_id: str
    member_id: str
    words: str
    quotation: str

    @property
    def key(self) -> str:
        """What tells this from all other news of the library."""
        return f"{self.id}:{self.seq}"


@dataclass(frozen=True, slots=True)
class NewsEnd:
    """Where a page of news ended: of which kind, and at which row."""

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
