"""Indents: a line that starts two letters right of its column starts a paragraph."""

from annotator.importers.pdf_indents import with_indents
from annotator.importers.pdf_page import Line


def line(text: str, left: float, *, em: float = 10.0) -> Line:
    return Line(text, left=left, right=left + em * len(text), bottom=0.0, em=em)


def test_line_two_letters_right_of_its_column_is_indented() -> None:
    page = [
        line("一段的开头", 70),
        line("它的下一行", 50),
        line("别的栏的开头", 170),
        line("下一行", 150),
    ]

    assert list(with_indents([page])) == [
        ["　　一段的开头", "它的下一行", "　　别的栏的开头", "下一行"]
    ]


def test_centred_line_is_not_indented() -> None:
    page = [line("题目", 120), line("稍稍靠右的一行", 58), line("占满一行的十个字左右", 50)]

    assert list(with_indents([page])) == [["题目", "稍稍靠右的一行", "占满一行的十个字左右"]]


def test_page_of_first_lines_alone_is_measured_by_its_neighbours() -> None:
    verse = [line("早晨", 70), line("雾还没有散", 70)]
    prose = [line("一段的开头", 70), line("它的下一行", 50)]

    pages = list(with_indents([verse, [], prose]))

    assert pages[0] == ["　　早晨", "　　雾还没有散"]
    assert list(with_indents([verse])) == [["早晨", "雾还没有散"]]


def test_page_across_with_another_margin_is_not_compared() -> None:
    left, right = [line("左边的一页", 50)], [line("右边的一页", 70)]

    assert list(with_indents([left, right])) == [["左边的一页"], ["右边的一页"]]


def test_lines_without_a_place_have_no_indent() -> None:
    assert list(with_indents([[Line("横着写的一行"), Line("")], []])) == [["横着写的一行", ""], []]
