"""Where files are found, on each system."""

import sys
from pathlib import Path

import pytest

from annotator import places


def test_shipped_files_are_found_in_a_checkout() -> None:
    assert places.resource("fonts", "OFL.txt").is_file()
    assert places.data_file("manifest.json").is_file()


def test_a_folder_inside_the_package_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "annotator" / "data").mkdir(parents=True)
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "annotator")

    assert places.data_file("x.txt") == tmp_path / "annotator" / "data" / "x.txt"


def test_duidu_home_holds_everything_of_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUIDU_HOME", str(tmp_path))

    assert places.user_data_folder() == tmp_path / "data"
    assert places.user_config_folder() == tmp_path / "config"


@pytest.mark.parametrize(
    ("system", "data", "config"),
    [
        ("linux", ".local/share/duidu", ".config/duidu"),
        ("win32", "AppData/Local/Duidu", "AppData/Roaming/Duidu"),
        (
            "darwin",
            "Library/Application Support/Duidu/data",
            "Library/Application Support/Duidu/config",
        ),
    ],
)
def test_each_system_has_its_habit(
    system: str, data: str, config: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("DUIDU_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)

    assert places.user_data_folder() == tmp_path / data
    assert places.user_config_folder() == tmp_path / config


def test_xdg_folders_are_followed_when_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DUIDU_HOME")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")

    assert places.user_data_folder() == tmp_path / "elsewhere" / "duidu"
    assert places.user_config_folder() == tmp_path / ".config" / "duidu"
