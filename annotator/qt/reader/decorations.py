"""What lies around the text: highlights, selection, hits, marks and the active annotation."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from annotator.core.reading_text import Mark
from annotator.core.span import ReadingSpan
from annotator.qt.reader.appearance import TagLook
from annotator.qt.reader.highlight_index import Highlight, HighlightIndex
from annotator.qt.reader.selection import Caret, Selection
from annotator.qt.reader.text_model import TextModel


class Decorations:
    """The plain state a pane paints besides its text."""

    def __init__(self, model: TextModel, marks: Iterable[Mark] = ()) -> None:
        self.highlights = HighlightIndex(model)
        self.tag_looks: Mapping[str, TagLook] = {}
        self.active_id: str | None = None
        self.selection = Selection.at(Caret(model.start))
        self.has_focus = False
        self._hits: list[ReadingSpan] = []
        self._hit_ends: list[int] = []
        self._marks: list[Mark] = []
        self.set_marks(marks)

    @property
    def active(self) -> Highlight | None:
        return self.highlights.get(self.active_id) if self.active_id is not None else None

    def set_hits(self, hits: Sequence[ReadingSpan]) -> None:
        self._hits = sorted(hits)
        self._hit_ends = [hit.end for hit in self._hits]

    def hits_in(self, start: int, end: int) -> list[ReadingSpan]:
        """Return the hits that meet [start, end); hits do not overlap each other."""
        first = bisect_left(self._hit_ends, start + 1)
        last = bisect_left(self._hits, end, key=lambda hit: hit.start)
        return self._hits[first:last]

    def set_marks(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.start)

    def marks_in(self, start: int, end: int) -> list[Mark]:
        """Return the marks at offsets of [start, end], the end included: a page may end there."""
        first = bisect_left(self._marks, start, key=lambda mark: mark.start)
        last = bisect_left(self._marks, end + 1, key=lambda mark: mark.start)
        return self._marks[first:last]
