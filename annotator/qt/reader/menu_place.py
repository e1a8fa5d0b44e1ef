"""Where the menu key opens its menu."""

from PySide6.QtCore import QPoint

from annotator.qt.reader.selection import Caret
from annotator.qt.reader.text_view import TextView


def menu_place(view: TextView) -> tuple[int | None, QPoint]:
    """Return what the menu is about and where it opens, in the window of the column.

    It is about the caret's offset, or None where a selection or an active annotation is there to
    be about; one that is out of view lets it open at the nearest edge.
    """
    decorations = view.decorations
    offset: int | None = decorations.selection.head.offset
    caret = decorations.selection.head
    if decorations.selection.span is not None:
        offset = None
    elif decorations.active is not None:
        offset, caret = None, Caret(decorations.active.span.end, leans_back=True)
    place = view.painted_caret(caret).bottomLeft()
    place.setY(max(0, min(place.y(), view.column.frame.height)))
    return offset, place
