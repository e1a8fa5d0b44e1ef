"""Texts with quotations planted in them: what recurs is known, and nothing else does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from random import Random

import numpy as np

# A text's number and a range of its letters.
Place = tuple[int, int, int]

EDITS = 0.05
QUOTATION_LENGTHS = (30, 120)
_QUOTED, _QUOTING = 10, 10


@dataclass(frozen=True)
class Planted:
    """A passage of one text, and where another quotes it: (text, start, end)."""

    source: Place
    quotation: Place


@dataclass(frozen=True)
class Corpus:
    """Ten texts that are quoted and ten that quote them."""

    texts: tuple[str, ...]
    planted: tuple[Planted, ...]


def corpus(characters: int, quotations: int, *, seed: int = 5) -> Corpus:
    """Make texts of so many characters together, of words as frequent as in Chinese prose.

    Each quotation has one letter in twenty changed, left out or added.
    """
    chance, words = Random(seed), Words(seed)
    length = characters // (_QUOTED + _QUOTING)
    texts = [words.prose(length) for _ in range(_QUOTED)]
    planted: list[Planted] = []
    share = quotations // _QUOTING
    for number in range(_QUOTED, _QUOTED + _QUOTING):
        parts, at = [], 0
        for _ in range(share):
            between = words.prose(max(30, length // share - sum(QUOTATION_LENGTHS) // 2))
            source = chance.randrange(_QUOTED)
            size = chance.randint(*QUOTATION_LENGTHS)
            start = chance.randrange(len(texts[source]) - size)
            quotation = _edited(texts[source][start : start + size], chance)
            at += len(between)
            place = (number, at, at + len(quotation))
            planted.append(Planted((source, start, start + size), place))
            parts += [between, quotation]
            at += len(quotation)
        texts.append("".join(parts))
    return Corpus(tuple(texts), tuple(planted))


def scores(corpus: Corpus, found: Sequence[tuple[Place, Place]]) -> tuple[float, float]:
    """Return recall and precision of pairs of places (text, start, end).

    A quotation counts as found when a pair covers more than half of it and of what it quotes; a
    pair is right when both its sides come from overlapping places.
    """
    by_texts: dict[tuple[int, int], list[int]] = {}
    for index, (one, other) in enumerate(found):
        by_texts.setdefault((one[0], other[0]), []).append(index)
    hits = sum(
        any(
            _share(found[index][0], truth.source) > 0.5
            and _share(found[index][1], truth.quotation) > 0.5
            for index in by_texts.get((truth.source[0], truth.quotation[0]), ())
        )
        for truth in corpus.planted
    )
    quoted: dict[int, list[Planted]] = {}
    for truth in corpus.planted:
        quoted.setdefault(truth.quotation[0], []).append(truth)
    right = sum(
        any(
            _share(origin, other) > 0
            for origin in _origins(a, quoted)
            for other in _origins(b, quoted)
        )
        for a, b in found
    )
    return hits / len(corpus.planted), right / max(1, len(found))


def _origins(place: Place, quoted: Mapping[int, Sequence[Planted]]) -> list[Place]:
    """Return the places that this one quotes, or itself where it quotes nothing."""
    if place[0] not in quoted:
        return [place]
    return [truth.source for truth in quoted[place[0]] if _share(place, truth.quotation) > 0]


class Words:
    """Draws words from jieba's dictionary as often as they occur."""

    def __init__(self, seed: int) -> None:
        lines = (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines()
        entries = [line.split() for line in lines]
        chinese = [entry for entry in entries if all("一" <= letter <= "鿿" for letter in entry[0])]
        counts = np.array([int(entry[1]) for entry in chinese], float)
        self._words = [entry[0] for entry in chinese]
        self._shares = counts / counts.sum()
        self._chance = np.random.default_rng(seed)

    def prose(self, length: int) -> str:
        drawn = self._chance.choice(len(self._words), size=length, p=self._shares)
        return "".join(self._words[index] for index in drawn)[:length]


def _edited(passage: str, chance: Random) -> str:
    letters: list[str] = []
    for letter in passage:
        what = chance.random() / EDITS
        if what > 1:
            letters.append(letter)
        elif what > 2 / 3:
            letters += [letter, chance.choice(passage)]
        elif what > 1 / 3:
            letters.append(chance.choice(passage))
    return "".join(letters)


def _share(place: Place, true: Place) -> float:
    if place[0] != true[0]:
        return 0.0
    common = min(place[2], true[2]) - max(place[1], true[1])
    return max(0, common) / (true[2] - true[1])
