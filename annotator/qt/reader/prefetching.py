"""Draws the text around the window while nothing else is to be done."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

from annotator.qt.reader.painting import Painting
from annotator.qt.reader.scroll_bar import show_scroll_state
from annotator.qt.reader.text_view import TextView

SLICE_MS = 1.0


class Prefetching(QObject):
    """Works in slices of about a millisecond, between which input and painting come first.

    One step is never cut short: at most a row is shaped, a piece set into lines or a tile drawn.
    """

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._steps: Iterator[None] = iter(())
        self._place: tuple[Painting, int, int] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_idle)

    @property
    def is_at_work(self) -> bool:
        return self._timer.isActive()

    def begin(self, view: TextView) -> None:
        """Draw what is around the window now; go on if that is what was begun before."""
        place = self._place_of(view)
        if place == self._place:
            return
        self._place = place
        self._view = view
        self._steps = view.painting.drawn_ahead(self._area.viewport().devicePixelRatioF())
        self._timer.start()

    def _on_idle(self) -> None:
        y = self._view.column.y
        end = perf_counter() + SLICE_MS / 1000
        while perf_counter() < end:
            if next(self._steps, self) is self:
                self._timer.stop()
                break
        if self._view.column.y != y:
            # Heights above the window proved other than estimated; the reader has not moved.
            self._place = self._place_of(self._view)
            show_scroll_state(self._area.verticalScrollBar(), self._view.column)

    def _place_of(self, view: TextView) -> tuple[Painting, int, int]:
        return view.painting, view.column.y, view.column.frame.height
