"""The column of set text as it is seen through a window of some height."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from annotator.core.reading_text import PageTurn
from annotator.core.span import ReadingSpan
from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.height_index import HeightIndex
from annotator.qt.reader.layout_cache import LayoutCache
from annotator.qt.reader.paragraph_style import BODY_STYLE
from annotator.qt.reader.piece_layout import BLOCK_LINES, PieceLayout, Stretch, estimate
from annotator.qt.reader.text_model import Piece, TextModel

_FAR_WINDOWS = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the column stands in the window, in pixels; `margin` is above its first line."""

    window_width: int
    left: int
    width: float
    height: int
    margin: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place to come back to: an offset, and how much of its line is above the window.

    None says no more than that the line is at the top, with the margin above a text's first line.
    """

    offset: int
    hidden_lines: float | None = None


@dataclass(frozen=True, slots=True)
class SeenPiece:
    """A piece in the window; `top` is that of its layout in window coordinates."""

    index: int
    piece: Piece
    layout: PieceLayout
    top: int

    def part_of(self, span: ReadingSpan) -> list[Stretch]:
        """Return what the span covers of this piece."""
        start = max(span.start, self.piece.start) - self.piece.start
        end = min(span.end, self.piece.end) - self.piece.start
        return self.layout.stretches(start, end) if start < end else []

    def lines_between(self, top: int, bottom: int) -> range:
        """Return the lines between two heights of the window, at least one."""
        first = self.layout.line_at_y(top - self.top)
        return range(first, self.layout.line_at_y(bottom - self.top) + 1)

    def offsets_of(self, lines: range) -> tuple[int, int]:
        """Return the reading offsets at which these lines start and end."""
        start, end = self.layout.line_range(lines[0])[0], self.layout.line_range(lines[-1])[1]
        return self.piece.start + start, self.piece.start + end

    def blocks_between(self, top: int, bottom: int) -> range:
        """Return the blocks of lines between two heights of the window, at least one."""
        lines = self.lines_between(top, bottom)
        return range(lines[0] // BLOCK_LINES, lines[-1] // BLOCK_LINES + 1)


class Column:
    """Lays out what is seen and no more, and knows where everything stands.

    The scroll state is a piece and the pixels of it above the window, so that no correction of an
    estimated height moves what the reader looks at.
    """

    def __init__(self, model: TextModel, appearance: Appearance, frame: Frame) -> None:
        self._model = model
        self._frame = frame
        self._layouts = LayoutCache(model, appearance, width=frame.width)
        self.line_height = round(appearance.line_spacing * appearance.em_width())
        per_character, per_piece = estimate(BODY_STYLE, appearance, width=frame.width)
        self._heights = HeightIndex(
            model.starts, model.end, per_character=per_character, per_piece=per_piece
        )
        self._piece = 0
        self._hidden = -frame.margin

    @property
    def frame(self) -> Frame:
        return self._frame

    @property
    def start(self) -> int:
        """The reading offset at which the text in the column begins."""
        return self._model.start

    @property
    def piece_count(self) -> int:
        return len(self._model)

    @property
    def page(self) -> int:
        """Return how far a page scrolls: a window, less the line that the reader goes on from."""
        return max(1, self._frame.height - self.line_height)

    def pages_in(self, piece: Piece) -> Iterator[PageTurn]:
        """Yield the pages that begin in a piece."""
        return self._model.pages_in(piece)

    def set_height(self, height: int) -> None:
        self._frame = replace(self._frame, height=height)
        self._stay_within()

    @property
    def full_height(self) -> int:
        """Return the pixels from the margin above the first line to that below the last."""
        return round(self._heights.total) + 2 * self._frame.margin

    @property
    def y(self) -> int:
        """Return how many pixels of the column are above the window, as far as is known."""
        return round(self._heights.top(self._piece)) + self._hidden + self._frame.margin

    def scroll_by(self, pixels: int) -> None:
        if abs(pixels) > _FAR_WINDOWS * max(1, self._frame.height):
            self.scroll_to(self.y + pixels)
            return
        self._hidden += pixels
        self._stay_within()

    def scroll_to(self, y: int) -> None:
        """Scroll to this height, as far as heights are known; the end is met exactly."""
        below_margin = y - self._frame.margin
        is_end = y >= self.full_height - self._frame.height
        self._piece = len(self._model) - 1 if is_end else self._heights.piece_at(below_margin)
        # A piece may turn out lower than estimated; its last line then stands at the top.
        lowest = self._layout(self._piece).height - 1
        top = round(self._heights.top(self._piece))
        self._hidden = lowest if is_end else min(below_margin - top, lowest)
        self._stay_within()

    def place(self, *, keep: int = 0) -> Place:
        """Return the first line of which half is seen, by the offset to keep if that is in it."""
        index, hidden = self._piece, self._hidden
        layout = self._layout(index)
        box = layout.box
        if hidden > box.top(layout.line_count - 1) + box.height / 2 and index + 1 < len(
            self._model
        ):
            hidden -= layout.height
            index += 1
            layout = self._layout(index)
            box = layout.box
        line = layout.line_at_y(hidden + box.height / 2)
        first, end = layout.line_range(line)
        start = self._model.piece(index).start
        offset = keep if start + first <= keep < start + end else start + first
        return Place(offset, (hidden - box.top(line)) / box.height)

    def go_to(self, place: Place, *, above_px: int = 0) -> None:
        """Put the line of this place so far below the window's top, as far as the text reaches."""
        seen = self.piece_with(place.offset)
        line = seen.layout.line_of(place.offset - seen.piece.start)
        box = seen.layout.box
        self._piece = seen.index
        self._hidden = box.top(line) + round((place.hidden_lines or 0) * box.height)
        if place.hidden_lines is None and seen.index == line == 0:
            self._hidden = -self._frame.margin
        self._hidden -= above_px
        self._stay_within()

    def seen_pieces(self, top: int = 0, bottom: int | None = None) -> Iterator[SeenPiece]:
        """Yield the pieces between two heights of the window (by default all that are seen)."""
        bottom = self._frame.height if bottom is None else bottom
        y = -self._hidden
        for index in range(self._piece, len(self._model)):
            if y >= bottom:
                return
            layout = self._layout(index)
            if y + layout.height > top:
                yield SeenPiece(index, self._model.piece(index), layout, y)
            y += layout.height

    def pieces_around(self) -> Iterator[SeenPiece | None]:
        """Lay out and yield the pieces a window below and then above what is seen.

        None is a pause while one is laid out.
        """
        height = self._frame.height
        first = self._piece
        for index in range(first, len(self._model)):
            yield from self._layouts.laid_out_ahead(index)
            seen = self.piece_by_index(index)
            if seen.top >= 2 * height:
                break
            yield seen
        for index in range(first - 1, -1, -1):
            yield from self._layouts.laid_out_ahead(index)
            seen = self.piece_by_index(index)
            if seen.top + seen.layout.height <= -height:
                break
            yield seen

    def piece_with(self, offset: int) -> SeenPiece:
        """Lay out the piece that holds an offset, seen or not; far away its top is an estimate."""
        return self.piece_by_index(self._model.piece_at(offset))

    def piece_by_index(self, index: int) -> SeenPiece:
        layout = self._layout(index)
        distance = self._heights.top(index) - self._heights.top(self._piece)
        return SeenPiece(index, self._model.piece(index), layout, round(distance) - self._hidden)

    def piece_at_y(self, y: float) -> SeenPiece:
        """Return the piece at this height of the window; the nearest one seen if there is none."""
        nearest = self.piece_by_index(self._piece)
        for seen in self.seen_pieces():
            if seen.top > y:
                break
            nearest = seen
        return nearest

    def _layout(self, index: int) -> PieceLayout:
        layout = self._layouts.layout(index)
        self._heights.correct(index, layout.height)
        return layout

    def _stay_within(self) -> None:
        """Carry the scroll state to the piece at the window's top, and not beyond the text."""
        while self._hidden < 0 and self._piece > 0:
            self._piece -= 1
            self._hidden += self._layout(self._piece).height
        while self._piece + 1 < len(self._model):
            height = self._layout(self._piece).height
            if self._hidden < height:
                break
            self._hidden -= height
            self._piece += 1
        self._keep_window_filled()
        if self._piece == 0:
            self._hidden = max(self._hidden, -self._frame.margin)

    def _keep_window_filled(self) -> None:
        room = self._frame.height + self._hidden - self._frame.margin
        for index in range(self._piece, len(self._model)):
            room -= self._layout(index).height
            if room <= 0:
                return
        self._hidden -= room
        while self._hidden < 0 and self._piece > 0:
            self._piece -= 1
            self._hidden += self._layout(self._piece).height
