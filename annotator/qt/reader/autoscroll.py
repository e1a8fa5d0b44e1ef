"""Scrolling while the mouse drags beyond the window."""

from PySide6.QtCore import QObject, QTimer, Signal

_INTERVAL_MS = 30
_SLOWEST_PX = 4
_FASTEST_PX = 80


class Autoscroll(QObject):
    """Asks for a scroll again and again, a faster one the farther the mouse is outside."""

    scrolled = Signal(int)  # pixels down

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._beyond = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)

    def follow(self, y: float, height: int) -> None:
        """Start, go on or stop, for a mouse at this y of a window of this height."""
        self._beyond = min(y, 0.0) + max(y - height, 0.0)
        if not self._beyond:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _on_timeout(self) -> None:
        step = min(_FASTEST_PX, _SLOWEST_PX + round(abs(self._beyond) / 2))
        self.scrolled.emit(step if self._beyond > 0 else -step)
