"""Text drawn once on transparent tiles, to be laid over paper and highlights."""

from collections import OrderedDict
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.qt.reader.piece_layout import BLOCK_LINES, PieceLayout

# For each device pixel of a pixel; three windows of the widest column take less.
MOST_BYTES = 24_000_000

_TileKey = tuple[int, int, float]


class TileCache:
    """Tiles of BLOCK_LINES lines each, for one setting of one text; the oldest are forgotten.

    `width` is that of the column; stops may hang `overhang` pixels out of it.
    """

    def __init__(self, *, width: float, overhang: float) -> None:
        self._overhang = ceil(overhang)
        self._width = ceil(width) + 2 * self._overhang
        self._tiles: OrderedDict[_TileKey, QImage] = OrderedDict()
        self._bytes = 0

    def tile(
        self, piece: int, layout: PieceLayout, block: int, *, ink: QColor, ratio: float
    ) -> QImage:
        """Return the text of one block of lines, drawn for this device pixel ratio."""
        key = (piece, block, ratio)
        tile = self._tiles.get(key)
        if tile is not None:
            self._tiles.move_to_end(key)
            return tile
        tile = self._drawn(layout, block, ink, ratio)
        self._tiles[key] = tile
        self._bytes += tile.sizeInBytes()
        while self._bytes > MOST_BYTES * ratio * ratio and len(self._tiles) > 1:
            self._bytes -= self._tiles.popitem(last=False)[1].sizeInBytes()
        return tile

    def origin(self, layout: PieceLayout, block: int) -> QPointF:
        """Return where a tile's top left corner belongs, from the piece's top left."""
        return QPointF(-self._overhang, layout.box.top(block * BLOCK_LINES))

    def _drawn(self, layout: PieceLayout, block: int, ink: QColor, ratio: float) -> QImage:
        lines = min(BLOCK_LINES, layout.line_count - block * BLOCK_LINES)
        height = lines * layout.box.height
        tile = QImage(
            ceil(self._width * ratio),
            ceil(height * ratio),
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        tile.setDevicePixelRatio(ratio)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.setPen(ink)
        shift = -self.origin(layout, block)
        for run in layout.glyphs(block):
            painter.drawGlyphRun(shift, run)
        painter.end()
        return tile
