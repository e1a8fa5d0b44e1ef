"""From the key of a tag to the repainted window, in a text that has 1,000 annotations."""

import os
import random
import time
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from unittest.mock import patch

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import Application
from annotator.core.errors import EmptyPassageError
from annotator.core.span import ReadingSpan
from annotator.qt import fonts, tasks
from annotator.qt.application import qt_application
from annotator.qt.settings import Settings
from annotator.qt.window.main_window import MainWindow
from annotator.services import anchoring, libraries, reading
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.storage import document_table
from annotator.storage.library import Library

PRESENT = 1000
ROUNDS = 100
LENGTH = 25


def run() -> dict[str, float]:
    """Return CPU times of the GUI thread, with selecting, commit, panels and paint."""
    qt_application()
    fonts.load()
    with TemporaryDirectory() as home, patch.dict(os.environ, DUIDU_HOME=home):
        path = Path(home, "library.duidu")
        document_id = make_library(path)
        duidu = Application(Settings(Path(home, "settings.ini")))
        window = duidu.show(Library.open(path))
        window.resize(1280, 720)
        turn_to(window, document_id)
        settle()
        times = [add(window, number) for number in range(ROUNDS)]
        duidu.close()
    return {
        "add_and_repaint_ms": median(times),
        "add_and_repaint_p99_ms": quantiles(times, n=100)[-1],
    }


def make_library(path: Path) -> str:
    """Make a library whose longest text has 1,000 annotations; return the id of that text."""
    chance = random.Random(1)
    with libraries.create_with_samples(path) as library, library.transaction():
        document = max(document_table.all_documents(library), key=lambda each: each.characters)
        text = reading.reading_text(library, document.id)
        member = libraries.current_member(library)
        tags = [built_in.tag.id for built_in in libraries.built_in_tags()]
        made = 0
        while made < PRESENT:
            start = chance.randrange(len(text.text) - 100)
            span = ReadingSpan(start, start + chance.randrange(10, 80))
            try:
                selector = anchoring.describe(document.id, text, span)
            except EmptyPassageError:
                continue
            tag_ids = [chance.choice(tags)]
            AddAnnotation(new_annotation(selector, member.id, tag_ids=tag_ids)).apply(library)
            made += 1
    return document.id


def turn_to(window: MainWindow, document_id: str) -> None:
    """Make the pane that shows this text the active one, or show it in the active one."""
    for frame in window.grid:
        if frame.document_id == document_id:
            window.grid.activate(frame)
            return
    window.desk.open(document_id)


def add(window: MainWindow, number: int) -> float:
    """Select a passage on screen and press the key of a tag; return the CPU time in ms."""
    pane = window.grid.active.pane
    start = pane.place() + number
    begun = time.thread_time()
    pane.select(ReadingSpan(start, start + LENGTH))
    QTest.keyClick(pane, str(number % 4 + 1))
    QApplication.processEvents()
    return (time.thread_time() - begun) * 1000


def settle() -> None:
    """Let what the window does in the background come before the clock runs."""
    for _ in range(20):
        QApplication.processEvents()
        tasks.wait_for_all()
