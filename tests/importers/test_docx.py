"""Word documents: all that is printed, in order, with the numbers that Word counts."""

from collections.abc import Callable

import pytest

from annotator.core.document import About
from annotator.core.errors import DamagedFileError
from annotator.importers import docx
from annotator.importers.incoming import Extract
from tests.importers.conftest import Shown
from tests.importers.packages import word, word_parts, zipped


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def lines(body: str, **others: str) -> list[str]:
    return docx.extract(word(body, **others)).text.split("\n")


def test_sample_of_libreoffice(
    sample: Callable[[str], Extract], shown: Callable[[Extract], Shown]
) -> None:
    found = sample("libreoffice.docx")

    assert (found.file_format, found.encoding) == ("docx", "")
    assert found.about == About("城市更新行动方案", "读书小组")
    assert shown(found) == [
        ("title1", "城市更新行动方案"),
        ("heading2", "第一章总则"),
        ("body", "为扎实推进城市更新，制定本方案[1]。"),
        ("heading3", "一.1目标"),
        ("list", "（一）改造老旧小区；"),
        ("list", "a)水电"),
        ("list", "b)电梯"),
        ("list", "•加装"),
        ("list", "（二）保护历史街区。"),
        ("heading2", "第二章附则"),
        ("body", "堃（kūn），𠮷字辈😀[i]；"),
        ("body", "另起一行，第1页。"),
        ("body", "框中一句。"),
        ("body", "区 户数"),
        ("body", "东城区，含老街 1.2万"),
        ("aside", "[1] 见有关规划。"),
        ("aside", "[i] 人名。"),
    ]


def test_sample_of_pandoc(
    sample: Callable[[str], Extract], shown: Callable[[Extract], Shown]
) -> None:
    found = sample("pandoc.docx")

    assert found.about == About("数字乡村建设笔记", "读书小组")
    assert shown(found) == [
        ("title1", "数字乡村建设笔记"),
        ("body", "读书小组"),
        ("body", "2024-05-20"),
        ("heading2", "一、总体情况"),
        (
            "body",
            "数字乡村是乡村振兴的战略方向，也是建设数字中国的重要内容。[1]全国共有3.5万个村参加试点😀。",
        ),
        ("heading3", "（一）基础设施"),
        ("list", "1. 行政村通宽带；"),
        ("list", "2. 5G基站增长12%；"),
        ("list", "– 东部较快；"),
        ("list", "– 西部有𠮷村。"),
        ("body", "指标 2022年 2023年"),
        ("body", "宽带用户 1.7 1.9"),
        ("body", "普及率 61.9 66.5"),
        ("heading2", "二、下一步"),
        ("body", "要把发展数字经济作为战略选择。"),
        ("body", "持续推进网络提速。[2]"),
        ("aside", "[1] 见《数字乡村发展战略纲要》。"),
        ("aside", "[2] 第一段。"),
        ("aside", "第二段。"),
    ]


def test_sample_of_python_docx(
    sample: Callable[[str], Extract], shown: Callable[[Extract], Shown]
) -> None:
    found = sample("python_docx.docx")

    assert shown(found) == [
        ("title1", "读书会章程"),
        ("heading2", "第一章 总则"),
        ("body", "本会以共同阅读为宗旨。"),
        ("body", "另起一行。"),
        ("heading3", "会员"),
        ("list", "1. 按时到会；"),
        ("list", "2. 保持安静。"),
        ("list", "• 𠮷田会员"),
        ("body", "姓名 次数"),
        ("body", "张三 3"),
        ("body", "附则😀"),
    ]


def level(index: int, format_: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbered(list_id: int, index: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{list_id}"/></w:numPr>'


LISTS = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "chineseCountingThousand", "%1、", '<w:suff w:val="nothing"/>')
    + level(1, "lowerLetter", "%2)")
    + level(2, "decimal", "%1.%3", "<w:isLgl/>")
    + level(3, "bullet", "\uf06c")
    + level(4, "decimalEnclosedCircle", "%5")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def test_numbers_are_counted_as_word_counts_them() -> None:
    places = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2), (1, 3), (1, 4), (2, 0), (1, 0)]

    found = lines("".join(p("文", numbered(*place)) for place in places), numbering=LISTS)

    assert found == [
        "一、文",
        "a) 文",
        "b) 文",
        "二、文",
        "a) 文",
        "2.1 文",
        "• 文",
        "① 文",
        "五、文",
        "六、文",
    ]


def test_list_that_is_not_there_or_switched_off_has_no_numbers() -> None:
    body = p("甲", numbered(9)) + p("乙", numbered(0)) + p("丙", numbered(1, 8))

    assert lines(body, numbering=LISTS) == ["甲", "乙", "丙"]


FALLBACK = f"<mc:Fallback>{r('乙')}</mc:Fallback>"
STYLES = (
    '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="标题 3"/></w:style>'
    '<w:style w:styleId="b"><w:name w:val="own"/><w:basedOn w:val="a1"/></w:style>'
    '<w:style w:styleId="c"><w:pPr><w:outlineLvl w:val="7"/></w:pPr></w:style>'
    '<w:style w:styleId="d"><w:name w:val="round"/><w:basedOn w:val="e"/></w:style>'
    '<w:style w:styleId="e"><w:name w:val="about"/><w:basedOn w:val="d"/></w:style>'
    '<w:style w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "told"),
    [
        ('<w:pStyle w:val="a1"/>', ("heading", 3)),
        ('<w:pStyle w:val="b"/>', ("heading", 3)),
        ('<w:pStyle w:val="c"/>', ("heading", 6)),
        ('<w:pStyle w:val="d"/>', None),
        ('<w:pStyle w:val="none"/>', None),
        ('<w:pStyle w:val="t"/>', ("contents", 0)),
        ('<w:outlineLvl w:val="1"/>', ("heading", 2)),
        ('<w:pStyle w:val="a1"/><w:outlineLvl w:val="9"/>', None),
    ],
)
def test_styles_tell_headings(properties: str, told: tuple[str, int] | None) -> None:
    found = docx.extract(word(p("前") + p("题", properties), styles=STYLES))

    assert found.structure is not None
    kinds = [(item.start, item.kind, item.level) for item in found.structure.told]
    assert kinds == ([(2, *told)] if told else [])


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:del><w:r><w:delText>删</w:delText><w:t>删</w:t></w:r></w:del>", "前后"),
        (f"<w:ins>{r('增')}</w:ins><w:moveTo>{r('移')}</w:moveTo>", "前增移后"),
        (f"<w:moveFrom>{r('走')}</w:moveFrom>", "前后"),
        (r("隐", "<w:vanish/>") + r("显", '<w:vanish w:val="0"/>'), "前显后"),
        (r("隐", '<w:rStyle w:val="h"/>'), "前后"),
        ("<w:r><w:noBreakHyphen/><w:softHyphen/><w:tab/></w:r>", "前-\t后"),
        ("<w:r><w:br/></w:r>", "前\n后"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "前☑后"),
        ('<w:r><w:sym w:font="Webdings" w:char="F0FE"/></w:r>', "前\ufffd后"),
        (f"<w:hyperlink>{r('链')}</w:hyperlink><w:sdt><w:sdtContent>{r('控')}</w:sdtContent></w:sdt>",
         "前链控后"),
        ("<w:ruby><w:rt>" + r("jí") + "</w:rt><w:rubyBase>" + r("𠮷") + "</w:rubyBase></w:ruby>",
         "前𠮷（jí）后"),
        (f"<mc:AlternateContent><mc:Choice>{r('甲')}</mc:Choice>{FALLBACK}</mc:AlternateContent>",
         "前甲后"),
        (f"<mc:AlternateContent>{FALLBACK}</mc:AlternateContent>", "前乙后"),
    ],
)  # fmt: skip
def test_what_is_printed_is_read(runs: str, text: str) -> None:
    found = docx.extract(word(f"<w:p>{r('前')}{runs}{r('后')}</w:p>", styles=STYLES))

    assert found.text == text


def field(turn: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>'


def test_fields_are_read_by_their_results() -> None:
    inner = field("begin") + r("内") + field("separate") + r("果") + field("end")
    runs = field("begin") + r("令") + inner + field("separate") + r("结果") + field("end")

    assert lines(f"<w:p>{r('前')}{runs}{r('后')}</w:p>") == ["前结果后"]


def test_field_without_an_end_swallows_nothing() -> None:
    assert lines(f"<w:p>{field('begin')}{r('前')}</w:p>{p('后')}") == ["前", "后"]


def test_deleted_paragraph_end_joins_two_paragraphs() -> None:
    body = p("前", "<w:rPr><w:del/></w:rPr>") + p("后")

    assert lines(body) == ["前后"]


def test_drop_cap_is_the_first_letter_of_the_next_paragraph() -> None:
    assert lines(p("春", '<w:framePr w:dropCap="drop"/>') + p("天来了")) == ["春天来了"]


def test_chinese_number_before_a_short_line_is_that_of_a_heading(
    shown: Callable[[Extract], Shown],
) -> None:
    body = p("总体要求", numbered(1)) + p("加快推进，务求实效。") + p("完善体系；", numbered(1))

    found = docx.extract(word(p("方案") + body, numbering=LISTS))

    assert shown(found)[1:] == [
        ("heading2", "一、总体要求"),
        ("body", "加快推进，务求实效。"),
        ("list", "二、完善体系；"),
    ]


def test_rows_that_were_deleted_are_not_there() -> None:
    def row(text: str, properties: str = "") -> str:
        cells = f"<w:tc>{p(text)}</w:tc><w:tc>{p('数')}</w:tc>"
        return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"

    assert lines(f"<w:tbl>{row('甲')}{row('乙', '<w:del/>')}</w:tbl>") == ["甲\t数"]


def test_text_box_follows_the_paragraph_that_it_hangs_on() -> None:
    box = f"<w:drawing><w:txbxContent>{p('框')}</w:txbxContent></w:drawing>"

    assert lines(f"<w:p>{r('前')}<w:r>{box}</w:r>{r('后')}</w:p>{p('次')}") == ["前后", "框", "次"]


def note(kind: str, key: int, more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}" {more}/></w:r>'


def test_notes_are_numbered_in_the_order_in_which_they_are_cited() -> None:
    starred = note("footnote", 4, 'w:customMarkFollows="1"')
    body = (
        f"<w:p>{r('3')}{note('footnote', 5)}{r('、')}{note('footnote', 3)}"
        f"{note('endnote', 1)}</w:p>"
        f"<w:p>{starred}{r('*')}{note('footnote', 99)}</w:p>"
    )
    footnotes = "".join(
        f'<w:footnote w:id="{key}">{p(text)}</w:footnote>'
        for key, text in ((-1, ""), (3, "三"), (4, "* 四"), (5, "五"), (6, "未引"))
    )

    found = docx.extract(
        word(body, footnotes=footnotes, endnotes=f'<w:endnote w:id="1">{p("尾")}</w:endnote>')
    )

    assert found.text == "3[1]、[2][i]\n*\n[1] 五\n[2] 三\n* 四\n[i] 尾"
    assert found.structure is not None
    assert [item.kind for item in found.structure.told] == ["aside"] * 4


def test_notes_are_marked_in_the_way_that_the_document_sets() -> None:
    settings = '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/></w:footnotePr>'

    found = lines(
        f"<w:p>{r('文')}{note('footnote', 1)}</w:p>",
        footnotes=f'<w:footnote w:id="1">{p("注")}</w:footnote>',
        settings=settings,
    )

    assert found == ["文①", "① 注"]


def test_document_of_twenty_thousand_paragraphs_is_read_whole() -> None:
    found = lines(p("创新😀") * 20_000)

    assert found == ["创新😀"] * 20_000


def test_document_without_paragraphs_has_no_text() -> None:
    assert docx.extract(word("")).text == ""


@pytest.mark.parametrize("missing", ["_rels/.rels", "word/document.xml"])
def test_document_without_its_main_part_is_damaged(missing: str) -> None:
    parts = word_parts(p("文"))
    del parts[missing]

    with pytest.raises(DamagedFileError, match=r"文件\.docx"):
        docx.extract(zipped(parts))
