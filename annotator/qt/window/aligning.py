"""Aligning: panes that stand at the same passage, once or all the time."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.span import ReadingSpan
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.tasks import Task
from annotator.qt.window.actions import Actions
from annotator.qt.window.comparing import Comparing
from annotator.qt.window.linked_scrolling import Alignment, InStep, LinkedScrolling, Places

if TYPE_CHECKING:  # NumPy: the window should not wait for it
    from annotator.text.passages.progression import Progression

# Heights far from what is seen are estimates: what is moved tells them better.
_TURNS = 3


class Aligning(QObject):
    """Finds in the other panes what the active one shows. `told` carries a sentence."""

    told = Signal(str)

    def __init__(self, comparing: Comparing, grid: ReaderGrid, commands: Actions) -> None:
        super().__init__(grid)
        self._comparing = comparing
        self._grid = grid
        self._link, self._by_passages = commands.link, commands.link_by_passages
        self._linked_scrolling = LinkedScrolling(grid, self.alignment, self)
        for action in (self._link, self._by_passages):
            action.triggered.connect(self._switch)
        self._progressions: dict[tuple[str, str], Progression] = {}
        commands.align.triggered.connect(self.align)
        comparing.index_changed.connect(self._progressions.clear)

    def alignment(self, places: Places) -> Alignment:
        """Return by what linked panes are led now: the shared passages, or the lengths alone."""
        in_step = InStep(places)
        return _ByPassages(self, in_step) if self._by_passages.isChecked() else in_step

    def align(self) -> None:
        """Bring what stands here to the same height in every other pane whose text has it.

        What is selected is looked up letter by letter where no shared passage is known of it.
        """
        index, leader, here = self._comparing.index, self._grid.active, self._here()
        document_id = leader.document_id
        if index is None or document_id is None:
            self.told.emit(self.tr("The texts are being compared…"))
            return
        found = index.counterpart_spans(document_id, here)
        others = {frame.document_id for frame in self._grid} - {document_id, None}
        if others <= found.keys() or len(here) == 1:
            self._level(leader, here, found)
            return
        task = Task(lambda _: index.repeats.best(document_id, here), self)
        task.done.connect(lambda repeats: self._level(leader, here, repeats | found))
        task.start()

    def _switch(self) -> None:
        self._linked_scrolling.switch(self._link.isChecked())

    def progression(self, document_id: str, other_id: str) -> "Progression | None":
        """Return the way through two texts by what they share, None if they share nothing."""
        from annotator.text.passages.progression import Progression

        index = self._comparing.index
        if index is None:
            return None
        if (document_id, other_id) not in self._progressions:
            made = Progression(
                index.between(document_id, other_id),
                len(index.text(document_id)),
                len(index.text(other_id)),
            )
            self._progressions[document_id, other_id] = made
        found = self._progressions[document_id, other_id]
        return None if found.is_empty else found

    def _here(self) -> ReadingSpan:
        """Return what is selected, or the character where the reader is."""
        selecting = self._grid.active.pane.selecting
        return selecting.span or ReadingSpan(selecting.place, selecting.place + 1)

    def _level(
        self, leader: PaneFrame, here: ReadingSpan, found: Mapping[str, ReadingSpan]
    ) -> None:
        """Put these places on one height, and select them in the panes that follow."""
        goals = {leader: here}
        for frame in self._grid:
            span = found.get(frame.document_id or "")
            if frame is not leader and span is not None and _shows(frame, span):
                goals[frame] = span
        if len(goals) == 1:
            self.told.emit(self.tr("No other pane has this passage."))
            return
        level(goals)
        for frame, span in goals.items():
            if frame is not leader:
                frame.pane.select(span)
        self.told.emit(self.tr("%n panes show this passage.", "", len(goals)))


class _ByPassages:
    """Exactly at the same passage where two texts share it, in even steps between passages."""

    def __init__(self, aligning: Aligning, in_step: InStep) -> None:
        self._aligning = aligning
        self._in_step = in_step

    def counterpart(self, place: float, leader: PaneFrame, follower: PaneFrame) -> float | None:
        """Return the place in the follower's text; texts that share nothing go in step."""
        if leader.document_id is None or follower.document_id is None:
            return None
        progression = self._aligning.progression(leader.document_id, follower.document_id)
        if progression is None:
            return self._in_step.counterpart(place, leader, follower)
        return progression.carry(place)


def level(goals: Mapping[PaneFrame, ReadingSpan]) -> None:
    """Scroll panes so that the first lines of these passages stand at one height.

    It is the height at which the first of the panes shows its passage, as far as the beginnings
    and ends of the texts let all have it.
    """
    leader, *followers = goals
    leader.pane.reveal(goals[leader])
    height = _top(leader, goals[leader])
    for frame in followers:
        frame.pane.flow_to(goals[frame].start)
    for _ in range(_TURNS):
        ranges = [_heights(frame, span) for frame, span in goals.items()]
        height = min(max(height, *(lowest for lowest, _ in ranges)), *(top for _, top in ranges))
        for frame, span in goals.items():
            bar = frame.pane.verticalScrollBar()
            bar.setValue(bar.value() + _top(frame, span) - height)


def _heights(frame: PaneFrame, span: ReadingSpan) -> tuple[int, int]:
    """Return the least and the greatest height at which a pane can show a passage."""
    bar, top = frame.pane.verticalScrollBar(), _top(frame, span)
    return top + bar.value() - bar.maximum(), top + bar.value()


def _top(frame: PaneFrame, span: ReadingSpan) -> int:
    """Return the height of a passage's first line, which must be in view."""
    return frame.pane.rect_of(ReadingSpan(span.start, span.start + 1)).top()


def _shows(frame: PaneFrame, span: ReadingSpan) -> bool:
    return frame.shown is not None and frame.shown.overlaps(span)
