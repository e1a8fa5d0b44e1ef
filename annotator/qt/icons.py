"""Line icons in the ink of the theme, sharp at any size."""

from functools import cache
from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer

from annotator import places

_SWATCH_PX = 20


def icon(name: str) -> QIcon:
    """Return the icon drawn in resources/icons/{name}.svg. It follows the theme by itself."""
    return QIcon(_LineIcon(_drawing(name)))


def swatch(colour: QColor, frame: QColor) -> QIcon:
    """Return a rounded patch of a tag's colour. Ask again when the theme changes."""
    shown = QIcon()
    for ratio in (1, 2, 3):
        pixmap = QPixmap(_SWATCH_PX * ratio, _SWATCH_PX * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(frame, 1.2))
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(4, 4, 12, 12), 4, 4)
        painter.end()
        shown.addPixmap(pixmap)
    return shown


@cache
def _drawing(name: str) -> str:
    return places.resource("icons", f"{name}.svg").read_text(encoding="utf-8")


class _LineIcon(QIconEngine):
    """Draws an SVG, whose colour is `currentColor`, in the ink that the palette has just then."""

    _clones: ClassVar[list["_LineIcon"]] = []

    def __init__(self, svg: str) -> None:
        super().__init__()
        self._svg = svg

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del state
        drawing = self._svg.replace("currentColor", _ink(mode))
        QSvgRenderer(drawing.encode()).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Draw the icon, or give what was drawn before in this size and ink."""
        key = f"{hash(self._svg)} {size.width()} {size.height()} {_ink(mode)}"
        pixmap = QPixmap(size)
        if QPixmapCache.find(key, pixmap):
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        QPixmapCache.insert(key, pixmap)
        return pixmap

    def clone(self) -> QIconEngine:
        # PySide lets go of what clone() returns while Qt still uses it, and the program crashes.
        copy = _LineIcon(self._svg)
        self._clones.append(copy)
        return copy


def _ink(mode: QIcon.Mode) -> str:
    is_disabled = mode is QIcon.Mode.Disabled
    group = QPalette.ColorGroup.Disabled if is_disabled else QPalette.ColorGroup.Active
    return QGuiApplication.palette().color(group, QPalette.ColorRole.WindowText).name()
