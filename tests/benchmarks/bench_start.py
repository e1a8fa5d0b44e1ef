"""From starting the program on the sample texts to the painted window."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
STARTS = 5


def run() -> dict[str, float]:
    """Return medians of the GUI thread's CPU time. The first start makes the library: left out."""
    with TemporaryDirectory() as home:
        starts = [_start(home) for _ in range(STARTS + 1)][1:]
    return {what: median(start[what] for start in starts) for what in starts[0]}


def _start(home: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bench_start"],
        cwd=ROOT,
        env=os.environ | {"DUIDU_HOME": home},
        capture_output=True,
        text=True,
        check=True,
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _measure() -> None:
    """Start the program, print the figures once the window is painted, and end at once."""
    begun = time.thread_time()
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    imported = time.thread_time()
    from annotator import app
    from annotator.qt.window.main_window import MainWindow

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
            if event.type() == QEvent.Type.Paint and isinstance(watched, MainWindow):
                # The children are painted before the timer fires.
                QTimer.singleShot(0, finish)
            return False

    def finish() -> None:
        painted = time.thread_time()
        figures = {
            "import_pyside6_cpu_ms": (imported - begun) * 1000,
            "start_to_painted_cpu_ms": (painted - imported) * 1000,
        }
        print(json.dumps(figures), flush=True)
        os._exit(0)

    application = QApplication(sys.argv[:1])
    first_paint = FirstPaint()
    application.installEventFilter(first_paint)
    sys.exit(app.run(None))


if __name__ == "__main__":
    _measure()
