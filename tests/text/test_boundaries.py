from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.boundaries import clause_at, sentence_at

TEXTS = st.text(st.sampled_from("新质a7 \u3000\n，；：、。！？…”’」）》“,.:?!\"'/𠮷"), max_size=30)
BOUNDARIES = pytest.mark.parametrize("at", [sentence_at, clause_at])


def pieces(text: str, at: Callable[[str, int], tuple[int, int]]) -> list[str]:
    spans = dict.fromkeys(at(text, offset) for offset in range(len(text)))
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("先立后破。分类指导！好吗？", ["先立后破。", "分类指导！", "好吗？"]),
        ("他说：“好！”大家笑了。", ["他说：“好！”", "大家笑了。"]),
        ("“好！”，他说。", ["“好！”，他说。"]),
        ("“是重要指导。”。又及", ["“是重要指导。”。", "又及"]),
        ("等等……再说（完。）后", ["等等……", "再说（完。）", "后"]),
        ("《怎么看？》一书出版。", ["《怎么看？》一书出版。"]),
        ("真的?!见 http://a.b/c?d=1 一文", ["真的?!", "见 http://a.b/c?d=1 一文"]),
        ("增长3.5%。", ["增长3.5%。"]),
        ("  第一句。 第二句。\n第三句", ["第一句。", "第二句。", "第三句"]),
    ],
)
def test_sentences_keep_their_closing_marks(text: str, sentences: list[str]) -> None:
    assert pieces(text, sentence_at) == sentences


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("要因地制宜，分类指导；先立后破。", ["要因地制宜，", "分类指导；", "先立后破。"]),
        ("他说：“对，”又说", ["他说：", "“对，”", "又说"]),
        ("“好！”，他说。", ["“好！”，", "他说。"]),
        ("新产业、新模式、新动能", ["新产业、新模式、新动能"]),
        ("“甲！”、“乙！”两词", ["“甲！”、“乙！”", "两词"]),
        ("10:30有1,000人,散会", ["10:30有1,000人,", "散会"]),
        ("《怎么看？》一书，见http://a.b", ["《怎么看？》一书，", "见http://a.b"]),
    ],
)
def test_clauses_keep_their_closing_marks(text: str, clauses: list[str]) -> None:
    assert pieces(text, clause_at) == clauses


@BOUNDARIES
def test_line_end_and_text_end_belong_to_what_stands_before(
    at: Callable[[str, int], tuple[int, int]],
) -> None:
    assert at("甲。\n乙。", 2) == (0, 2)
    assert at("甲。\n乙。", 5) == (3, 5)
    assert at("甲。\n", 3) == (0, 2)
    assert at("甲。 \n乙。", 2) == (0, 2)


@BOUNDARIES
def test_nothing_but_blanks_is_given_as_it_is(at: Callable[[str, int], tuple[int, int]]) -> None:
    assert at("", 0) == (0, 0)
    assert at("  ", 1) == (0, 2)
    assert at("\n\n", 2) == (1, 2)


@BOUNDARIES
@given(text=TEXTS.filter(bool), data=st.data())
def test_range_is_never_empty_and_holds_what_is_no_blank(
    at: Callable[[str, int], tuple[int, int]], text: str, data: st.DataObject
) -> None:
    offset = data.draw(st.integers(0, len(text)))

    start, end = at(text, offset)

    assert 0 <= start < end <= len(text)
    assert text[start:end].strip() in {"", text[start:end]}
    if offset < len(text) and not text[offset].isspace():
        assert start <= offset < end
        assert "\n" not in text[start:end]


@BOUNDARIES
@given(text=TEXTS)
def test_ranges_do_not_overlap_and_leave_out_only_blanks(
    at: Callable[[str, int], tuple[int, int]], text: str
) -> None:
    letters = [offset for offset, character in enumerate(text) if not character.isspace()]

    spans = sorted({at(text, offset) for offset in letters})

    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    covered = {offset for start, end in spans for offset in range(start, end)}
    assert covered >= set(letters)


@given(text=TEXTS.filter(bool), data=st.data())
def test_clause_lies_in_its_sentence(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))

    clause, sentence = clause_at(text, offset), sentence_at(text, offset)

    assert sentence[0] <= clause[0]
    assert clause[1] <= sentence[1]
