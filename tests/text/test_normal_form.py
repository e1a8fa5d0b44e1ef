import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.normal_form import NormalForm

LETTERS = st.sampled_from('新质aAＡß㎡ﬁifs½m2１，,。.“"—-… \n\u3000\u200b´é\u0301𠮷😀')
TEXTS = st.text(LETTERS, max_size=30)
QUERIES = st.text(LETTERS, max_size=3)


def found(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in NormalForm(text).find_all(query)]


def by_brute_force(text: str, query: str) -> list[tuple[int, int]]:
    letters = [(letter, i) for i, char in enumerate(text) for letter in NormalForm(char).text]
    wanted = [letter for char in query for letter in NormalForm(char).text]
    hits: list[tuple[int, int]] = []
    for first in range(len(letters) - len(wanted) + 1 if wanted else 0):
        window = letters[first : first + len(wanted)]
        free_from = hits[-1][1] if hits else 0
        if [letter for letter, _ in window] == wanted and window[0][1] >= free_from:
            hits.append((window[0][1], window[-1][1] + 1))
    return hits


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("科 技\n创　新，科技创新", "科技创新", ["科 技\n创　新", "科技创新"]),
        ("ＤＮＡ和dna", "Dna", ["ＤＮＡ", "dna"]),
        ("“甲”「甲」", '"甲"', ["“甲”", "「甲」"]),
        ("甲——乙－－丙", "--", ["——", "－－"]),
        ("国发〔2024〕1号", "国发[2024]1号", ["国发〔2024〕1号"]),
        ("甲，乙。", "甲,乙.", ["甲，乙。"]),
        ("xīn zhì", "xinzhi", ["xīn zhì"]),
        ("⼈⼯智能", "人工智能", ["⼈⼯智能"]),
        ("𠮷野家😀吉", "野家", ["野家"]),
        ("用地300㎡。", "300 m²", ["300㎡"]),
        ("增长35%，3.5％", "3.5%", ["3.5％"]),
        ("哈哈哈哈哈", "哈哈", ["哈哈", "哈哈"]),
    ],
)
def test_query_is_found_in_every_shape(text: str, query: str, hits: list[str]) -> None:
    assert found(text, query) == hits


@pytest.mark.parametrize("query", ["", " ", "\n\u3000\t", "\u200b\ufeff"])
def test_query_without_a_letter_finds_nothing(query: str) -> None:
    assert found("新 质\u200b生产力", query) == []


def test_text_without_a_letter_holds_nothing() -> None:
    assert found("", "新") == []
    assert found(" \n", "新") == []


def test_character_that_only_partly_belongs_to_a_hit_is_in_it_as_a_whole() -> None:
    assert found("ﬁnd", "ind") == ["ﬁnd"]
    assert found("Straße", "ss") == ["ß"]
    assert found("ßß", "s") == ["ß", "ß"]
    assert found("ßs", "s") == ["ß", "s"]
    assert found("aßa", "as") == ["aß"]


def test_character_of_several_letters_moves_no_later_hit() -> None:
    assert list(NormalForm("㎡ ß…½新质").find_all("新质")) == [(5, 7)]


@given(TEXTS, QUERIES)
def test_hits_are_those_of_a_search_by_brute_force(text: str, query: str) -> None:
    assert list(NormalForm(text).find_all(query)) == by_brute_force(text, query)


@given(TEXTS, st.data())
def test_every_passage_is_found_by_itself(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    passage = text[start:end]

    hits = list(NormalForm(text).find_all(passage))

    assert bool(hits) == bool(NormalForm(passage).text)


@given(st.text())
def test_hit_has_the_normal_form_of_the_query(text: str) -> None:
    whole = NormalForm(text)

    for start, end in whole.find_all(text):
        assert NormalForm(text[start:end]).text == whole.text


def test_normal_form_of_a_normal_form_is_itself() -> None:
    once = NormalForm("".join(map(chr, range(0x30000)))).text

    assert NormalForm(once).text == once


def test_every_ideograph_becomes_one_letter() -> None:
    for first, last in (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff")):
        for code_point in range(ord(first), ord(last) + 1):
            for is_blind in (False, True):
                assert len(NormalForm(chr(code_point), is_blind_to_script=is_blind).text) == 1
