"""Moves what is painted already along with the text, so that only what comes into view is new."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractScrollArea

from annotator.qt.reader.column import Column, Frame
from annotator.qt.reader.scroll_bar import show_scroll_state


class Shifting:
    """Keeps a viewport and its scroll bar up to date with the place of the column in it."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        self._bar = area.verticalScrollBar()
        self._viewport = area.viewport()
        self._column: Column | None = None
        self._frame: Frame | None = None
        self._tops: dict[int, int] = {}

    def show(self, column: Column) -> None:
        """Paint what this column shows where it is now; besides its place, nothing has changed."""
        show_scroll_state(self._bar, column)
        shift = self._shift_to(column)
        if shift is None:
            self._viewport.update()
        elif shift:
            self._shift_by(shift)
        self._column, self._frame = column, column.frame

    def _shift_to(self, column: Column) -> int | None:
        """Return how many pixels down the text has moved, None if it has to be painted anew."""
        tops = {seen.index: seen.top for seen in column.seen_pieces()}
        before, self._tops = self._tops, tops
        if column is not self._column or column.frame != self._frame:
            return None
        # Only whole device pixels can be moved.
        if not self._viewport.devicePixelRatioF().is_integer():
            return None
        shifts = (top - before[index] for index, top in tops.items() if index in before)
        shift = next(shifts, None)
        return shift if shift is not None and abs(shift) < column.frame.height // 2 else None

    def _shift_by(self, shift: int) -> None:
        """Move all but the first and the last row, where the frame of the focus stays."""
        width, height = self._viewport.width(), self._viewport.height()
        self._viewport.scroll(0, shift, QRect(0, 1, width, height - 2))
        self._viewport.update(0, 0, width, 1)
        self._viewport.update(0, height - 1, width, 1)
