"""Searching a library that is too big for memory, with its index and without."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.corrections import Corrections, Rule
from annotator.core.document import About, Document
from annotator.services import apart_search, reading
from annotator.services.search import Hit, search, search_text
from annotator.storage import document_table
from annotator.storage.library import Library
from annotator.storage.search_index import SearchIndex
from annotator.text.queries import Query, Searchable, parse

from . import texts

DOCUMENT = Document("甲", About("甲"), 100, "", 0)
LETTERS = "创新创新产業业人人人。.,-—A a1㎡ﬁ①𠮷😀繁\n 「\u0301"


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let borders between pieces, and words that are too long for them, be everywhere."""
    monkeypatch.setattr(apart_search, "_LETTERS_A_PIECE", 7)
    monkeypatch.setattr(apart_search, "_LONGEST_WORDS", 5)


def put_in(index: SearchIndex, text: str) -> None:
    index.put(DOCUMENT.id, "1", apart_search.pieces_of(text, lambda: None))


def in_index(index: SearchIndex, query: Query) -> list[Hit]:
    return [hit for hit in apart_search.search_indexed(index, DOCUMENT, query) if hit]


def in_text(text: str, query: Query) -> list[Hit]:
    return [hit for hit in search_text(DOCUMENT, Searchable(text), query) if hit]


@pytest.mark.usefixtures("small_pieces")
@settings(deadline=None, max_examples=300)
@given(st.data())
def test_the_index_finds_exactly_what_stands_in_the_text(data: st.DataObject) -> None:
    text = data.draw(st.text(LETTERS, max_size=80))
    length = data.draw(st.integers(1, 12))
    start = data.draw(st.integers(0, max(0, len(text) - length)))
    words = data.draw(
        st.one_of(st.just(text[start : start + length]), st.text(LETTERS, max_size=12))
    )
    written = data.draw(st.sampled_from([words, f"{words}~3创", f"人~9{words}"]))
    query = parse(written, is_blind_to_script=data.draw(st.booleans()))

    with SearchIndex.open(Path(":memory:")) as index:
        put_in(index, text)
        found = in_index(index, query)

    assert found == in_text(text, query)


@pytest.mark.usefixtures("small_pieces")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一二三四五六㎡七", "m2"),
        ("一二三四五六㎡七", "2七"),
        ("人" * 20, "人人人"),
        ("人" * 20, "人" * 6),
    ],
)
def test_a_border_between_pieces_hides_and_doubles_nothing(text: str, words: str) -> None:
    with SearchIndex.open(Path(":memory:")) as index:
        put_in(index, text)
        found = in_index(index, parse(words))

    assert found == in_text(text, parse(words))
    assert found


@pytest.mark.usefixtures("small_pieces")
@settings(deadline=None)
@given(st.text(LETTERS, max_size=80), st.sampled_from(["创.", "人+", "^.", "新$", "[a-z]", "。"]))
def test_a_pattern_finds_the_same_in_the_index(text: str, pattern: str) -> None:
    query = parse(pattern, is_pattern=True)

    with SearchIndex.open(Path(":memory:")) as index:
        put_in(index, text)
        found = in_index(index, query)

    assert found == in_text(text, query)


@pytest.fixture
def big(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library that counts as too big for memory."""
    monkeypatch.setattr(apart_search, "MOST_IN_MEMORY", 5)
    texts.put_text(library, "甲", "科技创新，创新\n产业创新𠮷😀。" * 400)
    texts.put_text(library, "乙", "别的话。")
    texts.put_text(library, "丙", "创\n新")
    return library


def hits_in(library: Library, query: str = "创新") -> list[Hit]:
    documents = document_table.all_documents(library)
    return [hit for hit in apart_search.search_big(library, parse(query), documents) if hit]


def report(*_: object) -> None:
    pass


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a text was read in")

    monkeypatch.setattr(reading, "reading_text", refuse)


def test_without_an_index_the_texts_themselves_are_searched(big: Library) -> None:
    assert hits_in(big) == list(search(big, parse("创新")))
    assert len(hits_in(big)) == 1201


def test_with_an_index_no_text_is_read_in(big: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = list(search(big, parse("创新")))
    apart_search.update_index(big.path, report)

    forbid_reading(monkeypatch)

    assert hits_in(big) == expected
    assert hits_in(big, "没有") == []


def test_a_text_that_came_later_or_was_corrected_is_found_all_the_same(big: Library) -> None:
    apart_search.update_index(big.path, report)
    texts.put_text(big, "丁", "创新在后")
    first = document_table.all_documents(big)[0]
    document_table.set_corrections(big, first.id, Corrections(off=frozenset({Rule.BLANKS})))

    assert hits_in(big) == list(search(big, parse("创新")))


def test_the_index_takes_in_what_is_new_and_nothing_else(
    big: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart_search.update_index(big.path, report)
    added = texts.put_text(big, "丁", "创新在后")
    read = []
    reading_text = reading.reading_text
    monkeypatch.setattr(
        reading, "reading_text", lambda library, id_: read.append(id_) or reading_text(library, id_)
    )

    apart_search.update_index(big.path, report)

    assert read == [added.id]
    with SearchIndex.open(apart_search.index_path(big)) as index:
        assert len(index.stamps()) == 4


def test_a_text_that_was_removed_leaves_the_index(big: Library) -> None:
    apart_search.update_index(big.path, report)
    first = document_table.all_documents(big)[0]
    document_table.set_deleted(big, first.id, deleted=True)

    apart_search.update_index(big.path, report)

    with SearchIndex.open(apart_search.index_path(big)) as index:
        assert first.id not in index.stamps()
        assert list(index.pieces(first.id)) == []


def test_a_small_library_has_no_index(library: Library) -> None:
    texts.put_text(library, "甲", "创新")

    apart_search.update_index(library.path, report)

    assert not apart_search.index_path(library).exists()


@pytest.mark.parametrize("spoiled", [b"", b"no database", b"SQLite format 3\0" + bytes(4000)])
def test_a_spoiled_index_is_made_again(big: Library, spoiled: bytes) -> None:
    path = apart_search.index_path(big)
    path.parent.mkdir(parents=True)
    path.write_bytes(spoiled)
    before = hits_in(big)

    apart_search.update_index(big.path, report)

    with SearchIndex.open(path) as index:
        assert len(index.stamps()) == 3
    assert hits_in(big) == before == list(search(big, parse("创新")))


def test_an_index_that_fails_half_way_is_done_without(
    big: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = list(search(big, parse("创新")))
    monkeypatch.setattr(apart_search, "_LETTERS_A_PIECE", 50)
    apart_search.update_index(big.path, report)
    index = sqlite3.connect(apart_search.index_path(big))
    index.execute("UPDATE piece SET content = x'00' WHERE id = 20")
    index.commit()
    index.close()

    assert hits_in(big) == expected
