"""The reader's dictionary: what may stand in it, and what it does to texts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.changes import Changes
from annotator.core.errors import DictionaryFullError, NotAWordError, NoWordsInFileError
from annotator.importers.incoming import IncomingFile
from annotator.services import dictionary
from annotator.storage.library import Library
from annotator.text import words


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.in_memory() as library:
        yield library


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words.words(text)]


def test_words_are_added_and_taken_back(library: Library) -> None:
    edit = dictionary.add(library, ["数智 赋能", "质效"])

    assert edit.apply(library) == Changes(dictionary=True)
    assert dictionary.own_words(library) == ("数智赋能", "质效")
    edit.revert(library)
    assert dictionary.own_words(library) == ()


def test_texts_are_divided_by_the_readers_words_and_no_longer(library: Library) -> None:
    text = "推动赣江新干线建设"
    before = cut(text)
    assert "新干线建设" not in before

    dictionary.add(library, ["新干线建设"]).apply(library)
    dictionary.use_own_words(library)
    assert "新干线建设" in cut(text)

    dictionary.remove(library, ["新干线建设"]).apply(library)
    dictionary.use_own_words(library)
    assert cut(text) == before


def test_double_click_takes_the_readers_word_after_the_next_loading(library: Library) -> None:
    words.load()
    words.set_own_words(["𠮷祥如意园"])
    words.load()

    assert words.word_at("走进𠮷祥如意园参观", 4) == (2, 7)


def test_shipped_words_stay_when_the_reader_has_them_too_and_lets_them_go(
    library: Library,
) -> None:
    words.set_own_words(["新质生产力"])
    words.load()
    words.set_own_words([])

    assert cut("发展新质生产力") == ["发展", "新质生产力"]


@given(st.sets(st.sampled_from(["质生产", "展新质", "生产力跃", "力跃升"])))
def test_words_that_went_leave_nothing_behind(own: set[str]) -> None:
    text = "发展新质生产力跃升"
    words.set_own_words(())
    before = cut(text)

    words.set_own_words(own)
    cut(text)
    words.set_own_words(())

    assert cut(text) == before


def test_word_can_be_written_otherwise(library: Library) -> None:
    dictionary.add(library, ["数智化", "质效"]).apply(library)

    dictionary.rename(library, "数智化", "数智化转型").apply(library)
    dictionary.rename(library, "质效", "质效").apply(library)

    assert dictionary.own_words(library) == ("数智化转型", "质效")


@pytest.mark.parametrize("text", ["", "的", "发展，改革", "一" * 31, "😀😀", " 新 "])
def test_what_can_be_no_word_is_refused(library: Library, text: str) -> None:
    with pytest.raises(NotAWordError):
        dictionary.add(library, [text])


def test_dictionary_has_an_end(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary, "_MOST_WORDS", 2)
    dictionary.add(library, ["甲乙", "丙丁"]).apply(library)

    with pytest.raises(DictionaryFullError):
        dictionary.add(library, ["戊己"])


def test_dictionary_file_of_jieba_gives_its_words(tmp_path: Path) -> None:
    content = "数智赋能 1000 n\n新 3\n\n质效\t5\n，。 1\n𠮷祥园 2 ns\n"
    file = IncomingFile("dict.txt", content.encode("gb18030"), 0)

    assert dictionary.words_in_file(file) == ["数智赋能", "质效", "𠮷祥园"]


def test_file_without_words_is_refused() -> None:
    with pytest.raises(NoWordsInFileError):
        dictionary.words_in_file(IncomingFile("empty.txt", "，\n。\n".encode(), 0))
