"""A program whose objects own a task and are garbage soon after: `drop_owners.py TASKS`.

It prints how many tasks it began, if Qt has not crashed before.
"""

import gc
import sys

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from annotator.qt import tasks
from annotator.qt.tasks import Report, Task


class Owner(QObject):
    """Refers to itself, so that it has to be collected, and has a timer, which has a thread."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self
        self.task: Task | None = Task(leave_much_to_collect, self)
        self.task.ended.connect(self._on_ended)
        self.timer = QTimer(self)
        self.timer.start(1)

    def _on_ended(self) -> None:
        self.task = None


def leave_much_to_collect(_report: Report) -> object:
    return [[number] for number in range(3000)]


def work(wanted: int) -> int:
    app = QCoreApplication([])
    begun = 0

    def begin() -> None:
        nonlocal begun
        owner = Owner()
        assert owner.task
        owner.task.start()
        begun += 1
        if begun == wanted:
            app.quit()

    timer = QTimer()
    timer.timeout.connect(begin)
    timer.start(0)
    app.exec()
    tasks.wait_for_all()
    return begun


if __name__ == "__main__":
    gc.set_threshold(20, 2, 2)
    print(work(int(sys.argv[1])))
