"""The reader's dictionary: words of a library's texts that no general dictionary knows.

It is a setting of this library file and not shared.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.changes import Changes
from annotator.core.errors import DictionaryFullError, NotAWordError, NoWordsInFileError
from annotator.storage import local_tables
from annotator.storage.library import Library
from annotator.text import words

if TYPE_CHECKING:
    from annotator.importers.incoming import IncomingFile

_SETTING = "own_words"
_LEAST_LETTERS = 2
_MOST_LETTERS = 30
_MOST_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class ChangeDictionary:
    """Other words stand in the dictionary than before."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    def apply(self, library: Library) -> Changes:
        return _store(library, self.after)

    def revert(self, library: Library) -> Changes:
        return _store(library, self.before)


def own_words(library: Library) -> tuple[str, ...]:
    """Return the words in alphabetical order."""
    return tuple(local_tables.setting(library, _SETTING) or ())


def use_own_words(library: Library) -> None:
    """Let the texts be divided by the words of this library."""
    words.set_own_words(own_words(library))


def add(library: Library, more: Iterable[str]) -> ChangeDictionary:
    """Return the edit that adds these words. Raises NotAWordError, DictionaryFullError."""
    before = own_words(library)
    after = {*before, *map(as_word, more)}
    if len(after) > _MOST_WORDS:
        raise DictionaryFullError(limit=_MOST_WORDS)
    return ChangeDictionary(before, tuple(sorted(after)))


def remove(library: Library, gone: Iterable[str]) -> ChangeDictionary:
    """Return the edit that takes these words out; those that are not in it do not matter."""
    before, away = own_words(library), set(gone)
    return ChangeDictionary(before, tuple(word for word in before if word not in away))


def rename(library: Library, word: str, new: str) -> ChangeDictionary:
    """Return the edit that writes another word in place of this one. Raises NotAWordError."""
    before = own_words(library)
    after = {*before, as_word(new)} - ({word} - {as_word(new)})
    return ChangeDictionary(before, tuple(sorted(after)))


def as_word(text: str) -> str:
    """Return the text without its blanks. Raises NotAWordError for what can be no word."""
    word = "".join(text.split())
    if not _is_word(word):
        raise NotAWordError(words=text[:_MOST_LETTERS], least=_LEAST_LETTERS, most=_MOST_LETTERS)
    return word


def words_in_file(file: "IncomingFile") -> list[str]:
    """Return the words of a dictionary as jieba has them: a word at the beginning of each line.

    How often a word occurs and what part of speech it is does not matter here; a line that does not
    begin with a word is left out. Raises a TextFileError.
    """
    from annotator.importers import txt  # Here, because the window shows sooner without it.

    found = []
    for line in txt.extract(file).text.splitlines():
        first = line.split()[:1]
        if first and _is_word(first[0]):
            found.append(first[0])
    if not found:
        raise NoWordsInFileError(name=file.name)
    return found


def _is_word(text: str) -> bool:
    return _LEAST_LETTERS <= len(text) <= _MOST_LETTERS and text.isalnum()


def _store(library: Library, own: tuple[str, ...]) -> Changes:
    local_tables.set_setting(library, _SETTING, own)
    return Changes(dictionary=True)
