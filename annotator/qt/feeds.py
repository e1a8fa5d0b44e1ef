"""Feed: a task whose work hands over what it has while it goes on."""

from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from annotator.qt.tasks import Report, Task

Put: TypeAlias = Callable[[object], None]


class Feed(Task):
    """Work is called with `put`, which takes what it hands over, and with `report`.

    Signal: `came` with the list of what was put since the last time; everything came before `done`
    or `failed`.
    """

    came = Signal(list)

    def __init__(
        self, work: Callable[[Put, Report], object], parent: QObject | None = None
    ) -> None:
        queue: SimpleQueue[object] = SimpleQueue()
        super().__init__(lambda report: work(queue.put, report), parent)
        self._queue = queue
        for signal in (self.progress, self.done, self.failed):
            signal.connect(self._hand_over)

    def _hand_over(self) -> None:
        came = [self._queue.get() for _ in range(self._queue.qsize())]
        if came:
            self.came.emit(came)
