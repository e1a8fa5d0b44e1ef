"""Vocabulary: which words a text uses, which set it apart, and which keep company.

Over-use is measured by log-likelihood G² (T. Dunning, "Accurate methods for the statistics of
surprise and coincidence", Computational Linguistics 19, 1993), company by logDice (P. Rychlý,
"A lexicographer-friendly association score", RASLAN 2008).
"""

import sys
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log, log2
from typing import NamedTuple

from annotator import places
from annotator.text.words import words

# G² beyond this happens by chance once in ten thousand.
SURE = 15.13
_WINDOW = 5
_FEWEST = 3
_HIGHEST_LOG_DICE = 14


class Token(NamedTuple):
    """A word in small letters, at [start, end) of the text; marks and figures are no words."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word that one text uses more than the others do, with its counts and G²."""

    word: str
    count: int
    count_elsewhere: int
    log_likelihood: float


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word that stands near another: how often, and logDice (14 at most)."""

    word: str
    count: int
    log_dice: float


class TextWords:
    """The words of one text in order, and where each of them stands."""

    def __init__(self, text: str, tokens: Iterable[Token]) -> None:
        self.text = text
        self._words: list[str] = []
        # Arrays, because long texts have millions of words.
        self._starts, self._ends = array("I"), array("I")
        self._positions: dict[str, array[int]] = {}
        for index, token in enumerate(tokens):
            if token.word not in self._positions:
                self._positions[token.word] = array("I")
            self._positions[token.word].append(index)
            self._words.append(sys.intern(token.word))
            self._starts.append(token.start)
            self._ends.append(token.end)

    def __len__(self) -> int:
        return len(self._words)

    def counts(self) -> dict[str, int]:
        return {word: len(positions) for word, positions in self._positions.items()}

    def count(self, word: str) -> int:
        return len(self._positions.get(word, ()))

    def places(self, word: str) -> list[Token]:
        """Return where the word stands, in order."""
        word = word.casefold()
        return [
            Token(word, self._starts[index], self._ends[index])
            for index in self._positions.get(word, ())
        ]

    def distribution(self, word: str, parts: int = 20) -> list[int]:
        """Return how often the word stands in each of so many equal parts of the text."""
        counts = [0] * parts
        for token in self.places(word):
            counts[token.start * parts // len(self.text)] += 1
        return counts

    def words_around(self, word: str) -> Iterator[str]:
        """Yield the words near to any place of this one, each place of theirs once."""
        near: set[int] = set()
        for index in self._positions.get(word, ()):
            near.update(self._neighbours(index))
        for index in near:
            yield self._words[index]

    def _neighbours(self, index: int) -> Iterator[int]:
        """Yield the places around this one, as far as no line end stands between."""
        for step in (-1, 1):
            for distance in range(1, _WINDOW + 1):
                other = index + step * distance
                if not 0 <= other < len(self):
                    break
                first, last = sorted((index, other))
                if "\n" in self.text[self._ends[first] : self._starts[last]]:
                    break
                yield other


@cache
def stop_words() -> frozenset[str]:
    """Return the words that say little by themselves, such as 的, 和 and 等."""
    text = places.data_file("stop_words.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


def tokens(text: str) -> list[Token]:
    """Return the words of a text in order. About 2 s for a million characters."""
    return [token for paragraph in tokens_by_paragraph(text) for token in paragraph]


def tokens_by_paragraph(text: str) -> Iterator[list[Token]]:
    """Yield the same paragraph by paragraph; a caller may pause after each."""
    offset = 0
    for line in text.splitlines(keepends=True):
        yield [
            Token(line[start:end].casefold(), offset + start, offset + end)
            for start, end in words(line)
            if any(letter.isalpha() for letter in line[start:end])
        ]
        offset += len(line)


def keywords(counts: Mapping[str, int], elsewhere: Mapping[str, int]) -> list[Keyword]:
    """Return the words used more than elsewhere, surely and at least three times; surest first."""
    total, total_elsewhere = sum(counts.values()), sum(elsewhere.values())
    found = [
        Keyword(word, count, other, likelihood)
        for word, count in counts.items()
        for other in [elsewhere.get(word, 0)]
        if count >= _FEWEST
        and count * total_elsewhere > other * total
        and (likelihood := log_likelihood(count, other, total, total_elsewhere)) > SURE
    ]
    return sorted(found, key=lambda keyword: (-keyword.log_likelihood, keyword.word))


def log_likelihood(count: int, other: int, total: int, other_total: int) -> float:
    """Return G² of a word's counts in two texts of so many words."""
    table = ((count, total - count), (other, other_total - other))
    whole = total + other_total
    columns = (count + other, whole - count - other)
    rows = (total, other_total)
    return 2 * sum(
        cell * log(cell * whole / (row * column))
        for cells, row in zip(table, rows, strict=True)
        for cell, column in zip(cells, columns, strict=True)
        if cell
    )


def collocates(
    texts: Sequence[TextWords], node: str, *, without: Collection[str] = ()
) -> list[Collocate]:
    """Return the words within five words of this one in the same paragraph; closest company first.

    Those that stand there less than three times in these texts do not count, nor does the word
    itself.
    """
    node = node.casefold()
    together = Counter(word for text in texts for word in text.words_around(node))
    of_node = sum(text.count(node) for text in texts)
    company = [
        Collocate(word, count, _log_dice(count, sum(t.count(word) for t in texts), of_node))
        for word, count in together.items()
        if count >= _FEWEST and word != node and word not in without
    ]
    return sorted(company, key=lambda one: (-one.log_dice, one.word))


def _log_dice(together: int, one: int, other: int) -> float:
    """Return 14 + log₂ of Dice's coefficient; a word near several others counts once each."""
    return _HIGHEST_LOG_DICE + log2(2 * together / (one + other))
