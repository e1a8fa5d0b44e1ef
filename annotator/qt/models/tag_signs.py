"""Tag signs: how tags are drawn outside the page, as chips and swatches with their underlines."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QPainter, QPixmap

from annotator.core.codebook import Tag
from annotator.qt.reader.underlines import draw_underline
from annotator.qt.tag_names import shown_name
from annotator.qt.theme import shown_theme, tag_colour

SWATCH_WIDTH = 22.0

_CORNER = 3.0
_LINE_GAP = 2.5
_CHIP_GAP = 3.0


def chip_text(tag: Tag) -> str:
    return f"【{shown_name(tag)}】"


def draw_chips(painter: QPainter, corner: QPointF, tags: tuple[Tag, ...], *, width: float) -> float:
    """Draw the names of tags in a row, in the painter's font and pen; return what they take.

    Those that do not fit are counted at the end, except the first, which is drawn in any case.
    """
    metrics = QFontMetricsF(painter.font())
    ink = painter.pen()
    left = 0.0
    for position, tag in enumerate(tags):
        chip = metrics.horizontalAdvance(chip_text(tag))
        rest = f"+{len(tags) - position}"
        count_width = metrics.horizontalAdvance(rest) + 2 * _CHIP_GAP
        needed = left + chip + (0 if position == len(tags) - 1 else count_width)
        if position > 0 and needed > width:
            painter.drawText(corner + QPointF(left, metrics.ascent()), rest)
            return left + count_width
        patch = QRectF(corner.x() + left, corner.y(), chip, metrics.height() + 1)
        draw_patch(painter, patch, tag)
        painter.setPen(ink)
        painter.drawText(patch, Qt.AlignmentFlag.AlignCenter, chip_text(tag))
        left += chip + _CHIP_GAP
    return left


def draw_swatch(painter: QPainter, middle_left: QPointF, tag: Tag) -> None:
    """Draw a patch of the tag's colour, `SWATCH_WIDTH` wide, with its underline."""
    draw_patch(painter, QRectF(middle_left.x(), middle_left.y() - 8, SWATCH_WIDTH, 16), tag)


def draw_patch(painter: QPainter, patch: QRectF, tag: Tag) -> None:
    """Fill a patch as passages with this tag are filled, with its underline at the foot."""
    theme = shown_theme()
    colour = tag_colour(tag.colour, theme)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(patch, _CORNER, _CORNER)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    left = QPointF(patch.left() + _CORNER, patch.bottom() - _LINE_GAP)
    draw_underline(
        painter,
        tag.underline,
        _mixed(colour, QColor(theme.ink)),
        left,
        width=patch.width() - 2 * _CORNER,
    )
    painter.restore()


def patch_icon(tag: Tag, size: QSize) -> QIcon:
    """Return the tag's patch as an icon. Ask again when the theme changes."""
    shown = QIcon()
    for ratio in (1, 2, 3):
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_patch(painter, QRectF(QPointF(0, 0), size.toSizeF()), tag)
        painter.end()
        shown.addPixmap(pixmap)
    return shown


def _mixed(first: QColor, second: QColor) -> QColor:
    return QColor.fromRgbF(
        (first.redF() + second.redF()) / 2,
        (first.greenF() + second.greenF()) / 2,
        (first.blueF() + second.blueF()) / 2,
    )
