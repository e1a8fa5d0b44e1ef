"""The pane as another process sees it, through the desktop's accessibility bus."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from ctypes.util import find_library
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

_PROGRAMS = ("Xvfb", "dbus-run-session", "gdbus")
_BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_HAS_ALL = (
    all(map(shutil.which, _PROGRAMS))
    and any(Path(launcher).exists() for launcher in _BUS_LAUNCHERS)
    and find_library("xcb-cursor") is not None
)
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_TEXT = "org.a11y.atspi.Text"
_PROPERTY = "org.freedesktop.DBus.Properties.Get"

pytestmark = pytest.mark.skipif(
    not _HAS_ALL,
    reason="needs the packages xvfb, dbus, at-spi2-core, libglib2.0-bin and libxcb-cursor0",
)


class ScreenReader:
    """Asks one object on a bus, in words of the bus."""

    def __init__(self, bus: str, owner: str, path: str) -> None:
        self.bus = bus
        self._target = ["--address", bus, "--dest", owner, "--object-path", path]

    def ask(self, method: str, *arguments: str) -> str:
        command = ["gdbus", "call", *self._target, "--method", method, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
        return done.stdout.strip()

    def children(self) -> list["ScreenReader"]:
        found = re.findall(
            r"\('(:[\d.]+)', [a-z ]*'([^']+)'\)", self.ask(f"{_ACCESSIBLE}.GetChildren")
        )
        return [ScreenReader(self.bus, owner, path) for owner, path in found]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    command = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "800x600x24"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


@pytest.fixture(scope="module")
def session_bus(display: str) -> Iterator[str]:
    """The bus of a desktop session in which a pane is shown."""
    surroundings = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONPATH": str(Path(__file__).parents[3]),
    }
    program = [sys.executable, str(Path(__file__).with_name("shown_pane.py"))]
    with subprocess.Popen(
        ["dbus-run-session", "--", *program],
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as session:
        assert session.stdout is not None
        yield session.stdout.readline().strip()
        os.killpg(session.pid, signal.SIGTERM)


@pytest.fixture
def pane(session_bus: str, qtbot: QtBot) -> ScreenReader:
    """The pane, found from the top of the desktop."""
    answer = ScreenReader(session_bus, "org.a11y.Bus", "/org/a11y/bus").ask(
        "org.a11y.Bus.GetAddress"
    )
    bus = answer.split("'")[1]
    root = ScreenReader(bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
    qtbot.waitUntil(lambda: bool(root.children()), timeout=20_000)
    (program,) = root.children()
    (pane,) = program.children()
    return pane


def test_another_process_reads_text_and_caret(pane: ScreenReader) -> None:
    assert pane.ask(_PROPERTY, _ACCESSIBLE, "Name") == "(<'讲稿'>,)"
    assert pane.ask(_PROPERTY, _TEXT, "CharacterCount") == "(<6>,)"
    assert pane.ask(_PROPERTY, _TEXT, "CaretOffset") == "(<5>,)"
    assert pane.ask(f"{_TEXT}.GetText", "0", "6") == "('甲𠮷😀乙',)"
    assert pane.ask(f"{_TEXT}.GetText", "1", "5") == "('𠮷😀',)"


def test_another_process_reads_what_is_selected_and_the_tags_there(pane: ScreenReader) -> None:
    attributes = pane.ask(f"{_TEXT}.GetAttributeRun", "3", "false")

    assert pane.ask(f"{_TEXT}.GetNSelections") == "(1,)"
    assert pane.ask(f"{_TEXT}.GetSelection", "0") == "(1, 5)"
    assert "'bg-color': '253,233,174'" in attributes
    assert "'underline': 'single'" in attributes
    assert attributes.endswith(", 0, 6)")
    description = pane.ask(_PROPERTY, _ACCESSIBLE, "Description")
    assert description == "(<'Tags here: 定义\\nParagraph 1'>,)"


def test_another_process_selects(pane: ScreenReader) -> None:
    pane.ask(f"{_TEXT}.SetSelection", "0", "0", "3")

    assert pane.ask(f"{_TEXT}.GetSelection", "0") == "(0, 3)"
    assert pane.ask(_PROPERTY, _TEXT, "CaretOffset") == "(<3>,)"


def test_another_process_moves_the_caret(pane: ScreenReader) -> None:
    pane.ask(f"{_TEXT}.SetCaretOffset", "3")

    assert pane.ask(_PROPERTY, _TEXT, "CaretOffset") == "(<3>,)"
