"""Paragraphs: a line each, pages apart, and what is told stands at its first letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.reading_text import ParagraphKind
from annotator.core.structure import Structure, ToldParagraph
from annotator.importers.paragraphs import Draft, row_of, typeset

DRAFTS = st.builds(
    Draft,
    st.text(st.characters(exclude_categories=[]) | st.sampled_from(" \u3000\n\f\u2028\t科😀𠮷")),
    st.sampled_from(ParagraphKind),
    st.integers(1, 6),
)


def test_each_paragraph_is_a_line_without_blanks_around_it() -> None:
    text, structure = typeset([[Draft("　　第一段 "), Draft(" \n"), Draft("第二段\n续")]])

    assert text == "第一段\n第二段\n续"
    assert structure == Structure()


def test_told_paragraphs_start_at_their_first_letter() -> None:
    pages = [
        [Draft(" 题\n目", ParagraphKind.TITLE, 1), Draft("文")],
        [],
        [Draft("\n• 甲\n乙", ParagraphKind.LIST)],
    ]

    text, structure = typeset(pages)

    assert text == "题 目\n文\f\f• 甲\n乙"
    assert structure.told == (
        ToldParagraph(0, ParagraphKind.TITLE, 1),
        ToldParagraph(7, ParagraphKind.LIST),
    )


def test_what_is_no_letter_is_left_out() -> None:
    assert typeset([[Draft("科\x00\x1b技\xad创\ud800新\ufffe")]])[0] == "科技创新"


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        ([["甲"], [], ["乙"]], ["甲\t乙"]),
        ([["甲", "乙"], ["丙"]], ["甲", "乙", "丙"]),
        ([["甲\n乙"], ["丙"]], ["甲\n乙", "丙"]),
        ([], [""]),
    ],
)
def test_rows_are_lines_if_their_cells_are(cells: list[list[str]], lines: list[str]) -> None:
    row = row_of([[Draft(text) for text in cell] for cell in cells])

    assert [draft.text for draft in row] == lines


@given(st.lists(st.lists(DRAFTS, max_size=4), max_size=4))
def test_source_texts_can_be_stored_and_tell_where_paragraphs_start(
    pages: list[list[Draft]],
) -> None:
    text, structure = typeset(pages)

    text.encode()
    assert text.count("\f") == max(0, len(pages) - 1)
    lines = text.replace("\f", "\n").split("\n")
    assert all(line == line.strip() and len(line.splitlines()) < 2 for line in lines)
    starts = [told.start for told in structure.told]
    assert starts == sorted(set(starts))
    assert all(text[start - 1 : start] in {"", "\n", "\f"} for start in starts)
    assert not any(text[start].isspace() for start in starts)
