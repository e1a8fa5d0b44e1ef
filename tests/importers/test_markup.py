"""Markup: what a browser would show, paragraph by paragraph."""

import pytest
from lxml import etree, html

from annotator.core.reading_text import ParagraphKind
from annotator.importers.markup import paragraphs_of
from annotator.importers.paragraphs import Draft


def texts(markup: str) -> list[str]:
    return [draft.text for draft in paragraphs_of(html.fromstring(markup))]


def test_blocks_are_paragraphs_and_inline_marks_are_not() -> None:
    found = texts("<div>前言<p>科<b>技</b>创<i>新</i>。</p>尾<div>声</div>😀𠮷</div>")

    assert found == ["前言", "科技创新。", "尾", "声", "😀𠮷"]


def test_headings_keep_their_level_and_list_items_their_marker() -> None:
    markup = (
        "<div><h2>一、总<br>论</h2><ul><li>甲</li></ul>"
        "<ol start=3><li>丙</li><li><p>丁</p><p>续</p></li><li>戊<ol type=a><li>子</ol></ol></div>"
    )

    found = paragraphs_of(html.fromstring(markup))

    assert found == [
        Draft("一、总\u2028论", ParagraphKind.HEADING, 2),
        Draft("• 甲", ParagraphKind.LIST),
        Draft("3. 丙", ParagraphKind.LIST),
        Draft("4. 丁", ParagraphKind.LIST),
        Draft("续"),
        Draft("5. 戊", ParagraphKind.LIST),
        Draft("a. 子", ParagraphKind.LIST),
    ]


@pytest.mark.parametrize(
    ("attributes", "markers"),
    [
        ("", ["1.", "2."]),
        ('type="I"', ["I.", "II."]),
        ('reversed=""', ["2.", "1."]),
        ('start="9"', ["9.", "10."]),
        ('start="x"', ["1.", "2."]),
    ],
)
def test_ordered_lists_count_as_told(attributes: str, markers: list[str]) -> None:
    found = texts(f"<div><ol {attributes}><li>甲</li><li>乙</li></ol></div>")

    assert found == [f"{markers[0]} 甲", f"{markers[1]} 乙"]


def test_row_of_short_cells_is_one_line_and_others_are_paragraphs() -> None:
    found = texts(
        "<table><tr><th>指标</th><th>2024年</th></tr>"
        "<tr><td><p>一段</p><p>又一段</p></td><td>边<table><tr><td>里<td>面</table></td></tr></table>"
    )

    assert found == ["指标\t2024年", "一段", "又一段", "边", "里\t面"]


def test_what_a_browser_hides_is_left_out() -> None:
    found = texts(
        "<div>见<script>var a</script><style>p{}</style><p hidden>隐</p>"
        '<p style="DISPLAY : none">藏</p><nav>目录</nav><p>面</p></div>'
    )

    assert found == ["见", "面"]


def test_ruby_and_quotations_are_written_out() -> None:
    found = texts("<p><ruby>𠮷<rp>(</rp><rt>jí</rt><rp>)</rp></ruby>者<q>善</q>也</p>")

    assert found == ["𠮷（jí）者“善”也"]


@pytest.mark.parametrize(
    "mark",
    [
        "<sup><a href='#n'>1</a></sup>",
        "<a href='#n'><sup>1</sup></a>",
        "<a role='doc-noteref'>1</a>",
    ],
)
def test_number_of_a_note_does_not_run_into_a_figure(mark: str) -> None:
    assert texts(f"<p>增长3{mark}倍</p>") == ["增长3[1]倍"]


def test_picture_of_a_character_is_that_character() -> None:
    assert texts("<p>朱<img alt='𠮷'>明<img alt='插图'></p>") == ["朱𠮷明"]


def test_notes_stand_aside_without_the_way_back() -> None:
    notes = "<ol><li>注<a href='#r'>↩︎</a></li></ol>"
    markup = f"<div>文<section role='doc-endnotes'>{notes}</section>尾</div>"

    found = paragraphs_of(html.fromstring(markup))

    assert found == [Draft("文"), Draft("1. 注", ParagraphKind.ASIDE), Draft("尾")]


def test_what_follows_the_element_is_not_below_it() -> None:
    root = html.fromstring("<div><p>里</p>外</div>")

    assert paragraphs_of(root[0]) == [Draft("里")]


def test_power_is_no_note() -> None:
    assert texts("<p>3m<sup>2</sup>，<a href='x'>12</a></p>") == ["3m2，12"]


def test_line_ends_of_the_file_part_western_words_only() -> None:
    found = texts("<p>科技\n  创新，\n第一 动力 a\n b<br>\n 另行</p>")

    assert found == ["科技创新，第一 动力 a b\u2028 另行"]


def test_lines_of_preformatted_text_stay() -> None:
    assert texts("<pre>甲\n  乙\n\n丙</pre>") == ["甲\u2028 乙\u2028\u2028丙"]


def test_names_with_a_namespace_are_understood() -> None:
    root = etree.fromstring(
        '<html xmlns="http://www.w3.org/1999/xhtml"><h1>题</h1><p>文</p></html>'
    )

    assert paragraphs_of(root) == [Draft("题", ParagraphKind.HEADING, 1), Draft("文")]
