"""Which highlights stand in which piece of the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.core.annotation import AnchorState
from annotator.core.span import ReadingSpan
from annotator.qt.reader.seeing import Seeing
from annotator.qt.reader.text_model import TextModel


@dataclass(frozen=True, slots=True)
class Highlight:
    """How an annotation looks in one pane: where, with which tags and signs, and whose it is.

    `given_by` is that of the annotation; `replied_by` are the members who wrote the replies.
    """

    annotation_id: str
    span: ReadingSpan
    tag_ids: tuple[str, ...]
    has_note: bool = False
    state: AnchorState = AnchorState.OK
    member_id: str = ""
    given_by: tuple[tuple[str, ...], ...] = ()
    replied_by: tuple[str, ...] = ()

    @property
    def has_replies(self) -> bool:
        return bool(self.replied_by)


class HighlightIndex:
    """Highlights by annotation and by piece; to change one costs nothing but its own pieces.

    It holds those of hidden members too, and leaves them out of what stands somewhere.
    """

    def __init__(
        self, model: TextModel, highlights: Iterable[Highlight] = (), seeing: Seeing | None = None
    ) -> None:
        self._model = model
        self._seeing = seeing or Seeing()
        # Painting asks for the same pieces again and again.
        self._seen_by_piece: dict[int, list[Highlight]] = {}
        self._by_id: dict[str, Highlight] = {}
        # Few stand in one piece, where lists take a third of the memory of dicts.
        self._by_piece: dict[int, list[Highlight]] = {}
        for highlight in highlights:
            self.put(highlight)

    @property
    def seeing(self) -> Seeing:
        return self._seeing

    @seeing.setter
    def seeing(self, seeing: Seeing) -> None:
        self._seeing = seeing
        self._seen_by_piece.clear()

    def __iter__(self) -> Iterator[Highlight]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, annotation_id: str) -> Highlight | None:
        """Return the highlight as it was put, None if it is not there or not seen."""
        highlight = self._by_id.get(annotation_id)
        return highlight if highlight and _as_seen(highlight, self._seeing) else None

    def put(self, highlight: Highlight) -> Highlight | None:
        """Add a highlight in place of its annotation's former one, and return that."""
        former = self.remove(highlight.annotation_id)
        self._by_id[highlight.annotation_id] = highlight
        for piece in self._pieces(highlight.span):
            self._by_piece.setdefault(piece, []).append(highlight)
            self._seen_by_piece.pop(piece, None)
        return former

    def remove(self, annotation_id: str) -> Highlight | None:
        """Return the removed highlight, None if the annotation has none."""
        highlight = self._by_id.pop(annotation_id, None)
        if highlight is not None:
            for piece in self._pieces(highlight.span):
                there = self._by_piece[piece]
                there.remove(highlight)
                self._seen_by_piece.pop(piece, None)
                if not there:
                    del self._by_piece[piece]
        return highlight

    def in_piece(self, piece: int) -> list[Highlight]:
        """Return the highlights as they are seen, here and below."""
        there = self._by_piece.get(piece, ())
        if self._seeing.is_usual:
            return list(there)
        if piece not in self._seen_by_piece:
            seen = (_as_seen(highlight, self._seeing) for highlight in there)
            self._seen_by_piece[piece] = list(filter(None, seen))
        return list(self._seen_by_piece[piece])

    def at(self, offset: int) -> list[Highlight]:
        """Return the highlights over this character, the shortest first."""
        there = self.in_piece(self._model.piece_at(offset))
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


def _as_seen(highlight: Highlight, seeing: Seeing) -> Highlight | None:
    """Return a highlight as it is seen, None if it is not."""
    colours = seeing.colours(highlight.member_id, highlight.tag_ids, highlight.given_by)
    if colours is None:
        return None
    if colours == highlight.tag_ids and not highlight.replied_by:
        return highlight
    hidden = seeing.visibility.hidden_members
    return Highlight(
        highlight.annotation_id,
        highlight.span,
        colours,
        highlight.has_note,
        highlight.state,
        highlight.member_id,
        replied_by=tuple(id_ for id_ in highlight.replied_by if id_ not in hidden),
    )
