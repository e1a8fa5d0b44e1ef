"""Where `duidu` starts: the window or a command, and what the system sees of it."""

import importlib.machinery
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

import annotator
from annotator.__main__ import main

ROOT = Path(annotator.__file__).parents[1]
LINES_FOR_A_FULL_PIPE = 3000


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Path | None]]:
    """Put an app without Qt in place of the window; it notes what it was asked to open."""
    calls: list[tuple[str, Path | None]] = []

    def run(library: Path | None) -> int:
        calls.append(("window", library))
        return 0

    def demo(picture: Path | None) -> int:
        calls.append(("demo", picture))
        return 0

    app = SimpleNamespace(run=run, demo=demo)
    monkeypatch.setattr(annotator, "app", app, raising=False)
    monkeypatch.setitem(sys.modules, "annotator.app", app)
    return calls


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        ([], ("window", None)),
        (["--library", "a.duidu"], ("window", Path("a.duidu"))),
        (["demo"], ("demo", None)),
        (["demo", "out.png"], ("demo", Path("out.png"))),
    ],
)
def test_the_window_opens_without_a_command(
    arguments: list[str],
    asked: tuple[str, Path | None],
    opened: list[tuple[str, Path | None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "argv", ["duidu", *arguments])

    assert main() == 0
    assert opened == [asked]


def test_a_command_opens_no_window(
    library: Path, opened: list[tuple[str, Path | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["duidu", "documents", "--library", str(library)])

    assert main() == 0
    assert opened == []


class _QtIsBroken:
    """Finds the window and fails to load what it needs."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name == "annotator.app":
            raise ImportError("libEGL.so.1: cannot open shared object file", name="PySide6.QtGui")
        return None


def test_a_window_without_qt_cannot_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delattr(annotator, "app", raising=False)
    monkeypatch.delitem(sys.modules, "annotator.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [_QtIsBroken(), *sys.meta_path])
    monkeypatch.setattr(sys, "argv", ["duidu"])

    assert main() == 2
    assert capsys.readouterr().err == (
        "duidu: The window needs PySide6, which cannot be loaded: "
        "libEGL.so.1: cannot open shared object file.\n"
    )


def test_a_command_knows_no_qt_and_prints_utf_8_in_any_locale(library: Path) -> None:
    program = (
        "import sys; from annotator.__main__ import main; status = main();"
        "sys.exit(status or any(name.startswith('PySide6') for name in sys.modules))"
    )

    finished = subprocess.run(
        [sys.executable, "-c", program, "documents", "--library", library],
        env=_environment(LC_ALL="C", PYTHONIOENCODING="ascii"),
        capture_output=True,
        check=False,
    )

    assert (finished.returncode, finished.stderr) == (0, b"")
    assert finished.stdout.decode().count("\n") == 2


def test_a_reader_who_has_seen_enough_is_no_failure(tmp_path: Path) -> None:
    file = tmp_path / "长.txt"
    paragraph = "科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。\n"
    file.write_text(paragraph * LINES_FOR_A_FULL_PIPE, encoding="utf-8")

    with subprocess.Popen(
        [sys.executable, "-m", "annotator", "repair", file],
        cwd=ROOT,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        seen = process.stdout.read(3).decode()
        process.stdout.close()
        told = process.stderr.read()

    assert (seen, told, process.returncode) == ("科", b"", 0)


def _environment(**variables: str) -> dict[str, str]:
    """Return the environment of this process, with these variables, in which Duidu is found."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **variables}
