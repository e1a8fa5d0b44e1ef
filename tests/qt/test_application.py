"""The start of Qt itself, in a process of its own: here an application is there already."""

import subprocess
import sys

import pytest

PROGRAM = """
import os
from PySide6.QtGui import QColor, QImage, QPainter
from annotator.qt.application import qt_application

app = qt_application()
assert qt_application() is app
before = os.listdir("/proc/self/task")
picture = QImage(9, 999, QImage.Format.Format_RGB32)
painter = QPainter(picture)
painter.fillRect(picture.rect(), QColor(200, 100, 0, 100))
painter.end()
print(len(os.listdir("/proc/self/task")) - len(before))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lists the threads in a folder")
def test_painting_of_something_tall_starts_no_threads() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )

    assert done.stdout == "0\n"
