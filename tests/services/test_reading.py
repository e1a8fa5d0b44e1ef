"""Reading texts: repaired once, and again when repair or the text's corrections change."""

from pathlib import Path

import pytest

from annotator.core.corrections import NO_CORRECTIONS
from annotator.core.errors import DocumentGoneError
from annotator.core.reading_text import Paragraph, ReadingText, Run
from annotator.services import importing, reading
from annotator.services.editing.document_edits import CorrectDocument
from annotator.storage.library import Library
from annotator.text import repair

SOURCE = "科技创新"


@pytest.fixture
def document_id(library: Library, tmp_path: Path) -> str:
    path = tmp_path / "短文.txt"
    path.write_text(SOURCE, encoding="utf-8")
    return importing.import_file(library, path).document.id


@pytest.fixture
def repairs(monkeypatch: pytest.MonkeyPatch, document_id: str) -> list[str]:
    """Return the sources that were repaired since; repair shows only their first two letters."""
    del document_id
    seen = []

    def first_letters(source: str, **_: object) -> ReadingText:
        seen.append(source)
        return ReadingText(source[:2], (Paragraph(0, 2),), (Run(0, 2, 0),))

    monkeypatch.setattr(repair, "repair", first_letters)
    return seen


def test_imported_text_is_not_repaired_again(
    library: Library, document_id: str, repairs: list[str]
) -> None:
    assert reading.reading_text(library, document_id).text == SOURCE
    assert repairs == []


@pytest.mark.parametrize("version", [repair.REPAIR_VERSION + 1, repair.REPAIR_VERSION - 1])
def test_text_is_repaired_once_by_each_version(
    version: int,
    library: Library,
    document_id: str,
    repairs: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(repair, "REPAIR_VERSION", version)

    texts = [reading.reading_text(library, document_id).text for _ in range(3)]

    assert texts == ["科技"] * 3
    assert repairs == [SOURCE]


def test_damaged_cache_is_made_again(
    library: Library, document_id: str, repairs: list[str]
) -> None:
    library.db.execute("UPDATE reading_text SET content = zeroblob(length(content))")

    assert reading.reading_text(library, document_id).text == "科技"
    assert repairs == [SOURCE]


def test_reading_text_of_a_document_that_is_gone_is_told(library: Library) -> None:
    with pytest.raises(DocumentGoneError):
        reading.reading_text(library, "unknown")


def test_corrections_make_another_reading_text_and_undo_the_same_again(
    library: Library, document_id: str
) -> None:
    before = reading.reading_text(library, document_id)
    at = before.source_offset(2)
    edit = CorrectDocument(document_id, NO_CORRECTIONS, NO_CORRECTIONS.with_break(at))

    changes = edit.apply(library)
    corrected = reading.reading_text(library, document_id)
    edit.revert(library)

    assert document_id in changes.repaired
    assert len(corrected.paragraphs) == len(before.paragraphs) + 1
    assert reading.reading_text(library, document_id) == before
