import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from annotator import places
from annotator.qt import fonts

# Plane 15 is private: no typeface has this character.
NOWHERE = "\U000f1234"


@pytest.fixture(autouse=True)
def _loaded(qapp: QApplication) -> None:
    fonts.load()


def test_the_bundled_serif_comes_first_on_the_page() -> None:
    assert fonts.reading_families()[0] == "Duidu Serif SC"


def test_a_bundled_face_is_there_for_the_window() -> None:
    assert "Duidu Sans SC" in fonts.interface_families()


def test_only_families_that_are_there_are_listed() -> None:
    present = set(QFontDatabase.families())

    assert set(fonts.reading_families() + fonts.interface_families()) <= present


def test_no_japanese_face_is_ever_asked_for() -> None:
    for family in fonts.reading_families() + fonts.interface_families():
        assert not family.endswith((" JP", " CJK JP", " Gothic", " Mincho"))


def test_loading_twice_loads_once() -> None:
    before = QFontDatabase.families()

    fonts.load()

    assert QFontDatabase.families() == before


def test_the_page_is_set_in_the_first_family() -> None:
    font = QFont()
    font.setFamilies(list(fonts.reading_families()))

    assert QFontInfo(font).family() == "Duidu Serif SC"


def test_the_sample_texts_can_be_shown_whole() -> None:
    for file in places.data_file().glob("*.txt"):
        assert fonts.missing_characters(file.read_text(encoding="utf-8")) == ""


def test_a_character_that_no_typeface_has_is_reported_once() -> None:
    assert fonts.missing_characters(f"直{NOWHERE}骨{NOWHERE}令") == NOWHERE


@pytest.mark.parametrize("text", ["", "\n\t 　", "\u200b\ufeff\u200d", "字\ufe00字\U000e0100"])
def test_what_is_not_to_be_seen_is_not_missed(text: str) -> None:
    assert fonts.missing_characters(text) == ""


@given(text=st.text(max_size=40))
def test_missing_characters_are_in_the_text_and_each_named_once(text: str) -> None:
    missing = fonts.missing_characters(text)

    assert set(missing) <= set(text)
    assert len(set(missing)) == len(missing)


def test_the_window_is_never_set_too_small(qapp: QApplication) -> None:
    before = qapp.font()
    small = QFont(before)
    small.setPointSizeF(6)
    qapp.setFont(small)

    fonts.use_in_interface(qapp)
    after = qapp.font()
    qapp.setFont(before)

    assert after.pointSizeF() >= 10
    assert after.families() == list(fonts.interface_families())


def test_bold_text_is_set_in_the_cut_made_for_it() -> None:
    font = QFont()
    font.setFamilies(list(fonts.bold_families(fonts.reading_families())))
    font.setBold(True)

    assert QFontInfo(font).family() == "Duidu Heading SC"


def test_the_typeface_that_the_reader_chose_comes_first_in_bold_text_too() -> None:
    families = fonts.reading_families("Duidu Sans SC")

    assert fonts.bold_families(families)[:3] == (
        "Duidu Sans SC",
        "Duidu Heading SC",
        "Duidu Serif SC",
    )
