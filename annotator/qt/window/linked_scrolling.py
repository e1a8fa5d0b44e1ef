"""Linked scrolling: when one pane moves, the others follow."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject

from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import ReaderGrid

Places = Mapping[PaneFrame, float]


class Alignment(Protocol):
    """Says which place of one text belongs to a place of another.

    Places are reading offsets with a fraction, so that panes follow to the pixel.
    """

    def counterpart(self, place: float, leader: PaneFrame, follower: PaneFrame) -> float | None:
        """Return the place in the follower's text, None where nothing corresponds."""
        ...


class InStep:
    """Each text from where it is, at its own pace: a tenth of one for a tenth of the other."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def counterpart(self, place: float, leader: PaneFrame, follower: PaneFrame) -> float | None:
        """Return the place in the follower's text, None where one of them has no text."""
        if not (leader in self._places and follower in self._places and leader.characters):
            return None
        step = (place - self._places[leader]) * follower.characters / leader.characters
        return self._places[follower] + step


class LinkedScrolling(QObject):
    """Moves the other panes with the one that the reader moves, while it is switched on.

    `align` makes the alignment for the places at which the panes rest when the reader begins to
    move one of them.
    """

    def __init__(
        self, grid: ReaderGrid, align: Callable[[Places], Alignment], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._grid = grid
        self._align = align
        self._is_on = False
        self._is_following = False
        self._leader: PaneFrame | None = None
        self._rest: Places = {}
        self._alignment = align({})
        grid.frame_added.connect(self._on_frame_added)

    def switch(self, wanted: bool) -> None:
        """Link the panes, all of which stay where they are, or let each go by itself."""
        self._is_on = wanted
        self._begin()

    def _begin(self) -> None:
        self._leader = None
        self._rest = self._places()

    def _lead(self, leader: PaneFrame) -> None:
        if leader is not self._leader:
            self._leader, self._alignment = leader, self._align(self._rest)
        place = leader.pane.flow_place()
        for follower in self._grid:
            if follower is not leader:
                goal = self._alignment.counterpart(place, leader, follower)
                if goal is not None:
                    follower.pane.flow_to(min(max(-1.0, goal), follower.characters))
        self._rest = self._places()

    def _places(self) -> Places:
        return {frame: frame.pane.flow_place() for frame in self._grid if frame.characters}

    def _on_frame_added(self, frame: PaneFrame) -> None:
        frame.pane.scrolled.connect(lambda: self._on_scrolled(frame))
        frame.document_shown.connect(self._begin)

    def _on_scrolled(self, frame: PaneFrame) -> None:
        if self._is_on and not self._is_following:
            self._is_following = True
            self._lead(frame)
            self._is_following = False
