"""What the pages of a PDF are called."""

import pytest

from annotator.core.page import Page
from annotator.importers import pdf
from annotator.importers.incoming import IncomingFile
from annotator.text.repair import repair
from tests.importers.labelled import labelled_pdf


def labels(ranges: str, *, pages: int = 3) -> tuple[Page | None, ...]:
    structure = pdf.extract(IncomingFile("a.pdf", labelled_pdf(ranges, pages=pages))).structure
    assert structure is not None
    assert structure.is_typeset
    assert len([item for item in structure.told if item.level]) == 3
    return structure.pages


@pytest.mark.parametrize(
    ("ranges", "called"),
    [
        ("0<</S/r>>2<</S/D/St 1>>", ("i", "ii", 1)),
        ("0<</S/D/St 17>>", (17, 18, 19)),
        ("0<</P(A-)/S/D/St 3>>", ("A-3", "A-4", "A-5")),
        ("0<</P<FEFF96445F55>/S/D>>2<</S/A>>", ("附录1", "附录2", "A")),
        ("0<<>>1<</S/D>>", (None, 1, 2)),
        ("0<</P(  )>>1<</P(007)>>2<</P(-1)>>", (None, "007", "-1")),
    ],
)
def test_pages_are_called_by_their_labels(ranges: str, called: tuple[Page | None, ...]) -> None:
    assert labels(ranges) == called


@pytest.mark.parametrize("ranges", ["", "0<</S/D>>", "(x) 3 /y", "0 0 0 0", "0<</S/Z>>", "9<<>>"])
def test_pages_that_are_called_by_their_count_are_counted(ranges: str) -> None:
    assert labels(ranges) == ()


@pytest.mark.parametrize(
    "ranges",
    [
        f"0<</P({'x' * 1_000_000})/S/D>>",
        "0<</S/R/St 999999999>>",
        "0<</P(\\001\\033[31m)/S/D>>",
        "0<</P<FEFF202E0041>>>",
        "0<</P<FEFFD842D842>>>",
        "0<</P<FEFFD8420041>/S/D>>",
        f"0<</P({'x' * 17})>>",
    ],
)
def test_labels_that_nobody_would_print_count_as_none(ranges: str) -> None:
    assert labels(ranges) == ()


def test_every_page_of_a_long_book_has_its_label() -> None:
    ranges = "".join(f"{page}<</P(B.)/S/D/St {page + 7}>>" for page in range(2_000))

    assert labels(ranges, pages=2_000) == tuple(f"B.{page + 7}" for page in range(2_000))


def test_text_shows_the_labels_where_pages_begin() -> None:
    found = pdf.extract(IncomingFile("a.pdf", labelled_pdf("0<</S/r>>1<<>>2<</S/D/St 1>>")))

    text = repair(found.text, structure=found.structure)

    called = [text.page_at(offset) for offset in range(len(text.text))]
    assert list(dict.fromkeys(called)) == ["i", None, 1]
    assert [entry.page for entry in text.outline] == ["i", "i", 1]
    plain = repair(found.text)
    assert (plain.text, plain.runs) == (text.text, text.runs)
