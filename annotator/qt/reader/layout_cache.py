"""The layouts of the pieces that were looked at last."""

from collections import OrderedDict

from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.piece_layout import PieceLayout, lay_out
from annotator.qt.reader.text_model import TextModel

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
            layout = self._layouts[piece] = self._lay_out(piece)
            self._characters += self._cost(piece)
            while self._characters > MOST_CHARACTERS and len(self._layouts) > 1:
                self._characters -= self._cost(self._layouts.popitem(last=False)[0])
        else:
            self._layouts.move_to_end(piece)
        return layout

    def _cost(self, index: int) -> int:
        piece = self._model.piece(index)
        # Empty paragraphs take memory too.
        return piece.end - piece.start + 1

    def _lay_out(self, index: int) -> PieceLayout:
        piece = self._model.piece(index)
        return lay_out(self._model.text, piece, self._appearance, width=self._width)
