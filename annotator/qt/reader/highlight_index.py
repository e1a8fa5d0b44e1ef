"""Which highlights stand in which piece of the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.core.annotation import AnchorState
from annotator.core.span import ReadingSpan
from annotator.qt.reader.text_model import TextModel


@dataclass(frozen=True, slots=True)
class Highlight:
    """How an annotation looks in one pane: where, with which tags and signs, and whose it is."""

    annotation_id: str
    span: ReadingSpan
    tag_ids: tuple[str, ...]
    has_note: bool = False
    state: AnchorState = AnchorState.OK
    member_id: str = ""
    has_replies: bool = False


class HighlightIndex:
    """Highlights by annotation and by piece; to change one costs nothing but its own pieces."""

    def __init__(self, model: TextModel, highlights: Iterable[Highlight] = ()) -> None:
        self._model = model
        self._by_id: dict[str, Highlight] = {}
        # Few stand in one piece, where lists take a third of the memory of dicts.
        self._by_piece: dict[int, list[Highlight]] = {}
        for highlight in highlights:
            self.put(highlight)

    def __iter__(self) -> Iterator[Highlight]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, annotation_id: str) -> Highlight | None:
        return self._by_id.get(annotation_id)

    def put(self, highlight: Highlight) -> Highlight | None:
        """Add a highlight in place of its annotation's former one, and return that."""
        former = self.remove(highlight.annotation_id)
        self._by_id[highlight.annotation_id] = highlight
        for piece in self._pieces(highlight.span):
            self._by_piece.setdefault(piece, []).append(highlight)
        return former

    def remove(self, annotation_id: str) -> Highlight | None:
        """Return the removed highlight, None if the annotation has none."""
        highlight = self._by_id.pop(annotation_id, None)
        if highlight is not None:
            for piece in self._pieces(highlight.span):
                there = self._by_piece[piece]
                there.remove(highlight)
                if not there:
                    del self._by_piece[piece]
        return highlight

    def in_piece(self, piece: int) -> list[Highlight]:
        return list(self._by_piece.get(piece, ()))

    def at(self, offset: int) -> list[Highlight]:
        """Return the highlights over this character, the shortest first."""
        there = self._by_piece.get(self._model.piece_at(offset), ())
        hit = [each for each in there if each.span.start <= offset < each.span.end]
        return sorted(hit, key=lambda each: (len(each.span), each.span, each.annotation_id))

    def next_at(self, offset: int, active_id: str | None) -> Highlight | None:
        """Return what a click on this character means: the shortest highlight there, or where the
        active one is among them the next longer, and after the longest the shortest again.
        """
        there = self.at(offset)
        ids = [each.annotation_id for each in there]
        following = ids.index(active_id) + 1 if active_id in ids else 0
        return there[following % len(there)] if there else None

    def _pieces(self, span: ReadingSpan) -> range:
        if span.end <= self._model.start or span.start >= self._model.end:
            return range(0)
        return range(self._model.piece_at(span.start), self._model.piece_at(span.end - 1) + 1)
