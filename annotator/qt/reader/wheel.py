"""What turning the wheel means: pixels to scroll, or steps to zoom."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

_NOTCH = 120
_LINES_A_NOTCH = 3


class Wheel:
    """Adds up turns finer than a notch, so that none gets lost."""

    def __init__(self) -> None:
        self._zoom_rest = 0
        self._pixel_rest = 0.0

    def zoom_steps(self, event: QWheelEvent) -> int:
        """Return the steps to zoom, positive for larger; 0 without Ctrl or while less than one."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_rest = 0
            return 0
        self._zoom_rest += event.angleDelta().y()
        steps = int(self._zoom_rest / _NOTCH)
        self._zoom_rest -= steps * _NOTCH
        return steps

    def pixels(self, event: QWheelEvent, line_height: int) -> int:
        """Return the pixels to scroll down, those of the touchpad itself where it tells."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return 0
        if not event.pixelDelta().isNull():
            return -event.pixelDelta().y()
        self._pixel_rest -= event.angleDelta().y() * _LINES_A_NOTCH * line_height / _NOTCH
        pixels = int(self._pixel_rest)
        self._pixel_rest -= pixels
        return pixels
