"""Linked scrolling: when one pane moves, the others follow."""

from typing import Protocol

from PySide6.QtCore import QObject

from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import ReaderGrid


class Alignment(Protocol):
    """Says which place of one text belongs to a place of another, in reading offsets."""

    def counterpart(self, offset: int, leader: PaneFrame, follower: PaneFrame) -> int | None:
        """Return the offset in the follower's text, None where nothing corresponds."""
        ...


class Proportional:
    """As far into one text as into the other."""

    def counterpart(self, offset: int, leader: PaneFrame, follower: PaneFrame) -> int | None:
        """Return the offset in the follower's text, None where one of them has no text."""
        if not leader.characters or not follower.characters:
            return None
        return min(round(offset * follower.characters / leader.characters), follower.characters - 1)


class LinkedScrolling(QObject):
    """Moves the other panes with the one that the reader moves, while it is switched on."""

    def __init__(
        self, grid: ReaderGrid, alignment: Alignment, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._grid = grid
        self._alignment = alignment
        self._is_on = False
        self._is_following = False
        grid.frame_added.connect(self._on_frame_added)

    def switch(self, wanted: bool) -> None:
        """Link the panes, beginning at the place of the active one, or let each go by itself."""
        self._is_on = wanted
        if wanted:
            self._lead(self._grid.active)

    def _lead(self, leader: PaneFrame) -> None:
        self._is_following = True
        for follower in self._grid:
            if follower is not leader:
                offset = self._alignment.counterpart(leader.pane.place(), leader, follower)
                if offset is not None:
                    follower.pane.go_to_place(offset)
        self._is_following = False

    def _on_frame_added(self, frame: PaneFrame) -> None:
        frame.pane.place_changed.connect(lambda _: self._on_place_changed(frame))

    def _on_place_changed(self, frame: PaneFrame) -> None:
        if self._is_on and not self._is_following:
            self._lead(frame)
