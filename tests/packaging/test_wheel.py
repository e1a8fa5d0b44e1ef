"""The wheel holds all that the program needs, and the program runs from it."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"
TIMEOUT_S = 120


def run(*command: str | Path, cwd: Path | None = None) -> str:
    done = subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def pip(*arguments: str | Path) -> None:
    run(sys.executable, "-m", "pip", *arguments)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the tools at hand, so that no network is needed."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    (found,) = folder.glob("duidu-*.whl")
    return found


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in a fresh environment that borrows the dependencies of this one."""
    environment = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", environment)
    python = environment / SCRIPTS / "python"
    pip("--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel)
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    Path(site, "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return environment / SCRIPTS


@pytest.mark.parametrize("folder", ["resources", "data"])
def test_every_shipped_file_is_in_the_wheel(folder: str, wheel: Path) -> None:
    shipped = {
        f"annotator/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }

    assert shipped
    assert shipped <= set(zipfile.ZipFile(wheel).namelist())


def test_installed_program_finds_its_files_in_the_package(scripts: Path, tmp_path: Path) -> None:
    question = (
        "import json; from annotator import places;"
        "print(json.dumps([places.__file__, str(places.resource('fonts', 'OFL.txt')),"
        "str(places.data_file('manifest.json'))]))"
    )

    answer = run(scripts / "python", "-c", question, cwd=tmp_path)

    found = [Path(path) for path in json.loads(answer)]
    assert all(path.is_file() for path in found)
    assert all(path.is_relative_to(scripts.parent) for path in found)


def test_installed_program_draws_the_demo(scripts: Path, tmp_path: Path) -> None:
    picture = tmp_path / "demo.png"

    run(scripts / "duidu", "demo", picture, cwd=tmp_path)

    header = picture.read_bytes()[:24]
    assert header.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(header[16:20], "big") >= 1000
