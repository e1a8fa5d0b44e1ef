"""The start of the window: which library, and what happens where that or the screen is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator import app
from annotator.qt import prompts
from annotator.qt.settings import Settings
from annotator.services import libraries


def _start_without_screen(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "annotator", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize("arguments", [(), ("demo",)])
def test_window_without_a_screen_is_refused_in_one_sentence(arguments: tuple[str, ...]) -> None:
    done = _start_without_screen(*arguments)

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "duidu demo out.png" in done.stderr


NOT_AT_START = (
    "charset_normalizer",
    "jieba",
    "jinja2",
    "lxml",
    "markdown_it",
    "multiprocessing",
    "numpy",
    "opencc_pyo3",
    "pypdfium2",
    "rapidfuzz",
    "regex",
    "sqlite_utils",
    "annotator.cli",
    "annotator.exporters",
    "annotator.importers",
    "annotator.qt.dialogs",
    "annotator.qt.importing",
    "annotator.qt.panels.passage_map_panel",
    "annotator.qt.panels.passages_panel",
    "annotator.qt.reader.text_mirror",
    "annotator.services.merging",
    "annotator.text.repair.repairing",
    "annotator.text.repair.widths",
)


def test_window_waits_for_nothing_that_it_may_never_need() -> None:
    program = (
        "import sys; from annotator import __main__, app; "
        "app.run = lambda _path: len(print(*sys.modules, sep='\\n') or ''); "
        "sys.exit(__main__.main())"
    )

    answer = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )

    loaded = answer.stdout.split()
    assert "annotator.qt.window.main_window" in loaded
    assert [name for name in NOT_AT_START if name in loaded] == []


def test_no_source_is_read_of_what_is_loaded_at_start() -> None:
    program = "import linecache, annotator.app; print(*linecache.cache, sep='\\n')"

    answer = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )

    read = [Path(name).name for name in answer.stdout.splitlines()]
    assert "main_window.py" not in read
    assert "pane.py" not in read


def test_picture_needs_no_screen_and_says_nothing(tmp_path: Path) -> None:
    done = _start_without_screen("demo", str(tmp_path / "out.png"))

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "out.png").read_bytes().startswith(b"\x89PNG")


def test_picture_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    done = _start_without_screen("demo", str(tmp_path / "no" / "out.png"))

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_first_start_opens_the_sample_texts(qapp: QApplication) -> None:
    library = app.first_library(None)

    assert library is not None
    with library:
        assert library.path.name == libraries.PERSONAL_LIBRARY
        assert len(library.rows("SELECT id FROM document")) == 5


def test_library_that_was_open_last_opens_again(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    libraries.create(tmp_path / "mine.duidu").close()
    assert app.last_library(settings) is None

    settings.remember_library(tmp_path / "mine.duidu")
    assert app.last_library(settings) == tmp_path / "mine.duidu"
    (tmp_path / "mine.duidu").unlink()

    assert app.last_library(settings) is None


@pytest.mark.parametrize("chooses_another", [True, False])
def test_library_that_cannot_be_opened_lets_the_reader_choose_another(
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    chooses_another: bool,
) -> None:
    said: list[str] = []
    (tmp_path / "broken.duidu").write_bytes(b"broken")
    libraries.create(tmp_path / "mine.duidu").close()
    choice = tmp_path / "mine.duidu" if chooses_another else None
    monkeypatch.setattr(prompts, "warn", lambda _, sentence: said.append(sentence))
    monkeypatch.setattr(prompts, "ask_open_file", lambda *_, **__: choice)

    library = app.first_library(tmp_path / "broken.duidu")

    assert len(said) == 1
    assert (library.path if library else None) == choice
    if library:
        library.close()
