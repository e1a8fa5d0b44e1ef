"""What lies around the text: highlights, selection, hits, suggestions, marks."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from annotator.core.agreed import AgreedStretch
from annotator.core.passage import SharedStretch
from annotator.core.reading_text import Mark
from annotator.core.span import ReadingSpan
from annotator.qt.reader.appearance import NO_MEMBERS, MemberLooks, TagLook, TagLooks
from annotator.qt.reader.highlight_index import Highlight, HighlightIndex
from annotator.qt.reader.selection import Caret, Selection
from annotator.qt.reader.text_model import TextModel

_Stretch = TypeVar("_Stretch", SharedStretch, AgreedStretch)


class SpanRow:
    """Passages of a text that do not overlap each other."""

    def __init__(self, spans: Iterable[ReadingSpan] = ()) -> None:
        self._spans = sorted(spans)
        self._ends = [span.end for span in self._spans]

    def within(self, start: int, end: int) -> list[ReadingSpan]:
        """Return those that meet [start, end)."""
        first = bisect_left(self._ends, start + 1)
        last = bisect_left(self._spans, end, key=lambda span: span.start)
        return self._spans[first:last]


class Decorations:
    """The plain state a pane paints besides its text; `struck` passages are crossed out.

    `agreed` stretches stand in order and do not overlap; None where readers are not compared.
    """

    def __init__(self, model: TextModel, marks: Iterable[Mark] = ()) -> None:
        self._model = model
        self.highlights = HighlightIndex(model)
        self.tag_looks: TagLooks = {}
        self.member_looks: MemberLooks = NO_MEMBERS
        self.active_id: str | None = None
        self.selection = Selection.at(Caret(model.start))
        self.has_focus = False
        self.hits = SpanRow()
        self._suggested: dict[str, SpanRow] = {}
        self.struck = SpanRow()
        self._shared: Sequence[SharedStretch] = ()
        self.agreed: Sequence[AgreedStretch] | None = None
        self._marks: list[Mark] = []
        self.set_marks(marks)

    @property
    def active(self) -> Highlight | None:
        return self.highlights.get(self.active_id) if self.active_id is not None else None

    def dress_like(self, former: "Decorations") -> None:
        """Take over what does not belong to one text: looks, who is seen, and focus."""
        self.tag_looks = former.tag_looks
        self.member_looks = former.member_looks
        self.has_focus = former.has_focus
        self.highlights.seeing = former.highlights.seeing

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Take these in place of all that were there."""
        self.highlights = HighlightIndex(self._model, highlights, self.highlights.seeing)

    def set_suggested(self, spans: Mapping[str, Iterable[ReadingSpan]]) -> None:
        """Show passages for which the tag with this id is suggested; those of one never overlap."""
        self._suggested = {tag_id: SpanRow(found) for tag_id, found in spans.items()}

    def suggested_in(self, start: int, end: int) -> Iterator[tuple[int, TagLook, ReadingSpan]]:
        """Yield what is suggested in [start, end): the rank of the tag, its look, the passage."""
        for rank, (tag_id, row) in enumerate(self._suggested.items()):
            if look := self.tag_looks.get(tag_id):
                for span in row.within(start, end):
                    yield rank, look, span

    def set_marks(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.start)

    def set_shared(self, stretches: Sequence[SharedStretch]) -> None:
        """Take what other texts share, in order and without overlaps."""
        self._shared = stretches

    def shared_within(self, start: int, end: int) -> Sequence[SharedStretch]:
        """Return the shared stretches that meet [start, end)."""
        return _meeting(self._shared, start, end)

    def agreed_within(self, start: int, end: int) -> Sequence[AgreedStretch]:
        """Return the agreed stretches that meet [start, end)."""
        return _meeting(self.agreed or (), start, end)

    def marks_in(self, start: int, end: int) -> list[Mark]:
        """Return the marks at offsets of [start, end], the end included: a page may end there."""
        first = bisect_left(self._marks, start, key=lambda mark: mark.start)
        last = bisect_left(self._marks, end + 1, key=lambda mark: mark.start)
        return self._marks[first:last]


def _meeting(stretches: Sequence[_Stretch], start: int, end: int) -> Sequence[_Stretch]:
    """Return those that meet [start, end), of stretches in order that do not overlap."""
    first = bisect_left(stretches, start + 1, key=lambda stretch: stretch.span.end)
    last = bisect_left(stretches, end, key=lambda stretch: stretch.span.start)
    return stretches[first:last]
