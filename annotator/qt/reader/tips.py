"""Tips: what the pane tells of the place where the mouse rests."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.qt.reader.text_view import TextView

Describer = Callable[[str], str]

_WIDTH_PX = 320


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
            QToolTip.showText(event.globalPos(), _as_html(text), self._viewport)
            return True
        return super().eventFilter(watched, event)


def _as_html(text: str) -> str:
    """Return text that tooltips break into lines and never take for markup."""
    if not text:
        return ""
    lines = escape(text).replace("\n", "<br>")
    return f'<table width="{_WIDTH_PX}"><tr><td>{lines}</td></tr></table>'
