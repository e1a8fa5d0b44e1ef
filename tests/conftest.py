"""What every test can rely on: no screen, a home of its own, nothing left behind."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Deadlines measure how busy the machine is, not whether the program is right.
settings.register_profile("duidu", deadline=None, print_blob=True)
settings.load_profile("duidu")

_POOL_TIMEOUT_MS = 10_000


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep libraries and settings out of the real home."""
    monkeypatch.setenv("DUIDU_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _no_own_words() -> Iterator[None]:
    """Let no test divide texts by the words of another one's dictionary."""
    yield
    if words := sys.modules.get("annotator.text.words"):
        words.set_own_words(())


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a window open or a task running. Costs nothing without Qt."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import Qt, QThreadPool
    from PySide6.QtWidgets import QApplication

    assert QThreadPool.globalInstance().waitForDone(_POOL_TIMEOUT_MS), "a task is still running"
    if QApplication.instance() is None:
        return
    left = [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible() and widget.windowType() != Qt.WindowType.ToolTip
    ]
    for widget in left:
        widget.close()
    assert not left, "a window was left open"
