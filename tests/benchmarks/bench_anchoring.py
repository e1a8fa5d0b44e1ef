"""Passages that stand more than once in the five texts, each of them edited, found again.

In each edition a letter of every passage is another one, and sentences elsewhere are cut, added,
replaced and moved. The same editions are given to two rules that always answer: the best match by
quotation, context and position, as programs for web annotations choose it, and the best match near
the old position, as programs for patches do. A place is wrong that holds less than half of what is
left of the passage; what has less than half of its letters left, and is not placed, is gone. Last,
passages of a million letters, one in twenty of them changed, in a text that does not repeat itself.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import accumulate, chain
from pathlib import Path
from random import Random

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from annotator.importers import formats
from annotator.importers.incoming import open_file
from annotator.services.anchoring.candidates import candidates
from annotator.services.anchoring.text_map import TextMap
from annotator.text import repair
from annotator.text.normal_form import NormalForm
from tests.services.anchoring.tracked_text import TrackedText

_SAMPLES = sorted((Path(__file__).resolve().parents[2] / "data").glob("0*.txt"))
_TWIN_LENGTH = 32
_PASSAGES = 25
_APART = 60
_ROUNDS = 12
_LETTERS_AN_EDIT = 300
_CONTEXT = 32
_NEAR = 1000
_MILLION = 1_000_000
_MILLION_LENGTH = 30
_MILLION_PASSAGES = 900
_MILLION_PASSAGES_OF_PEER = 20
_Rule = Callable[[TrackedText, str, tuple[int, int]], tuple[int, int] | None]


def run() -> dict[str, float]:
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("ours", "best", "near")}
    spent_s = 0.0
    for random, old, passages in chain.from_iterable(map(_editions, range(_ROUNDS))):
        edited = _edited(random, old, passages)
        start_s = time.process_time()
        text_map = TextMap(old, edited.text)
        places = [text_map.place_of(*passage) for passage in passages]
        spent_s += time.process_time() - start_s
        for passage, place in zip(passages, places, strict=True):
            counts["ours"][_verdict(edited, old, passage, place)] += 1
            for name, rule in (("best", _best_match), ("near", _match_near)):
                found = rule(edited.text, old, passage)
                counts[name][_verdict(edited, old, passage, found)] += 1
    figures: dict[str, float] = {"passages": counts["ours"].total()}
    for name, title in (("ours", "ours"), ("best", "best match"), ("near", "match near by")):
        for verdict in ("right", "to check", "orphan", "gone", "wrong"):
            if name == "ours" or verdict in ("right", "wrong"):
                figures[f"{title} {verdict}".replace(" ", "_")] = counts[name][verdict]
    figures["ours_a_passage_cpu_ms"] = 1000 * spent_s / figures["passages"]
    return figures | _million()


@cache
def _texts() -> tuple[str, ...]:
    """Return the letters of the five texts."""
    found = (formats.extract(open_file(path)) for path in _SAMPLES)
    return tuple(
        NormalForm(repair.repair(one.text, structure=one.structure).text).text for one in found
    )


def _editions(seed: int) -> Iterator[tuple[Random, str, list[tuple[int, int]]]]:
    """Yield texts with passages in them that occur again, none close to another."""
    random = Random(seed)
    for text in _texts():
        starts = _repeated(text)
        random.shuffle(starts)
        passages: list[tuple[int, int]] = []
        for start in starts:
            if all(abs(start - other) >= _APART for other, _ in passages):
                passages.append((start, start + random.choice((8, 12, 20, 30))))
        yield random, text, passages[:_PASSAGES]


def _repeated(text: str) -> list[int]:
    windows = [text[at : at + _TWIN_LENGTH] for at in range(len(text) - _TWIN_LENGTH + 1)]
    seen = Counter(windows)
    return [
        at
        for at, window in enumerate(windows)
        if seen[window] > 1 and sum(map(str.isalnum, window)) > _TWIN_LENGTH // 2
    ]


def _edited(random: Random, old: str, passages: list[tuple[int, int]]) -> TrackedText:
    others = [text for text in _texts() if text is not old]
    edited = TrackedText(old)
    for start, end in passages:
        middle = (start + end) // 2
        edited.replace(middle, middle + 1, random.choice("甲乙丙丁"))
    for _ in range(len(old) // _LETTERS_AN_EDIT):
        at = random.randrange(len(edited.text))
        length = random.choice((1, 2, 5, 12, 40))
        other = random.choice(others)
        source = random.randrange(len(other))
        typed = other[source : source + length] if random.random() < 2 / 3 else ""
        edited.replace(at, at + length * random.randrange(2), typed)
    start = random.randrange(len(edited.text) - 400)
    edited.move(start, start + 200, random.randrange(len(edited.text) - 200))
    return edited


def _verdict(
    edited: TrackedText, old: str, passage: tuple[int, int], place: tuple[int, int] | None
) -> str:
    if place is not None:
        return "right" if edited.is_right(passage, place) else "wrong"
    start, end = passage
    if 2 * len(edited.kept(start, end)) < end - start:
        return "gone"
    context = old[max(0, start - _CONTEXT) : start], old[end : end + _CONTEXT]
    return "to check" if candidates(edited.text, old[start:end], *context) else "orphan"


def _best_match(text: str, old: str, passage: tuple[int, int]) -> tuple[int, int] | None:
    """Take what stands at the old position, else what is most like quotation and context."""
    start, end = passage
    quotation = old[start:end]
    if text[start:end] == quotation:
        return passage
    before, after = old[max(0, start - _CONTEXT) : start], old[end : end + _CONTEXT]

    def score(place: tuple[int, int]) -> float:
        first, last = place
        return (
            50 * Indel.normalized_similarity(quotation, text[first:last])
            + 20 * Indel.normalized_similarity(before, text[max(0, first - len(before)) : first])
            + 20 * Indel.normalized_similarity(after, text[last : last + len(after)])
            + 2 * (1 - abs(first - start) / len(text))
        )

    return max(_matches(text, quotation), key=score, default=None)


def _match_near(text: str, old: str, passage: tuple[int, int]) -> tuple[int, int] | None:
    """Take what is most like the quotation, less likely with its distance from the old position."""
    start, end = passage
    quotation = old[start:end]

    def penalty(place: tuple[int, int]) -> float:
        likeness = Indel.normalized_similarity(quotation, text[slice(*place)])
        return 1 - likeness + abs(place[0] - start) / _NEAR

    found = min(_matches(text, quotation), key=penalty, default=None)
    return found if found is not None and penalty(found) <= 1 / 2 else None


def _matches(text: str, quotation: str) -> list[tuple[int, int]]:
    """Return every exact occurrence, or where there is none every one with half of the letters."""
    size = len(quotation)
    exact = [at for at in range(len(text)) if text.startswith(quotation, at)]
    if exact:
        return [(at, at + size) for at in exact]
    found = set()
    for at in range(0, len(text), size):
        fit = fuzz.partial_ratio_alignment(quotation, text[at : at + 2 * size], score_cutoff=50)
        if fit is not None and at + 2 * size <= len(text):
            found.add((at + fit.dest_start, at + fit.dest_end))
    return sorted(found)


def _million() -> dict[str, float]:
    """Find passages of a million letters of which one in twenty was changed."""
    random = Random(1)
    letters = random.choices("".join(_texts()), k=_MILLION)
    old = "".join(letters)
    for at in random.sample(range(_MILLION), _MILLION // 20):
        letters[at] = random.choice(("", "甲", letters[at] + "乙"))
    new = "".join(letters)
    now = list(accumulate(map(len, letters), initial=0))
    start_s = time.process_time()
    text_map = TextMap(old, new)
    figures = {"million_letters_compared_cpu_s": time.process_time() - start_s}
    starts = [random.randrange(_MILLION - _MILLION_LENGTH) for _ in range(_MILLION_PASSAGES)]
    passages = [(start, start + _MILLION_LENGTH) for start in starts]
    rules: dict[str, tuple[Callable[[tuple[int, int]], tuple[int, int] | None], int]] = {
        "ours": (lambda passage: text_map.place_of(*passage), _MILLION_PASSAGES),
        "best_match": (partial(_best_match, new, old), _MILLION_PASSAGES_OF_PEER),
    }
    for name, (rule, count) in rules.items():
        start_s = time.process_time()
        places = [rule(passage) for passage in passages[:count]]
        spent_s = time.process_time() - start_s
        found = [
            place[0] <= now[sum(passage) // 2] < place[1]
            for passage, place in zip(passages, places, strict=False)
            if place is not None
        ]
        figures[f"million_letters_{name}_passages"] = count
        figures[f"million_letters_{name}_right"] = found.count(True)
        figures[f"million_letters_{name}_wrong"] = found.count(False)
        figures[f"million_letters_{name}_a_passage_cpu_ms"] = 1000 * spent_s / count
    return figures
