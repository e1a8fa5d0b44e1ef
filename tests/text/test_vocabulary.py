"""Vocabulary: counts, words that set a text apart, words that keep company."""

from collections import Counter
from math import isclose, log2

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.vocabulary import (
    SURE,
    TextWords,
    collocates,
    keywords,
    log_likelihood,
    stop_words,
    tokens,
)

COUNTS = st.integers(0, 1000)


def test_tokens_are_words_in_small_letters_without_marks_and_figures() -> None:
    found = tokens("发展新质生产力，GDP增长5%。\n")

    assert [token.word for token in found] == ["发展", "新质生产力", "gdp", "增长"]
    assert found[1].start == 2


def test_log_likelihood_is_that_of_a_worked_example() -> None:
    # 10 of 100 words here and 5 of 200 there: computed by hand from the four cells.
    assert isclose(log_likelihood(10, 5, 100, 200), 7.3298, abs_tol=1e-3)


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_log_likelihood_is_never_negative_and_alike_from_both_sides(
    count: int, other: int, rest: int, other_rest: int
) -> None:
    total, other_total = count + rest + 1, other + other_rest + 1

    there = log_likelihood(other, count, other_total, total)

    assert isclose(log_likelihood(count, other, total, other_total), there, abs_tol=1e-6)
    assert there >= -1e-6


@given(st.integers(1, 500), st.integers(1, 9))
def test_words_used_alike_have_no_likelihood(count: int, times: int) -> None:
    assert isclose(log_likelihood(count, count * times, 1000, 1000 * times), 0, abs_tol=1e-6)


def test_keyword_is_used_more_here_and_surely() -> None:
    here = Counter({"量子": 30, "发展": 20, "偶然": 2, "一般": 50})
    there = Counter({"发展": 200, "一般": 800, "其他": 100})

    found = keywords(here, there)

    assert [one.word for one in found] == ["量子"]
    assert (found[0].count, found[0].count_elsewhere) == (30, 0)
    assert found[0].log_likelihood > SURE


def test_text_without_others_has_no_keywords() -> None:
    assert keywords(Counter({"量子": 30}), Counter()) == []


def test_company_is_kept_within_a_paragraph() -> None:
    text = "\n".join(["企业 创新 很快"] * 4 + ["人才", "企业"] * 4)

    words = [one.word for one in collocates([TextWords(text, tokens(text))], "企业")]

    assert "创新" in words
    assert "人才" not in words
    assert "企业" not in words


def test_company_that_never_parts_has_the_highest_score() -> None:
    text = "\n".join(["企业 创新"] * 5)

    (only,) = collocates([TextWords(text, tokens(text))], "企业")

    assert (only.word, only.count, only.log_dice) == ("创新", 5, 14)


def test_distribution_counts_each_part() -> None:
    text = "量子" + "，" * 96 + "量子"

    assert TextWords(text, tokens(text)).distribution("量子", parts=4) == [1, 0, 0, 1]


def test_stop_words_are_there_once() -> None:
    assert {"的", "和", "等"} <= stop_words()
    assert "发展" not in stop_words()


def test_company_is_counted_over_several_texts() -> None:
    text = "\n".join(["企业 创新"] * 2)
    words = TextWords(text, tokens(text))

    assert collocates([words], "企业") == []
    assert [one.count for one in collocates([words, words], "企业")] == [4]


def test_company_is_closest_where_neither_stands_alone_in_any_text() -> None:
    together = "\n".join(["企业 创新"] * 3)
    alone = "创新\n" * 9
    texts = [TextWords(text, tokens(text)) for text in (together, alone)]

    (only,) = collocates(texts, "企业")

    assert only.log_dice == 14 + log2(2 * 3 / (12 + 3))


def test_tokens_of_a_paragraph_stand_where_they_do_in_the_text() -> None:
    text = "量子𠮷计算。\n\n\u3000量子通信"

    assert all(text[start:end].casefold() == word for word, start, end in tokens(text))
    assert [token.word for token in tokens(text)].count("量子") == 2
