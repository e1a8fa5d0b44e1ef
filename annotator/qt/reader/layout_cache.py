"""The layouts of the pieces that were looked at last."""

from collections import OrderedDict

from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.piece_layout import PieceLayout, lay_out
from annotator.qt.reader.text_model import TextModel

MOST_PIECES = 256


class LayoutCache:
    """Lays out pieces when asked for and forgets those that were not asked for longest."""

    def __init__(self, model: TextModel, appearance: Appearance, *, width: float) -> None:
        self._model = model
        self._appearance = appearance
        self._width = width
        self._layouts: OrderedDict[int, PieceLayout] = OrderedDict()

    def layout(self, piece: int) -> PieceLayout:
        layout = self._layouts.get(piece)
        if layout is None:
            layout = self._lay_out(piece)
            self._layouts[piece] = layout
            if len(self._layouts) > MOST_PIECES:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(piece)
        return layout

    def _lay_out(self, index: int) -> PieceLayout:
        piece = self._model.piece(index)
        return lay_out(self._model.text, piece, self._appearance, width=self._width)
