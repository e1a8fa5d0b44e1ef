"""From starting the program on the sample texts to the painted window, beside an empty window."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QMainWindow

ROOT = Path(__file__).resolve().parents[2]
STARTS = 5


def run() -> dict[str, float]:
    """Return medians of the GUI thread's CPU time.

    The first start makes the library and compiles the program, as its installation does: left out.
    """
    with TemporaryDirectory() as home:
        starts = [_start(home, "duidu") | _start(home, "empty") for _ in range(STARTS + 1)][1:]
    figures = {what: median(start[what] for start in starts) for what in starts[0]}
    imported = figures["import_pyside6_cpu_ms"]
    least = imported + figures["empty_window_cpu_ms"]
    all_told = imported + figures["start_to_painted_cpu_ms"]
    return figures | {"all_told_to_empty_window_ratio": all_told / least}


def _start(home: str, which: str) -> dict[str, float]:
    environment = os.environ | {
        "DUIDU_HOME": home,
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(Path(home, "compiled")),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bench_start", which],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _measure_duidu() -> None:
    begun = time.thread_time()
    import PySide6.QtWidgets  # noqa: F401  (most of what any window needs)

    imported = time.thread_time()
    from annotator.__main__ import main
    from annotator.qt.window.main_window import MainWindow

    _tell_when_painted(
        MainWindow,
        lambda painted: {
            "import_pyside6_cpu_ms": (imported - begun) * 1000,
            "start_to_painted_cpu_ms": (painted - imported) * 1000,
        },
    )
    sys.argv[1:] = []
    sys.exit(main())


def _measure_empty() -> None:
    """Do the least that any program on PySide6 does: a window with a label in it."""
    import PySide6.QtWidgets  # noqa: F401

    imported = time.thread_time()
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class EmptyWindow(QMainWindow):
        pass

    _tell_when_painted(
        EmptyWindow, lambda painted: {"empty_window_cpu_ms": (painted - imported) * 1000}
    )
    application = QApplication(sys.argv[:1])
    window = EmptyWindow()
    window.setCentralWidget(QLabel("Duidu"))
    window.resize(1280, 800)
    window.show()
    sys.exit(application.exec())


def _tell_when_painted(
    window_type: type["QMainWindow"], figures_at: Callable[[float], dict[str, float]]
) -> None:
    """Print the figures once a window of this type is painted, and end at once."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QMainWindow

    def finish() -> None:
        print(json.dumps(figures_at(time.thread_time())), flush=True)
        os._exit(0)

    def paint(window: QMainWindow, event: "QPaintEvent") -> None:
        QMainWindow.paintEvent(window, event)
        # The children are painted before the timer fires.
        QTimer.singleShot(0, finish)

    # An event filter would be asked, in Python, about each of some thousand events.
    window_type.paintEvent = paint  # type: ignore[method-assign]


if __name__ == "__main__":
    {"duidu": _measure_duidu, "empty": _measure_empty}[sys.argv[1]]()
