"""Shared passages: how much is found of what was planted, how fast, and beside other ways.

All times are CPU time. Precision and recall are explained in `passages_texts.scores`.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from annotator.core.passage import Pair
from annotator.text.passages import shared_passages
from annotator.text.repair import repair
from tests.benchmarks.passages_peers import Pairs, by_difflib, by_min_hash, by_suffix_array
from tests.benchmarks.passages_texts import Corpus, corpus, scores

_ROOT = Path(__file__).resolve().parents[2]
_SIZES = {"1_million": 1_000_000, "10_million": 10_000_000}
_QUOTATIONS = 500
# Comparing every two texts letter by letter takes too long for more.
_SMALL, _FEW_QUOTATIONS = 40_000, 60


def run() -> dict[str, float]:
    figures = _sample_texts()
    for name, characters in _SIZES.items():
        figures |= {f"{name}_{what}": figure for what, figure in _alone(characters).items()}
    large, small = corpus(1_000_000, _QUOTATIONS), corpus(_SMALL, _FEW_QUOTATIONS)
    figures |= _scored("1_million_suffix_array", large, by_suffix_array)
    figures |= _scored("1_million_minhash", large, by_min_hash)
    figures |= _scored("small_difflib", small, by_difflib)
    return figures | _scored("small_ours", small, ours)


def ours(texts: Sequence[str]) -> Pairs:
    def place(pair: Pair, *, is_first: bool) -> tuple[int, int, int]:
        found = pair.a if is_first else pair.b
        return found.text, found.span.start, found.span.end

    pairs = shared_passages(texts, fuzzy=True).pairs
    return [(place(pair, is_first=True), place(pair, is_first=False)) for pair in pairs]


def _sample_texts() -> dict[str, float]:
    paths = sorted((_ROOT / "data").glob("00*.txt"))
    texts = [repair(path.read_text(encoding="utf-8")).text for path in paths]
    figures: dict[str, float] = {}
    for name, fuzzy in (("exact", False), ("fuzzy", True)):
        begun = time.process_time()
        shared = shared_passages(texts, fuzzy=fuzzy)
        figures[f"sample_texts_{name}_ms"] = (time.process_time() - begun) * 1000
        between = [pair for pair in shared.pairs if pair.a.text != pair.b.text]
        figures[f"sample_texts_{name}_pairs_between_texts"] = len(between)
    return figures


def _alone(characters: int) -> dict[str, float]:
    """Measure in a process of its own, so that memory is that of this alone."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_passages", str(characters)]
    answer = subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(answer.stdout)
    return figures


def _scored(name: str, made: Corpus, find: Callable[[Sequence[str]], Pairs]) -> dict[str, float]:
    begun = time.process_time()
    found = find(made.texts)
    seconds = time.process_time() - begun
    recall, precision = scores(made, found)
    return {f"{name}_s": seconds, f"{name}_recall": recall, f"{name}_precision": precision}


if __name__ == "__main__":
    planted = corpus(int(sys.argv[1]), _QUOTATIONS)
    measured = _scored("ours", planted, ours)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps(measured | {"ours_with_the_texts_memory_mb": memory / 1024}))
