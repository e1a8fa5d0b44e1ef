"""Slides: a page each, read as the audience reads them."""

from collections.abc import Callable

import pytest

from annotator.core.document import About, DocumentKind
from annotator.core.errors import DamagedFileError
from annotator.importers import pptx
from annotator.importers.incoming import Extract
from tests.importers.conftest import Shown
from tests.importers.packages import deck, relations, slide_parts, zipped


def shape(text: str, *, role: str = "", top: int = -1, left: int = 0) -> str:
    placeholder = f'<p:ph type="{role}"/>' if role else ""
    place = f'<a:xfrm><a:off x="{left}00000" y="{top}00000"/><a:ext cx="9" cy="2000000"/></a:xfrm>'
    return (
        f"<p:sp><p:nvSpPr><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{place if top >= 0 else ''}</p:spPr><p:txBody>{a(text)}</p:txBody></p:sp>"
    )


def a(text: str, properties: str = "") -> str:
    return f"<a:p>{properties}<a:r><a:t>{text}</a:t></a:r></a:p>"


def lines(*shapes: str) -> list[str]:
    return pptx.extract(deck("".join(shapes))).text.split("\n")


def test_sample_of_libreoffice(
    sample: Callable[[str], Extract], shown: Callable[[Extract], Shown]
) -> None:
    found = sample("libreoffice.pptx")

    assert (found.file_format, found.about) == ("pptx", About("", kind=DocumentKind.SLIDES))
    assert shown(found) == [
        ("heading1 p1", "一、进展 与成效"),
        ("list p1", "● 新建书屋58万家"),
        ("list p1", "● 𠮷林省领先😀"),
        ("aside p1", "这里要停一停。"),
        ("body p2", "左：问题"),
        ("body p2", "右：对策"),
        ("list p2", "1. 先调研"),
        ("list p2", "2. 后推广"),
        ("body p2", "项目 数量"),
    ]


def test_sample_of_python_pptx(
    sample: Callable[[str], Extract], shown: Callable[[Extract], Shown]
) -> None:
    found = sample("python_pptx.pptx")

    assert found.about == About("阅读推广", kind=DocumentKind.SLIDES)
    assert shown(found) == [
        ("title1 p1", "阅读推广 工作汇报"),
        ("body p1", "二〇二四年五月"),
        ("heading2 p2", "一、进展"),
        ("body p2", "新建书屋58万家"),
        ("body p2", "𠮷林省领先😀"),
        ("aside p2", "这里要停一停。"),
        ("heading2 p3", "二、问题"),
        ("body p3", "左上"),
        ("body p3", "右上"),
        ("body p3", "左下"),
        ("body p3", "右下"),
        ("body p3", "项目 数量"),
        ("body p3", "书屋 58万"),
        ("body p5", "谢谢"),
    ]


def test_sample_of_pandoc(
    sample: Callable[[str], Extract], shown: Callable[[Extract], Shown]
) -> None:
    found = sample("pandoc.pptx")

    assert found.about == About("数字乡村建设", "读书小组", kind=DocumentKind.SLIDES)
    assert shown(found) == [
        ("title1 p1", "数字乡村建设"),
        ("body p1", "读书小组"),
        ("heading2 p2", "总体情况"),
        ("heading3 p3", "基础设施"),
        ("body p3", "行政村通宽带"),
        ("body p3", "基站增长12%"),
        ("aside p3", "讲稿：先说基础设施。"),
        ("heading3 p4", "下一步"),
        ("list p4", "1. 网络提速"),
        ("list p4", "2. 人才下乡"),
        ("body p4", "指标 数值"),
        ("body p4", "普及率 66.5"),
    ]


def test_title_comes_first_and_the_rest_by_rows() -> None:
    found = lines(
        shape("右下", top=60, left=50),
        shape("左下", top=61, left=0),
        shape("左上", top=31, left=0),
        shape("右上", top=30, left=50),
        shape("题", role="title", top=90),
    )

    assert found == ["题", "左上", "右上", "左下", "右下"]


@pytest.mark.parametrize("role", ["sldNum", "dt", "ftr"])
def test_what_stands_on_every_slide_is_left_out(role: str) -> None:
    assert lines(shape("文", top=1), shape("脚", role=role, top=2)) == ["文"]


def test_slides_come_in_the_order_of_the_presentation() -> None:
    parts = slide_parts([shape("一"), shape("二"), shape("三")])
    order = "".join(f'<p:sldId id="{9 - i}" r:id="rId{i}"/>' for i in (2, 0, 1))
    main = str(parts["ppt/presentation.xml"])
    start, end = main.index("<p:sldId "), main.index("</p:sldIdLst>")
    parts["ppt/presentation.xml"] = main[:start] + order + main[end:]

    assert pptx.extract(zipped(parts)).text == "三\f一\f二"


def test_hidden_slide_keeps_its_number_and_hidden_shape_nothing() -> None:
    parts = slide_parts([shape("一"), shape("二"), shape("三")])
    hidden = str(parts["ppt/slides/slide1.xml"]).replace("<p:sld ", '<p:sld show="0" ', 1)
    parts["ppt/slides/slide1.xml"] = hidden
    shy = shape("隐").replace("<p:nvSpPr>", '<p:nvSpPr><p:cNvPr hidden="1"/>')
    parts["ppt/slides/slide2.xml"] = str(parts["ppt/slides/slide2.xml"]).replace(
        "<p:sp>", shy + "<p:sp>", 1
    )

    assert pptx.extract(zipped(parts)).text == "一\f\f三"


def test_placeholders_stand_where_their_layout_puts_them() -> None:
    layout = "<l xmlns:p='p' xmlns:a='a'>{}</l>".format(
        shape("", role="body", top=50) + shape("", role="subTitle", top=10)
    )
    parts = slide_parts(
        [shape("下", role="body") + shape("上", role="subTitle") + shape("中", top=30)]
    )
    parts["ppt/layout.xml"] = layout
    parts["ppt/slides/_rels/slide0.xml.rels"] = relations({"r": ("slideLayout", "../layout.xml")})

    assert pptx.extract(zipped(parts)).text == "上\n中\n下"


def numbered(kind: str, more: str = "") -> str:
    return f'<a:pPr><a:buAutoNum type="{kind}" {more}/></a:pPr>'


@pytest.mark.parametrize(
    ("properties", "markers"),
    [
        ([numbered("arabicPeriod")] * 2, ["1. ", "2. "]),
        ([numbered("arabicParenBoth", 'startAt="4"')] * 2, ["(4) ", "(5) "]),
        ([numbered("circleNumDbPlain"), "", numbered("circleNumDbPlain")], ["① ", "", "① "]),
        ([numbered("ea1ChsPeriod"), numbered("alphaLcParenR")], ["一. ", "a) "]),
        (['<a:pPr><a:buChar char="§"/></a:pPr>'], ["§ "]),
        (['<a:pPr><a:buFont typeface="Wingdings"/><a:buChar char="Ø"/></a:pPr>'], ["• "]),
    ],
)
def test_bullets_and_numbers_are_those_of_the_slide(
    properties: list[str], markers: list[str]
) -> None:
    paragraphs = "".join(a("文", each) for each in properties)

    found = lines(shape("", top=1).replace(a(""), paragraphs))

    assert found == [f"{marker}文" for marker in markers]


def test_diagrams_and_charts_are_read_by_their_words() -> None:
    frame = (
        "<p:graphicFrame><a:graphic><a:graphicData><d:{} xmlns:d='d' r:{}='{}'/>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )
    parts = slide_parts([frame.format("relIds", "dm", "x") + frame.format("chart", "id", "y")])
    parts["ppt/slides/_rels/slide0.xml.rels"] = relations(
        {"x": ("diagramData", "../data.xml"), "y": ("chart", "../chart.xml")}
    )
    point = "<pt><t>{}</t></pt>"
    parts["ppt/data.xml"] = f"<m xmlns:a='a'>{point.format(a('调研'))}{point.format(a('推广'))}</m>"
    parts["ppt/chart.xml"] = f"<c xmlns:a='a'><rich>{a('历年数量')}</rich><v>1.5</v></c>"

    assert pptx.extract(zipped(parts)).text == "调研\n推广\n历年数量"


def points(*values: str, code: str = "") -> str:
    """Return the points of a chart's data, in a number format if one is given."""
    told = f"<formatCode>{code}</formatCode>" if code else ""
    listed = (f"<pt idx='{i}'><v>{value}</v></pt>" for i, value in enumerate(values) if value)
    return f"<x><xCache>{told}<ptCount val='9'/>{''.join(listed)}</xCache></x>"


def chart_lines(*series: tuple[str, str, str], title: str = "", before: str = "") -> list[str]:
    """Return what is read of a chart: of each series the name, its categories and its values."""
    drawn = "".join(
        f"<barChart><ser><tx>{points(name)}</tx><cat>{categories}</cat><val>{values}</val></ser>"
        "</barChart>"
        for name, categories, values in series
    )
    rich = f"<title><rich>{a(title)}</rich></title>" if title else ""
    frame = "<p:graphicFrame><d:chart xmlns:d='d' r:id='y'/></p:graphicFrame>"
    parts = slide_parts([frame])
    parts["ppt/slides/_rels/slide0.xml.rels"] = relations({"y": ("chart", "../chart.xml")})
    parts["ppt/chart.xml"] = f"<c xmlns:a='a'>{before}<chart>{rich}{drawn}</chart></c>"
    return pptx.extract(zipped(parts)).text.split("\n")


YEARS = points("2022年", "2023年")


def test_figures_of_a_chart_are_read_with_their_categories() -> None:
    values = points("120.47239999999999", "126.05819999999999", code='0.00"万亿元"')

    found = chart_lines(("总值", YEARS, values), title="国内生产总值")

    assert found == ["国内生产总值", "2022年\t120.47万亿元", "2023年\t126.06万亿元"]


def test_name_of_a_single_series_is_the_title_of_a_chart_without_one() -> None:
    found = chart_lines(("总值", YEARS, points("1", "2")))

    assert found == ["总值", "2022年\t1", "2023年\t2"]


def test_series_of_the_same_categories_stand_side_by_side() -> None:
    first = ("第一产业", YEARS, points("8.8", "", code="0.0"))
    second = ("第二产业", YEARS, points("48.3", "48.26", code="0.0"))
    third = ("增速", points("一季度"), points("0.045", code="0.0%"))

    assert chart_lines(first, second, third, title="三次产业") == [
        "三次产业",
        "第一产业\t第二产业",
        "2022年\t8.8\t48.3",
        "2023年\t—\t48.3",
        "一季度\t4.5%",
    ]


def test_categories_are_days_groups_or_else_counted() -> None:
    days = points("45292", "45658", code='yyyy"年"')
    groups = (
        "<x><c><lvl><pt idx='0'><v>男</v></pt><pt idx='1'><v>女</v></pt></lvl>"
        "<lvl><pt idx='0'><v>城市</v></pt></lvl></c></x>"
    )

    assert chart_lines(("数", days, points("1", "2")))[1:] == ["2024年\t1", "2025年\t2"]
    assert chart_lines(("数", groups, points("1", "2")))[1:] == ["城市 男\t1", "城市 女\t2"]
    assert chart_lines(("数", "", points("1", "2")))[1:] == ["1\t1", "2\t2"]
    since_1904 = chart_lines(
        ("数", days, points("1", "2")), before="<date1904 val='1'/>", title="甲"
    )
    assert since_1904 == ["甲", "2028年\t1", "2029年\t2"]


def test_chart_whose_figures_mean_nothing_has_none() -> None:
    broken = "<x><pt idx='x'><v>1</v></pt><pt><v>2</v></pt><pt idx='3'/><pt idx='4'><v/></pt></x>"

    assert chart_lines(("数", YEARS, broken), title="图") == ["图"]


def test_of_two_alternatives_the_first_is_read() -> None:
    choice, fallback = shape("甲"), shape("乙")

    found = lines(
        f"<mc:AlternateContent><mc:Choice>{choice}</mc:Choice>"
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )

    assert found == ["甲"]


def test_groups_in_groups_are_read_however_deep() -> None:
    deep = 80
    found = lines("<p:grpSp>" * deep + shape("深") + "</p:grpSp>" * deep)

    assert found == ["深"]


def test_slide_that_is_not_there_is_damage() -> None:
    parts = slide_parts([shape("一"), shape("二")])
    del parts["ppt/slides/slide1.xml"]

    with pytest.raises(DamagedFileError):
        pptx.extract(zipped(parts))


def test_presentation_without_slides_has_no_text() -> None:
    assert pptx.extract(deck()).text == ""
