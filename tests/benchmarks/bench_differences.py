"""Differences of two texts: how fast letter by letter and word by word, and beside difflib.

All times are CPU time. The texts are put together from clauses of the sample texts; one letter in
twenty is left out, added or replaced. The shares are those of letters said to be the same.
"""

import random
import re
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

from annotator.core.difference import Unit
from annotator.text import words
from annotator.text.differences import differences

_ROOT = Path(__file__).resolve().parents[2]
_CHANGED = 0.05
# difflib needs minutes for more.
_SMALL = 10_000


def run() -> dict[str, float]:
    words.load()
    figures: dict[str, float] = {}
    for name, length in (("100_thousand", 100_000), ("1_million", 1_000_000)):
        one = _text(length)
        for kind, other in (("", _edited(one)), ("_unlike", _text(length, 3))):
            work = partial(differences, one, other)
            figures[f"{name}{kind}_letters_cpu_s"] = _timed(work)
    one = _text(100_000)
    other = _edited(one)
    figures["100_thousand_by_words_cpu_s"] = _timed(
        lambda: differences(one, other, unit=Unit.WORDS)
    )
    return figures | _beside_difflib()


def _beside_difflib() -> dict[str, float]:
    one = _text(_SMALL)
    other = _edited(one)
    found = differences(one, other)
    peer = SequenceMatcher(None, one, other, autojunk=False)
    return {
        "small_ours_cpu_s": _timed(lambda: differences(one, other)),
        "small_difflib_cpu_s": _timed(peer.get_opcodes),
        "small_ours_same_%": 100 * found.share_same,
        "small_difflib_same_%": 100 * peer.ratio(),
    }


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _text(length: int, seed: int = 1) -> str:
    chance = random.Random(seed)
    clauses = _clauses()
    parts: list[str] = []
    size = 0
    while size < length:
        parts.append(chance.choice(clauses))
        size += len(parts[-1])
    return "".join(parts)[:length]


def _clauses() -> list[str]:
    paths = sorted((_ROOT / "data").glob("00*.txt"))
    whole = "".join("".join(path.read_text(encoding="utf-8").split()) for path in paths)
    return re.findall(r"[^，。；：]+[，。；：]?", whole)


def _edited(text: str) -> str:
    chance = random.Random(2)
    parts = []
    for letter in text:
        edit = chance.random()
        if edit < _CHANGED / 3:
            continue
        if edit < _CHANGED * 2 / 3:
            parts.append(chance.choice(text))
        elif edit < _CHANGED:
            parts += [letter, chance.choice(text)]
        else:
            parts.append(letter)
    return "".join(parts)


if __name__ == "__main__":
    print(run())
