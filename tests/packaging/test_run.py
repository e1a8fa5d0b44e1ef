"""The starter script `run`, as far as it goes without installing anything."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).resolve().parents[2] / "run"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="run is a POSIX shell script")


def run(*arguments: str, script: Path = RUN) -> subprocess.CompletedProcess[str]:
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    return subprocess.run(
        [script, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_help_needs_nothing_installed(tmp_path: Path) -> None:
    script = Path(shutil.copy(RUN, tmp_path))

    result = run("help", script=script)

    assert result.returncode == 0
    assert "./run demo OUT.png" in result.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["run"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize("arguments", [(), ("demo",), ("--library", "mine.duidu")])
def test_a_window_without_a_screen_is_one_clear_sentence(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    script = Path(shutil.copy(RUN, tmp_path))

    result = run(*arguments, script=script)

    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert "./run demo out.png" in result.stderr
    assert result.stdout == ""
