"""Shared passages: how much is found of what was planted, how fast, and beside other ways.

All times are CPU time. Precision and recall are explained in `passages_texts.scores`.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TypeVar

from annotator.core.document import About, Document
from annotator.core.identity import source_hash
from annotator.core.passage import Pair
from annotator.core.reading_text import Paragraph, ReadingText, Run
from annotator.services import comparing, reading
from annotator.services.passage_index import PassageIndex
from annotator.storage import document_table
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library
from annotator.text.passages import shared_passages
from annotator.text.passages.repeats import Repeats
from annotator.text.repair import repair
from tests.benchmarks.passages_peers import Pairs, by_difflib, by_min_hash, by_suffix_array
from tests.benchmarks.passages_texts import Corpus, corpus, scores
from tests.benchmarks.peak_memory import peak_mb

_ROOT = Path(__file__).resolve().parents[2]
_SIZES = {"1_million": 1_000_000, "10_million": 10_000_000}
_QUOTATIONS = 500
_REPEATS = 40
_STARTS = range(100, 1000, 100)
# Comparing every two texts letter by letter takes too long for more.
_SMALL, _FEW_QUOTATIONS = 40_000, 60

T = TypeVar("T")


def run() -> dict[str, float]:
    figures = _sample_texts()
    for name, characters in _SIZES.items():
        figures |= {f"{name}_{what}": figure for what, figure in _alone(characters).items()}
    large, small = corpus(1_000_000, _QUOTATIONS), corpus(_SMALL, _FEW_QUOTATIONS)
    figures |= _scored("1_million_suffix_array", large, by_suffix_array)
    figures |= _scored("1_million_minhash", large, by_min_hash)
    figures |= _scored("small_difflib", small, by_difflib)
    figures |= _scored("small_ours", small, ours)
    figures |= _kept(large)
    sizes = {"1_million": large, "10_million": corpus(10_000_000, _QUOTATIONS)}
    figures |= {f"{name}_repeats_of_a_passage_ms": _repeats(made) for name, made in sizes.items()}
    return figures


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
    repeats = Repeats(texts)
    found = [_timed(partial(repeats.of, text[at : at + 40]))[1] for text in texts for at in _STARTS]
    return figures | {"sample_texts_repeats_of_a_passage_ms": median(found) * 1000}


def _kept(made: Corpus) -> dict[str, float]:
    """Measure a library that keeps what its texts share, and one more text that comes in."""
    *texts, last = made.texts
    with TemporaryDirectory() as folder, Library.create(Path(folder, "library.duidu")) as library:
        for number, text in enumerate(texts):
            _add(library, text, number)
        _, all_s = _timed(lambda: comparing.update(library))
        _add(library, last, len(texts))
        _, one_s = _timed(lambda: comparing.update(library))
        comparison, load_s = _timed(lambda: comparing.compare(library, fuzzy=True))
        _, index_s = _timed(lambda: PassageIndex(comparison))
    return {
        "1_million_update_all_ms": all_s * 1000,
        "1_million_update_one_text_ms": one_s * 1000,
        "1_million_load_and_index_ms": (load_s + index_s) * 1000,
    }


def _add(library: Library, text: str, number: int) -> None:
    """Put a text into a library as it is, without repair."""
    document = Document(source_hash(text), About(str(number)), len(text), "text.txt", number)
    origin = Origin("text.txt", document.id, "utf-8")
    document_table.insert(library, document, Source(text), origin)
    whole = ReadingText(text, (Paragraph(0, len(text)),), (Run(0, len(text), 0),))
    reading.remember(library, document.id, whole)


def _repeats(made: Corpus) -> float:
    """Return how long it takes to find a planted passage again, of 30 to 120 letters."""
    repeats = Repeats(made.texts)
    passages = [made.texts[text][start:end] for text, start, end in _places(made)]
    return median(_timed(partial(repeats.of, passage))[1] for passage in passages) * 1000


def _places(made: Corpus) -> Iterator[tuple[int, int, int]]:
    return islice((truth.source for truth in made.planted), _REPEATS)


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begun = time.process_time()
    result = work()
    return result, time.process_time() - begun


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
    print(json.dumps(measured | {"ours_with_the_texts_memory_mb": peak_mb()}))
