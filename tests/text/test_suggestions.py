"""Suggestions: what looks like a definition, a policy measure, an example, a statistic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.repair import repair
from annotator.text.suggestions import SuggestionKind, suggestions, suggestions_in

DEFINITION, POLICY_MEASURE = SuggestionKind.DEFINITION, SuggestionKind.POLICY_MEASURE
EXAMPLE, STATISTIC = SuggestionKind.EXAMPLE, SuggestionKind.STATISTIC


def found(text: str) -> list[tuple[SuggestionKind, str]]:
    return [(one.kind, one.span.slice_of(text)) for one in suggestions_in(text, 0, len(text))]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (DEFINITION, "生产力是指人类改造自然的能力。"),
        (DEFINITION, "“领跑”，指的是把握科技制高点。"),
        (DEFINITION, "绿色经济是以节约资源为前提的新型经济。"),
        (DEFINITION, "它以效率提升为核心标志，本质是先进生产力。"),
        (POLICY_MEASURE, "要深化科技体制改革，打通堵点卡点。"),
        (POLICY_MEASURE, "各地必须加强基础研究。"),
        (POLICY_MEASURE, "健全分配机制，营造良好氛围。"),
        (POLICY_MEASURE, "借用农具应当签名，当日归还。"),
        (EXAMPLE, "北京实施产业链行动，开辟新赛道。"),
        (EXAMPLE, "“爱达·魔都号”正式命名交付，可以出海。"),
        (EXAMPLE, "复旦大学相辉研究院成立，长期支持科研人员。"),
        (EXAMPLE, "全球首条高速主干通路正式开通。"),
        (EXAMPLE, "武汉：数据中心升级为算力中心"),
        (EXAMPLE, "无人公交专线亮相成都街头"),
        (EXAMPLE, "让ARJ21顺利投入运营。"),
        (EXAMPLE, "再如，苏州工业园集中供热，家家受益。"),
        (EXAMPLE, "老何小店的汤面荣获全镇金奖。"),
        (EXAMPLE, "村民赵小河办起了养蜂场。"),
        (EXAMPLE, "活字的发明促进了读书的风气。"),
        (STATISTIC, "去年工业增加值增长6.1%。"),
        (POLICY_MEASURE, "健全分配机制,营造良好氛围。"),
    ],
)
def test_every_kind_is_known_by_its_patterns(kind: SuggestionKind, text: str) -> None:
    assert found(text) == [(kind, text)]


@pytest.mark.parametrize(
    "text",
    [
        "创新是发展的第一动力。",
        "科技创新是发展新质生产力的核心要素。",
        "什么是新质生产力？",
        "生产力是指哪些能力？",
        "近年来，科技创新取得成效。",
        "要看到，困难还不少。",
        "习近平在北京会见代表。",
        "他在北京开办了工厂。",
        "苏州将建设新的工厂。",
        "苏州是一座开放的城市。",
        "昨天出席会议的代表有300人。",
        "我们不得不让出道路。",
        "他已是指日可待的人选。",
        "主要有三个方面。",
        "",
    ],
)
def test_what_only_judges_asks_or_leads_on_is_not_suggested(text: str) -> None:
    assert found(text) == []


def test_statements_between_semicolons_are_suggested_one_by_one() -> None:
    assert found("去年投资增长6%；出口平稳；用电量增长7%。") == [
        (STATISTIC, "去年投资增长6%；"),
        (STATISTIC, "用电量增长7%。"),
    ]


def test_headings_and_contents_are_passed_over() -> None:
    source = "一、要加快科技创新\n\n要加快科技创新，完善体制机制。\n"

    text = repair(source)

    assert [one.span.slice_of(text.text) for one in suggestions(text)] == [
        "要加快科技创新，完善体制机制。"
    ]


def test_offsets_count_code_points() -> None:
    assert found("𠮷😀。去年𠮷增长6%。")[0] == (STATISTIC, "去年𠮷增长6%。")


@given(st.text(st.sampled_from("要是的指增长6%，。；：“”、北京实施新质生产力\n 😀"), max_size=80))
def test_suggestions_are_in_order_and_whole_parts_of_sentences(text: str) -> None:
    spans = [one.span for one in suggestions_in(text, 0, len(text))]

    assert [span.start for span in spans] == sorted(span.start for span in spans)
    for span in spans:
        assert span.slice_of(text) == span.slice_of(text).strip()
        assert "\n" not in span.slice_of(text)


@pytest.mark.parametrize("text", ["是" * 100_000 + "的。", "年月日" * 600, "“近日，" * 500])
def test_a_paragraph_without_sentences_takes_no_long_time(text: str) -> None:
    assert found(text) == []
