"""Where the program's own files are, and where the reader's files go."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return a file or folder that ships with the program under resources/."""
    return _shipped("resources", *parts)


def data_file(*parts: str) -> Path:
    """Return a file that ships with the program under data/: sample texts, built-in codebook."""
    return _shipped("data", *parts)


def user_data_folder() -> Path:
    """Return the folder for the reader's own library and its backups. It may not exist yet."""
    return _user_folder(
        "data", linux=("XDG_DATA_HOME", ".local/share"), windows=("LOCALAPPDATA", "AppData/Local")
    )


def user_config_folder() -> Path:
    """Return the folder for the reader's settings. It may not exist yet."""
    return _user_folder(
        "config", linux=("XDG_CONFIG_HOME", ".config"), windows=("APPDATA", "AppData/Roaming")
    )


def _shipped(folder: str, *parts: str) -> Path:
    """Look inside the package, where a wheel puts the folder, then beside it, as in a checkout."""
    installed = _PACKAGE / folder
    root = installed if installed.is_dir() else _PACKAGE.parent / folder
    return root.joinpath(*parts)


def _user_folder(purpose: str, *, linux: tuple[str, str], windows: tuple[str, str]) -> Path:
    """Return DUIDU_HOME/purpose if that is set, else what the system's variable or habit says."""
    if home := os.environ.get("DUIDU_HOME"):
        return Path(home, purpose)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Duidu" / purpose
    variable, habit = windows if sys.platform == "win32" else linux
    named = Path(os.environ.get(variable, ""))
    # The XDG specification says to ignore a relative path.
    base = named if named.is_absolute() else Path.home() / habit
    return base / ("Duidu" if sys.platform == "win32" else "duidu")
