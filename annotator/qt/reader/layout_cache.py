"""The layouts of the pieces that were looked at last."""

from collections import OrderedDict
from collections.abc import Iterator

from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.piece_layout import PieceLayout, lay_out, laying_out
from annotator.qt.reader.text_model import Piece, TextModel

# Some twenty windows of text, about 10 MB.
MOST_CHARACTERS = 30_000


class LayoutCache:
    """Lays out pieces when asked for and forgets those that were not asked for longest."""

    def __init__(self, model: TextModel, appearance: Appearance, *, width: float) -> None:
        self._model = model
        self._appearance = appearance
        self._width = width
        self._layouts: OrderedDict[int, PieceLayout] = OrderedDict()
        self._characters = 0

    def layout(self, piece: int) -> PieceLayout:
        layout = self._layouts.get(piece)
        if layout is None:
            layout = self._lay_out(piece)
            self._keep(piece, layout)
        else:
            self._layouts.move_to_end(piece)
        return layout

    def laid_out_ahead(self, piece: int) -> Iterator[None]:
        """Lay out a piece, pausing after each small step."""
        if piece not in self._layouts:
            layout = yield from laying_out(*self._parts(piece), width=self._width)
            # It may have been asked for in a pause.
            if piece not in self._layouts:
                self._keep(piece, layout)

    def _keep(self, piece: int, layout: PieceLayout) -> None:
        self._layouts[piece] = layout
        self._characters += _cost(layout)
        while self._characters > MOST_CHARACTERS and len(self._layouts) > 1:
            self._characters -= _cost(self._layouts.popitem(last=False)[1])

    def _lay_out(self, index: int) -> PieceLayout:
        return lay_out(*self._parts(index), width=self._width)

    def _parts(self, index: int) -> tuple[str, Piece, Appearance]:
        return self._model.text, self._model.piece(index), self._appearance


def _cost(layout: PieceLayout) -> int:
    # Empty paragraphs take memory too.
    return layout.length + 1
