from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from annotator import places
from annotator.core.identity import new_id
from annotator.core.member import Member
from annotator.qt.i18n import Language
from annotator.qt.settings import USUAL_POINT_SIZE, Settings
from annotator.qt.theme import ThemeChoice
from annotator.qt.typography import Typography

ROOMY = Typography(2.0, None, is_justified=False, has_first_indent=False, family="Duidu Sans SC")

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "设置.ini"


def made_libraries(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"资料库 {number}, 甲.duidu" for number in range(count)]
    for path in paths:
        path.touch()
    return paths


def test_a_first_start_has_the_usual_settings(file: Path) -> None:
    settings = Settings(file)

    assert settings.language is Language.SYSTEM
    assert settings.theme_choice is ThemeChoice.SYSTEM
    assert settings.point_size == USUAL_POINT_SIZE
    assert settings.shows_margin
    assert settings.last_library is None
    assert settings.recent_libraries == []
    assert (settings.window_geometry, settings.window_state) == (b"", b"")


def test_seat_is_made_up_once(file: Path, tmp_path: Path) -> None:
    seat = Settings(file).seat

    assert len(seat) == 36
    assert Settings(file).seat == seat
    assert Settings(tmp_path / "elsewhere.ini").seat != seat


def test_reader_is_remembered(file: Path) -> None:
    settings = Settings(file)
    assert settings.reader is None
    member = Member(new_id(), "𠮷野, 甲😀", "#4f7cac")

    settings.reader = member
    settings.save()

    assert Settings(file).reader == member


@pytest.mark.parametrize(
    ("key", "value"),
    [("id", "1"), ("name", ""), ("name", "长" * 201), ("colour", "red"), ("colour", "#4F7CAC;")],
)
def test_reader_who_cannot_be_a_member_is_nobody(file: Path, key: str, value: str) -> None:
    settings = Settings(file)
    settings.reader = Member(new_id(), "周", "#4f7cac")

    settings._values.setValue(f"reader/{key}", value)

    assert settings.reader is None


def test_settings_stand_in_the_readers_folder(qapp: QApplication) -> None:
    settings = Settings()

    settings.theme_choice = ThemeChoice.DARK
    settings.save()

    assert (places.user_config_folder() / "settings.ini").is_file()


def test_what_was_chosen_is_there_after_a_restart(file: Path, tmp_path: Path) -> None:
    [library] = made_libraries(tmp_path, 1)
    settings = Settings(file)

    settings.language = Language.CHINESE
    settings.theme_choice = ThemeChoice.DARK
    settings.point_size = 15.5
    settings.typography = ROOMY
    settings.window_geometry = b"\x00\xff\x01,;"
    settings.window_state = b"\n\r="
    settings.remember_library(library)
    settings.save()
    again = Settings(file)

    assert again.language is Language.CHINESE
    assert again.theme_choice is ThemeChoice.DARK
    assert again.point_size == 15.5
    assert again.typography == ROOMY
    assert again.window_geometry == b"\x00\xff\x01,;"
    assert again.window_state == b"\n\r="
    assert again.recent_libraries == [library]
    assert again.last_library == library


@pytest.mark.parametrize(("wanted", "kept"), [(2.0, 9.0), (200.0, 40.0), (14.0, 14.0)])
def test_a_size_stays_within_what_can_be_read(file: Path, wanted: float, kept: float) -> None:
    settings = Settings(file)

    settings.point_size = wanted

    assert settings.point_size == kept


@pytest.mark.parametrize(
    "content",
    [
        "language=klingon\ntheme=pink\npoint_size=huge\nlibraries=@Invalid()\n",
        "point_size=nan\n[window]\ngeometry=12\nstate=@Variant(\n",
        "point_size=0.1\nlibraries=\n",
        "[text]\nline_spacing=nan\nlongest_line=-inf\njustified=maybe\nfamily=a, b\n",
        "[General\n\x00\xff",
    ],
)
def test_values_that_make_no_sense_are_the_usual_ones(file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8")

    settings = Settings(file)

    assert settings.language is Language.SYSTEM
    assert settings.theme_choice is ThemeChoice.SYSTEM
    assert settings.point_size == USUAL_POINT_SIZE
    assert settings.typography == Typography()
    assert settings.recent_libraries == []
    assert (settings.window_geometry, settings.window_state) == (b"", b"")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200))
def test_no_file_whatever_keeps_the_program_from_starting(file: Path, content: bytes) -> None:
    file.write_bytes(b"[General]\npoint_size=" + content)

    settings = Settings(file)

    assert 9 <= settings.point_size <= 40
    assert settings.recent_libraries == []


@pytest.mark.parametrize(("line", "kept"), [(2, 24), (30, 30), (9999, 50), (None, None)])
def test_lines_stay_within_what_can_be_read(file: Path, line: int | None, kept: int | None) -> None:
    settings = Settings(file)

    settings.typography = Typography(9.9, line)

    assert settings.typography == Typography(2.2, kept)


def test_recent_libraries_are_the_newest_eight_that_exist(file: Path, tmp_path: Path) -> None:
    paths = made_libraries(tmp_path, 10)
    settings = Settings(file)

    for path in paths:
        settings.remember_library(path)
    settings.remember_library(paths[5])
    paths[9].unlink()

    newest = [5, 8, 7, 6, 4, 3, 2]
    assert settings.recent_libraries == [paths[number] for number in newest]


def test_the_last_library_is_known_even_when_it_is_gone(file: Path, tmp_path: Path) -> None:
    [library] = made_libraries(tmp_path, 1)
    settings = Settings(file)
    settings.remember_library(library)

    library.unlink()

    assert settings.last_library == library
    assert settings.recent_libraries == []
