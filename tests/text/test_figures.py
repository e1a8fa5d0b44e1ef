"""Figures: numbers with unit, value, what they are about and of which year."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.figures import Figure, figures


def rows(text: str) -> list[tuple[str, str, str]]:
    return [(figure.number, figure.unit, figure.what) for figure in figures(text)]


def only(text: str) -> Figure:
    (figure,) = figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "number", "unit", "value"),
    [
        ("进出口总额增长10.5%。", "10.5", "%", "0.105"),
        ("贷款余额达3万亿元。", "3万亿", "元", "3000000000000"),
        ("研发投入占百分之十五。", "百分之十五", "", "0.15"),
        ("用户超过1.2亿人。", "1.2亿", "人", "120000000"),
        ("线上销售占两成。", "两", "成", "0.2"),
        ("线上销售占三成半。", "三", "成半", "0.35"),
        ("产量是过去的3倍。", "3", "倍", "3"),
        ("装机容量1.1亿千瓦。", "1.1亿", "千瓦", "110000000"),
        ("森林覆盖率提高２.５个百分点。", "２.５", "个百分点", "0.025"),
        ("藏书四万三千册。", "四万三千", "册", "43000"),
        ("产销量连续9年增长。", "9", "年", "9"),
        ("发电量位居世界第一。", "第一", "", "1"),
        ("工人中女性占了一半。", "一半", "", "0.5"),
        ("攻克近千项技术。", "千", "项", "1000"),
    ],
)
def test_numbers_of_all_writings_have_unit_and_value(
    text: str, number: str, unit: str, value: str
) -> None:
    figure = only(text)

    assert (figure.number, figure.unit, figure.value) == (number, unit, Decimal(value))
    assert figure.high == figure.value
    assert number in text[figure.start : figure.end]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("亩产增加5%—8%。", "0.05", "0.08"),
        ("每户增收3—5万元。", "30000", "50000"),
        ("一箱有两万到五万只。", "20000", "50000"),
        ("日产10万至20万个。", "100000", "200000"),
    ],
)
def test_ranges_have_two_ends(text: str, low: str, high: str) -> None:
    figure = only(text)

    assert (figure.value, figure.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        "2023年9月7日下午3时，会议在北京召开。",
        "第十四届全国人大第二次会议。",
        "C919和5G、IPv6、PM2.5。",
        "实现“从0到1”的突破。",
        "坚持两个毫不动摇，做好三件事。",
        "一是加强创新。1.加快发展。",
        "千家万户，数百名居民，几千个日夜。",
        "破除城乡二元结构。",
        "使用期为三十日，10个月以后收回。",
        "1731万名",
    ],
)
def test_dates_names_and_manners_of_speaking_are_no_figures(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "到2030年排放量下降20%。",
        "投资平稳。到2030年排放量下降20%。",
        "力争投资超过500亿元。",
        "每100份用盐不得超过600克。",
        "要建设3000公里铁路。",
        "主要目标是：出口增长5%；就业1200万人。",
        "比重有望突破65%。",
        "计划招募志愿者20名。",
    ],
)
def test_what_is_planned_or_ruled_is_no_figure(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "whats"),
    [
        ("有普通高校137所、科研院所369家。", ["普通高校", "科研院所"]),
        ("共有23名工人参加建造。", ["工人"]),
        ("分别有16项和14项改革入选。", ["改革", "改革"]),
        ("装机容量1.1亿千瓦、占比达86.7%。", ["装机容量", "装机容量，占比"]),
        ("优势产业增长较快、增速达11.9%。", ["优势产业增长较快，增速"]),
        ("报名人数分别为58人、96人和19人。", ["报名人数"] * 3),
        ("绿色产品近3.5万个", ["绿色产品"]),
        ("财政收入为62亿元，1978年增加到1132亿元。", ["财政收入"] * 2),
        ("比率从10%提高到18%，平均每年提高2%。", ["比率", "比率", "比率，平均每年提高"]),
        ("收入、支出分别为3万元、2万元。", ["收入", "支出"]),
        ("总人口达14.1亿人，约占全球的18%。", ["总人口", "总人口，占全球"]),
        ("近1亿贫困人口实现脱贫。", ["贫困人口"]),
    ],
)
def test_what_a_figure_is_about_stands_before_or_behind_it(text: str, whats: list[str]) -> None:
    assert [figure.what for figure in figures(text)] == whats


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023年出口增长6.1%。", "2023"),
        ("二〇二三年出口增长6.1%。", "2023"),
        ("去年出口增长6.1%。", "去年"),
        ("2022年、2023年分别有16项改革入选。", "2022、2023"),
        ("与2012年相比，出口增长6.1%。", ""),
        ("出口比2012年增长6.1%。", ""),
        ("2023年出口是2012年的3倍。", "2023"),
        ("2023年出口较1978年的355亿元增加。", "1978"),
        ("1949~1978年，出口增长6.1%。", "1949—1978"),
    ],
)
def test_year_is_that_of_the_figure_and_not_one_compared_with(text: str, year: str) -> None:
    assert only(text).year == year


def test_few_things_counted_are_figures_only_beside_a_telling_one() -> None:
    assert rows("有3个方面。") == []
    assert rows("已有3个集群，产值增长6%。") == [("3", "个", "集群"), ("6", "%", "产值增长")]


def test_offsets_count_code_points() -> None:
    text = "𠮷😀村人口增长10.5%。"

    figure = only(text)

    assert text[figure.start : figure.end] == "10.5%"
    assert text[figure.sentence_start : figure.sentence_end] == text


@given(
    st.text(
        st.sampled_from("零一两百万亿点分之成半0159,.%％—至约第年元个人项增长，。；要\n😀"),
        max_size=60,
    )
)
def test_figures_lie_in_order_within_their_sentences(text: str) -> None:
    last = 0
    for figure in figures(text):
        assert last <= figure.start < figure.end
        assert figure.sentence_start <= figure.start
        assert figure.end <= figure.sentence_end
        assert figure.number in text
        last = figure.end


def test_empty_and_huge_texts_are_no_trouble() -> None:
    assert rows("") == rows("\n\n") == []
    assert rows("一" * 50_000) == []
    assert len(rows("出口增长6.1%。\n" * 5000)) == 5000
