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
    turned to.
    """

    frame_added = Signal(object)
    active_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._pane_actions: list[QAction] = []
        self._active: PaneFrame | None = None

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
        while self.count() < count:
            self._add_frame()
        frames = self.frames
        if self.active not in frames[:count]:
            self.activate(frames[count - 1])
        for frame in frames[count:]:
            frame.setParent(None)
            frame.deleteLater()
        self.set_widths([1] * count)

    def set_widths(self, widths: Sequence[int]) -> None:
        """Share the width of the grid in these proportions."""
        unit = max(1, self.width()) / max(1, sum(widths))
        self.setSizes([round(width * unit) for width in widths])

    def activate(self, frame: PaneFrame) -> None:
        """Make this the pane that keys and menus work on."""
        if frame is self._active:
            return
        self._active = frame
        for each in self:
            each.set_active(each is frame)
        self.active_changed.emit(frame)

    def focus_next(self, step: int = 1) -> None:
        """Give the focus to the pane on the right, or with step -1 on the left, going round."""
        frames = self.frames
        frame = frames[(frames.index(self.active) + step) % len(frames)]
        frame.pane.setFocus(Qt.FocusReason.TabFocusReason)
        self.activate(frame)

    def _add_frame(self) -> None:
        frame = PaneFrame()
        frame.focused.connect(self._on_frame_focused)
        frame.pane.addActions(self._pane_actions)
        self.addWidget(frame)
        self.setStretchFactor(self.indexOf(frame), 1)
        if self._active is None:
            self.activate(frame)
        self.frame_added.emit(frame)

    def _on_frame_focused(self) -> None:
        frame = self.sender()
        assert isinstance(frame, PaneFrame)
        self.activate(frame)
