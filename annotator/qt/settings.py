"""Settings: what this reader chose on this machine, kept in a small INI file."""

import math
import uuid
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

from annotator import places
from annotator.core.colour import is_colour
from annotator.core.member import Member
from annotator.qt.i18n import Language
from annotator.qt.theme import ThemeChoice
from annotator.qt.typography import USUAL_LINE, USUAL_LINE_SPACING, Typography
from annotator.services.libraries import LONGEST_MEMBER_NAME

SMALLEST_POINT_SIZE = 9.0
LARGEST_POINT_SIZE = 40.0
USUAL_POINT_SIZE = 13.0
_MOST_RECENT = 8
_FULL_WIDTH = "full"
_ID_LENGTH = 36

_Choice = TypeVar("_Choice", bound=StrEnum)


class Settings:
    """Typed values over the file; one that is missing or makes no sense there is the usual one."""

    def __init__(self, file: Path | None = None) -> None:
        file = file or places.user_config_folder() / "settings.ini"
        self._values = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        return self._choice("language", Language.SYSTEM)

    @language.setter
    def language(self, language: Language) -> None:
        self._values.setValue("language", language.value)

    @property
    def theme_choice(self) -> ThemeChoice:
        return self._choice("theme", ThemeChoice.SYSTEM)

    @theme_choice.setter
    def theme_choice(self, choice: ThemeChoice) -> None:
        self._values.setValue("theme", choice.value)

    @property
    def point_size(self) -> float:
        """The size of the body text in the panes."""
        try:
            size = float(str(self._values.value("point_size")))
        except ValueError:
            return USUAL_POINT_SIZE
        is_sensible = SMALLEST_POINT_SIZE <= size <= LARGEST_POINT_SIZE
        return size if is_sensible else USUAL_POINT_SIZE

    @point_size.setter
    def point_size(self, size: float) -> None:
        """Sizes beyond what can be read are brought back to the nearest that can."""
        readable = min(max(size, SMALLEST_POINT_SIZE), LARGEST_POINT_SIZE)
        self._values.setValue("point_size", str(readable))

    @property
    def typography(self) -> Typography:
        """How texts are set in the panes."""
        longest_line = self._text("text/longest_line", str(USUAL_LINE))
        return Typography(
            _number(self._text("text/line_spacing", ""), USUAL_LINE_SPACING),
            None if longest_line == _FULL_WIDTH else round(_number(longest_line, USUAL_LINE)),
            is_justified=self._text("text/justified", "true") != "false",
            has_first_indent=self._text("text/first_indent", "true") != "false",
            family=self._text("text/family", ""),
        )

    @typography.setter
    def typography(self, typography: Typography) -> None:
        for key, value in {
            "text/line_spacing": str(typography.line_spacing),
            "text/longest_line": str(typography.longest_line or _FULL_WIDTH),
            "text/justified": "true" if typography.is_justified else "false",
            "text/first_indent": "true" if typography.has_first_indent else "false",
            "text/family": typography.family,
        }.items():
            self._values.setValue(key, value)

    @property
    def shows_margin(self) -> bool:
        """Whether paragraph numbers and bars of tags stand beside the text."""
        return str(self._values.value("margin", "true")) != "false"

    @shows_margin.setter
    def shows_margin(self, is_shown: bool) -> None:
        self._values.setValue("margin", "true" if is_shown else "false")

    @property
    def seat(self) -> str:
        """What tells this login on this computer from all others; made up when first asked for."""
        seat = self._text("seat", "")
        if not seat:
            seat = str(uuid.uuid4())
            self._values.setValue("seat", seat)
        return seat

    @property
    def reader(self) -> Member | None:
        """Who annotated here last, in whichever library."""
        member = Member(*(self._text(f"reader/{key}", "") for key in ("id", "name", "colour")))
        is_sound = len(member.id) == _ID_LENGTH and is_colour(member.colour)
        return member if is_sound and 0 < len(member.name) <= LONGEST_MEMBER_NAME else None

    @reader.setter
    def reader(self, member: Member) -> None:
        for key, value in (("id", member.id), ("name", member.name), ("colour", member.colour)):
            self._values.setValue(f"reader/{key}", value)

    @property
    def is_text_only(self) -> bool:
        """Whether the window was left with nothing but the text."""
        return str(self._values.value("window/text_only", "false")) == "true"

    @is_text_only.setter
    def is_text_only(self, is_text_only: bool) -> None:
        self._values.setValue("window/text_only", "true" if is_text_only else "false")

    @property
    def last_library(self) -> Path | None:
        """The library that was open last, also if it is no longer there."""
        paths = self._paths("libraries")
        return paths[0] if paths else None

    @property
    def recent_libraries(self) -> list[Path]:
        """The libraries opened before that still exist, newest first."""
        return [path for path in self._paths("libraries") if path.is_file()]

    def remember_library(self, path: Path) -> None:
        """Put a library that has just been opened first among the recent ones."""
        older = (known for known in self.recent_libraries if known != path)
        self._write_paths("libraries", [path, *older][:_MOST_RECENT])

    @property
    def window_geometry(self) -> bytes:
        return self._bytes("window/geometry")

    @window_geometry.setter
    def window_geometry(self, geometry: bytes) -> None:
        self._values.setValue("window/geometry", QByteArray(geometry))

    @property
    def window_state(self) -> bytes:
        return self._bytes("window/state")

    @window_state.setter
    def window_state(self, state: bytes) -> None:
        self._values.setValue("window/state", QByteArray(state))

    def save(self) -> None:
        """Write to the file now rather than when Qt finds the time."""
        self._values.sync()

    def _choice(self, key: str, usual: _Choice) -> _Choice:
        try:
            return type(usual)(str(self._values.value(key)))
        except ValueError:
            return usual

    def _text(self, key: str, usual: str) -> str:
        value = self._values.value(key)
        return value if isinstance(value, str) else usual

    def _bytes(self, key: str) -> bytes:
        value = self._values.value(key)
        return bytes(value.data()) if isinstance(value, QByteArray) else b""

    def _paths(self, key: str) -> list[Path]:
        value = self._values.value(key)
        # An INI file does not tell a list of one from a plain value.
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list):
            return []
        return [Path(name) for name in names if isinstance(name, str) and name]

    def _write_paths(self, key: str, paths: Sequence[Path]) -> None:
        self._values.setValue(key, [str(path) for path in paths])


def _number(text: str, usual: float) -> float:
    try:
        number = float(text)
    except ValueError:
        return usual
    return number if math.isfinite(number) else usual
