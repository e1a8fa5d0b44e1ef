"""Where the menu of the right mouse button or of the menu key opens, and what it is about."""

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QContextMenuEvent

from annotator.qt.reader.selection import Caret
from annotator.qt.reader.text_view import TextView


def menu_place(view: TextView, event: QContextMenuEvent) -> tuple[int | None, QPoint]:
    """Return the offset that the menu is about and where it opens in the viewport.

    The offset is None beside the text. It is so for the key, too, where a selection or an active
    annotation is there to be about; what is out of view lets the menu open at the nearest edge.
    """
    if event.reason() is not QContextMenuEvent.Reason.Keyboard:
        return view.geometry.character_at(QPointF(event.pos())), event.pos()
    decorations = view.decorations
    caret = decorations.selection.head
    offset: int | None = caret.offset
    if decorations.selection.span is not None:
        offset = None
    elif decorations.active is not None:
        offset, caret = None, Caret(decorations.active.span.end, leans_back=True)
    place = view.painted_caret(caret).bottomLeft()
    return offset, QPoint(place.x(), max(0, min(place.y(), view.column.frame.height)))
