"""Reader grid: one to five panes side by side."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QWidget

from annotator.qt.reader.frame import PaneFrame

MOST_PANES = 5


class ReaderGrid(QSplitter):
    """The panes; one of them is active.

    Signals: `frame_added` with a new PaneFrame, `active_changed` with the PaneFrame that the reader
    turned to, `maximised_changed` when the active pane begins or ceases to fill the grid.
    """

    frame_added = Signal(object)
    active_changed = Signal(object)
    maximised_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._pane_actions: list[QAction] = []
        self._active: PaneFrame | None = None
        self._widths_before: list[int] | None = None

    def __iter__(self) -> Iterator[PaneFrame]:
        for index in range(self.count()):
            frame = self.widget(index)
            assert isinstance(frame, PaneFrame)
            yield frame

    @property
    def frames(self) -> list[PaneFrame]:
        return list(self)

    @property
    def active(self) -> PaneFrame:
        """The pane that keys and menus work on."""
        assert self._active is not None, "the grid has no panes yet"
        return self._active

    def set_pane_actions(self, actions: Iterable[QAction]) -> None:
        """Give the panes actions whose plain keys work only while a pane has the focus."""
        self._pane_actions = list(actions)
        for frame in self:
            frame.pane.addActions(self._pane_actions)

    def set_pane_count(self, count: int) -> None:
        """Show this many panes, of equal width; panes are added and taken away on the right."""
        if not 1 <= count <= MOST_PANES:
            raise ValueError(f"a grid has 1 to {MOST_PANES} panes, not {count}")
        self.maximise(False)
        while self.count() < count:
            self._add_frame(self.count())
        frames = self.frames
        if self.active not in frames[:count]:
            self.activate(frames[count - 1])
        for frame in frames[count:]:
            self._take_away(frame)
        self.set_widths([1] * count)

    def add_beside_active(self) -> PaneFrame:
        """Add a pane on the right of the active one, and make it the active one."""
        self.maximise(False)
        frame = self._add_frame(self.indexOf(self.active) + 1)
        self.set_widths([1] * self.count())
        self.activate(frame)
        return frame

    def close_active(self) -> None:
        """Take the active pane away and turn to its neighbour. The last pane cannot go."""
        self.maximise(False)
        closing, frames = self.active, self.frames
        index = frames.index(closing)
        self.activate(frames[index + 1] if index + 1 < len(frames) else frames[index - 1])
        self._take_away(closing)
        self.set_widths([1] * self.count())

    def move_active_on(self) -> None:
        """Let the active pane change places with the one on its right, going round."""
        self.maximise(False)
        widths = self.sizes()
        index = self.indexOf(self.active)
        after = (index + 1) % self.count()
        widths.insert(after, widths.pop(index))
        self.insertWidget(after, self.active)
        self.set_widths(widths)

    @property
    def is_maximised(self) -> bool:
        return self._widths_before is not None

    def maximise(self, wanted: bool) -> None:
        """Let the active pane, whichever it is, have all the room; or all of them share it."""
        if wanted is self.is_maximised:
            return
        widths, self._widths_before = self._widths_before, self.sizes() if wanted else None
        self._show_frames()
        if widths:
            self.set_widths(widths)
        self.maximised_changed.emit(wanted)

    def widths(self) -> list[int]:
        """Return how wide the panes are when all of them are seen."""
        return self._widths_before or self.sizes()

    def set_widths(self, widths: Sequence[int]) -> None:
        """Share the width of the grid in these proportions."""
        unit = max(1, self.width()) / max(1, sum(widths))
        self.setSizes([round(width * unit) for width in widths])

    def widen_active(self, pixels: int) -> None:
        """Move the right border of the active pane, of the last one the left, as the mouse does."""
        if self.count() == 1 or self.is_maximised:
            return
        index = self.indexOf(self.active)
        is_last = index + 1 == self.count()
        border = index if is_last else index + 1
        step = -pixels if is_last else pixels
        self.moveSplitter(self.handle(border).x() + step, border)

    def activate(self, frame: PaneFrame) -> None:
        """Make this the pane that keys and menus work on."""
        if frame is self._active:
            return
        self._active = frame
        for each in self:
            each.set_active(each is frame)
        self._show_frames()
        self.active_changed.emit(frame)

    def focus_next(self, step: int = 1) -> None:
        """Give the focus to the pane on the right, or with step -1 on the left, going round."""
        frames = self.frames
        frame = frames[(frames.index(self.active) + step) % len(frames)]
        self.activate(frame)
        frame.pane.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_frames(self) -> None:
        for frame in self:
            frame.setVisible(not self.is_maximised or frame is self._active)

    def _take_away(self, frame: PaneFrame) -> None:
        frame.setParent(None)
        frame.deleteLater()

    def _add_frame(self, index: int) -> PaneFrame:
        frame = PaneFrame()
        frame.focused.connect(self._on_frame_focused)
        frame.pane.addActions(self._pane_actions)
        self.insertWidget(index, frame)
        self.setStretchFactor(index, 1)
        if self._active is None:
            self.activate(frame)
        self.frame_added.emit(frame)
        return frame

    def _on_frame_focused(self) -> None:
        frame = self.sender()
        assert isinstance(frame, PaneFrame)
        self.activate(frame)
