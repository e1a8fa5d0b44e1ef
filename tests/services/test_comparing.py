"""Comparing the texts of a library."""

from pathlib import Path

import pytest

from annotator.services import importing
from annotator.services.comparing import Comparison, compare
from annotator.storage.library import Library

QUOTATION = "新质生产力的特点是创新，关键在质优，本质是先进生产力"


@pytest.fixture
def comparison(library: Library, tmp_path: Path) -> Comparison:
    for name, text in {
        "一.txt": f"甲方认为，{QUOTATION}。",
        "二.txt": f"乙方引用道：“{QUOTATION.replace('，', '、')}”，并表示赞成。",
        "三.txt": "这里说的是别的事情。",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        importing.import_file(library, tmp_path / name)
    return compare(library)


def test_quotation_in_two_texts_is_one_family(comparison: Comparison) -> None:
    (family,) = comparison.shared.families

    assert [comparison.document(place).title for place in family.members] == ["一", "二"]
    assert comparison.words(family.members[0]) == QUOTATION
    assert comparison.words(family.members[1]) == QUOTATION.replace("，", "、")


def test_family_keeps_its_id_when_another_text_comes_in(
    comparison: Comparison, library: Library, tmp_path: Path
) -> None:
    before = [comparison.family_id(family) for family in comparison.shared.families]
    (tmp_path / "四.txt").write_text("又来了一篇，什么也没有引用。", encoding="utf-8")
    importing.import_file(library, tmp_path / "四.txt")

    after = compare(library)

    assert [after.family_id(family) for family in after.shared.families] == before
