"""The bundled fonts: their names, their size, and that they can write the sample texts."""

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

from annotator.places import data_file, resource
from annotator.text.repair import repair

FONTS = {
    "Duidu Serif SC": "DuiduSerifSC-Regular.otf",
    "Duidu Sans SC": "DuiduSansSC-Regular.otf",
    "Duidu Heading SC": "DuiduHeadingSC-Bold.otf",
}
WHOLE = ["DuiduSerifSC-Regular.otf", "DuiduSansSC-Regular.otf"]

# A slip of the extraction in one text; no Chinese font has it.
FOREIGN = {"א"}


@pytest.mark.parametrize(("family", "file"), FONTS.items())
def test_font_has_a_name_of_its_own(family: str, file: str, qapp: QApplication) -> None:
    font_id = QFontDatabase.addApplicationFont(str(resource("fonts", file)))

    assert QFontDatabase.applicationFontFamilies(font_id) == [family]


@pytest.mark.parametrize("file", WHOLE)
def test_font_can_write_the_sample_texts(file: str, qapp: QApplication) -> None:
    font = QRawFont(str(resource("fonts", file)), 16)
    texts = "".join(path.read_text("utf-8") for path in data_file().glob("[0-9]*.txt"))
    letters = {character for character in texts if character.isprintable()}

    missing = {character for character in letters if not font.supportsCharacter(ord(character))}

    assert missing == FOREIGN


def test_heading_font_can_write_the_headings_of_the_sample_texts(qapp: QApplication) -> None:
    font = QRawFont(str(resource("fonts", FONTS["Duidu Heading SC"])), 16)
    texts = [repair(path.read_text("utf-8")) for path in data_file().glob("[0-9]*.txt")]
    letters = {character for text in texts for entry in text.outline for character in entry.title}

    missing = {character for character in letters if not font.supportsCharacter(ord(character))}

    assert len(letters) > 300
    assert missing == set()


def test_every_font_file_is_covered_by_the_licence() -> None:
    licence = resource("fonts", "OFL.txt").read_text("utf-8")

    assert {path.name for path in resource("fonts").glob("*.otf")} == set(FONTS.values())
    assert all(family in licence for family in FONTS)


def test_fonts_stay_small() -> None:
    total = sum(path.stat().st_size for path in resource("fonts").iterdir())

    assert total <= 8_000_000
