"""correct, and rules of repair that are left out of repair and import."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotator.core.corrections import NO_CORRECTIONS, Corrections, Rule
from annotator.services import previewing
from annotator.storage import document_table
from annotator.storage.library import Library

Duidu = Callable[..., Any]


def stored(library: Path) -> Corrections:
    with Library.open(library) as opened:
        return document_table.corrections(opened, document_table.all_documents(opened)[0].id)


def test_rule_can_be_left_out_of_repair(duidu: Duidu, texts: Path) -> None:
    off = Corrections(off=frozenset([Rule.PARAGRAPHS, Rule.BLANKS]))

    printed = duidu("repair", texts / "措施.txt", "--off", "paragraphs", "--off", "blanks")

    seen = previewing.preview(texts / "措施.txt", corrections=off)
    assert printed.out == seen.reading_text.text + "\n"


def test_rule_can_be_left_out_of_an_import(duidu: Duidu, texts: Path, tmp_path: Path) -> None:
    path = tmp_path / "neu.duidu"

    duidu("import", texts / "措施.txt", "--off", "blanks", "--library", path)

    assert stored(path) == Corrections(off=frozenset([Rule.BLANKS]))


def test_unknown_rule_is_told(duidu: Duidu, texts: Path) -> None:
    printed = duidu("repair", texts / "措施.txt", "--off", "all")

    assert printed.status == 1
    assert "the rules are paragraphs, blanks, page_edges, repeated_titles" in printed.err


def test_paragraph_is_split_and_joined(duidu: Duidu, library: Path) -> None:
    before = duidu("text", "措施.txt", "--library", library).out
    at = before.index("三年内")

    split = duidu("correct", "措施.txt", "--split-at", at, "--json", "--library", library)
    text = duidu("text", "措施.txt", "--library", library).out
    duidu("correct", "措施.txt", "--join-at", text.index("三年内"), "--library", library)

    assert split.status == 0
    assert len(split.json["breaks"]) == 1
    assert text == before.replace("三年内", "\n三年内")
    assert duidu("text", "措施.txt", "--library", library).out == before


def test_rule_is_switched_off_and_on_again(duidu: Duidu, library: Path) -> None:
    duidu("correct", "措施.txt", "--off", "blanks", "--library", library)
    off = stored(library)
    duidu("correct", "措施.txt", "--on", "blanks", "--library", library)

    assert off == Corrections(off=frozenset([Rule.BLANKS]))
    assert stored(library) == NO_CORRECTIONS


def test_all_corrections_are_undone(duidu: Duidu, library: Path) -> None:
    duidu("correct", "措施.txt", "--split-at", "20", "--off", "blanks", "--library", library)

    printed = duidu("correct", "措施.txt", "--clear", "--library", library)

    assert stored(library) == NO_CORRECTIONS
    assert printed.out == "4 paragraphs; 0 borders by hand; rules off: none\n"


def test_place_outside_the_text_is_told_and_nothing_is_corrected(
    duidu: Duidu, library: Path
) -> None:
    printed = duidu(
        "correct", "措施.txt", "--off", "blanks", "--split-at", "99999", "--library", library
    )

    assert printed.status == 1
    assert "99999 lies outside the text" in printed.err
    assert stored(library) == NO_CORRECTIONS
