"""The words of a library's texts: counts, keywords, company, the reader's own words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.document import About, Document
from annotator.services import dictionary, libraries
from annotator.services.analysis import LibraryWords, keywords, library_words, library_words_in
from annotator.text.vocabulary import SURE, TextWords, tokens

WORDS = st.lists(st.sampled_from(["量子", "发展", "的", "企业"]), max_size=40).map(" ".join)


def library_of(*texts: str) -> LibraryWords:
    return LibraryWords(
        (Document(str(n), About(f"文{n}"), len(text), "t.txt", n), TextWords(text, tokens(text)))
        for n, text in enumerate(texts)
    )


@given(WORDS, WORDS)
def test_every_word_is_counted_here_or_elsewhere(one: str, other: str) -> None:
    found = library_of(one, other)

    rows = found.rows(["0"], with_stop_words=True)

    assert sum(row.count for row in rows) == len(one.split())
    assert all(row.count_elsewhere == other.split().count(row.word) for row in rows)
    assert sum(row.per_10000 for row in rows) == pytest.approx(10_000 if one.split() else 0)
    assert [row.count for row in rows] == sorted((row.count for row in rows), reverse=True)


def test_keywords_are_told_surest_first_and_never_of_all_texts() -> None:
    found = library_of("量子 " * 30 + "企业 " * 20 + "发展 " * 9, "发展 " * 200)

    keys = keywords(found.rows(["0"]))

    assert [row.word for row in keys] == ["量子", "企业"]
    assert all(row.log_likelihood and row.log_likelihood > SURE for row in keys)
    assert keywords(found.rows(["0", "1"])) == []


def test_stop_words_are_left_out_unless_asked_for() -> None:
    found = library_of("的 量子")

    assert [row.word for row in found.rows(["0"])] == ["量子"]
    assert len(found.rows(["0"], with_stop_words=True)) == 2


def test_places_are_where_the_word_stands() -> None:
    text = "𠮷日量子\n量子😀量子"
    found = library_of(text)

    places = found.of("0").places("量子")

    assert [text[place.start : place.end] for place in places] == ["量子"] * 3
    assert found.of("0").places("没有") == []


def test_empty_library_has_no_words() -> None:
    assert library_of().rows([]) == []
    assert library_of("").rows(["0"]) == []


def test_counting_can_be_stopped_and_tells_which_text_it_works_on(tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    told: list[str] = []

    def stop(done: int, total: int, title: str) -> None:
        assert 0 <= done <= total
        told.append(title)
        if len(told) == 5:
            raise StoppedError

    path = tmp_path / "library.duidu"
    libraries.create_with_samples(path).close()

    with pytest.raises(StoppedError):
        library_words_in(path, stop)
    assert all(told)


def test_library_with_other_own_words_counts_otherwise(tmp_path: Path) -> None:
    with libraries.create_with_samples(tmp_path / "library.duidu") as library:
        ids = [document.id for document in library_words(library).documents]
        before = {row.word for row in library_words(library).rows(ids)}

        dictionary.add(library, ["引领发展"]).apply(library)

        after = {row.word for row in library_words(library).rows(ids)}
    assert "引领发展" in after - before
