"""Tips: what the pane tells of the place where the mouse rests."""

from collections.abc import Callable
from html import escape
from math import ceil

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.qt.reader.text_view import TextView

Describer = Callable[[str], str]

_WIDEST_PX = 320


class Tips(QObject):
    """Shows tooltips over a viewport: the message of a mark, or what is said of the annotations.

    `describe` gives the plain text for an annotation's id, `describe_place` for an offset; both are
    empty where there is nothing to say.
    """

    def __init__(self, view: TextView, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._view = view
        self._viewport = viewport
        self.describe: Describer = lambda _annotation_id: ""
        self.describe_place: Callable[[int], str] = lambda _offset: ""
        viewport.installEventFilter(self)

    def set_view(self, view: TextView) -> None:
        """Go on with another text."""
        self._view = view

    def text_at(self, point: QPoint) -> str:
        """Return the plain text of the tip for a point of the viewport."""
        if mark := self._view.painting.mark_at(point):
            return mark.message
        offset = self._view.geometry.character_at(QPointF(point))
        if offset is None:
            return ""
        here = self._view.decorations.highlights.at(offset)
        descriptions = [self.describe(highlight.annotation_id) for highlight in here]
        descriptions.append(self.describe_place(offset))
        return "\n\n".join(description for description in descriptions if description)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self.text_at(event.pos())
            html = as_html(text, QToolTip.font())
            QToolTip.showText(event.globalPos(), html, self._viewport)
            return True
        return super().eventFilter(watched, event)


def as_html(text: str, font: QFont) -> str:
    """Return text that tooltips break into lines of some length, and never take for markup."""
    if not text:
        return ""
    metrics = QFontMetricsF(font)
    longest = max(metrics.horizontalAdvance(line) for line in text.split("\n"))
    width = min(_WIDEST_PX, ceil(longest) + 1)
    lines = escape(text).replace("\n", "<br>")
    table = f'<table width="{width}" cellspacing="0" cellpadding="0">'
    return f"{table}<tr><td>{lines}</td></tr></table>"
