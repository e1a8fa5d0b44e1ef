"""Search in twenty million characters, beside str.find, ripgrep and SQLite's trigram index.

All times are CPU time: of this process, and of the child for ripgrep. A query is what stands
somewhere in the texts, of one to twelve characters.
"""

import resource
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import fmean, median
from tempfile import TemporaryDirectory

from annotator.text.queries import Searchable, parse
from tests.benchmarks.passages_texts import Words

CHARACTERS = 20_000_000
TEXTS = 20
QUERIES = 60
LENGTHS = range(1, 13)


def run() -> dict[str, float]:
    words, chance = Words(seed=3), Random(3)
    texts = [words.prose(CHARACTERS // TEXTS) for _ in range(TEXTS)]
    queries = [_query(texts, chance, length) for _ in range(QUERIES // 12) for length in LENGTHS]
    ready = [Searchable(text) for text in texts]
    begun = time.process_time()
    for searchable in ready:
        _ = list(parse("甲乙丙丁戊己").find_in(searchable))
    figures = {"make_ready_once_ms": (time.process_time() - begun) * 1000}
    figures |= _ours(ready, queries)
    expected = {query: sum(_found(text, query) for text in texts) for query in queries}
    figures |= _timed("str_find", queries, lambda query: sum(_found(text, query) for text in texts))
    with TemporaryDirectory() as folder:
        figures |= _ripgrep(Path(folder), texts, queries)
        figures |= _trigrams(Path(folder), texts, queries, expected)
    ours = {q: sum(1 for s in ready for hit in parse(q).find_in(s) if hit) for q in queries}
    return figures | {"ours_recall": _recall(ours, expected)}


def _recall(found: dict[str, int], expected: dict[str, int]) -> float:
    """Return the mean share of what should be found; each query counts the same."""
    return fmean(min(found[query], total) / total for query, total in expected.items())


def _query(texts: list[str], chance: Random, length: int) -> str:
    text = chance.choice(texts)
    start = chance.randrange(len(text) - length)
    return text[start : start + length]


def _found(text: str, query: str) -> int:
    """Count what does not overlap, as all searches here do."""
    return text.count(query)


def _ours(ready: list[Searchable], queries: list[str]) -> dict[str, float]:
    first: list[float] = []
    for query in queries:
        begun = time.process_time()
        next(hit for one in ready for hit in parse(query).find_in(one) if hit)
        first.append((time.process_time() - begun) * 1000)
    all_hits = _timed(
        "ours", queries, lambda q: sum(1 for one in ready for hit in parse(q).find_in(one) if hit)
    )
    return {"ours_first_hit_worst_ms": max(first)} | all_hits


def _timed(name: str, queries: list[str], find: Callable[[str], object]) -> dict[str, float]:
    """Time words of two or more characters; single ones stand in every other sentence."""
    taken: dict[bool, list[float]] = {True: [], False: []}
    for query in queries:
        begun = time.process_time()
        find(query)
        taken[len(query) > 1].append((time.process_time() - begun) * 1000)
    return {
        f"{name}_all_hits_median_ms": median(taken[True]),
        f"{name}_all_hits_worst_ms": max(taken[True]),
        f"{name}_all_hits_of_one_character_ms": median(taken[False]),
    }


def _ripgrep(folder: Path, texts: list[str], queries: list[str]) -> dict[str, float]:
    if shutil.which("rg") is None:
        return {}
    for number, text in enumerate(texts):
        lines = (text[at : at + 100] for at in range(0, len(text), 100))
        (folder / f"{number}.txt").write_text("\n".join(lines), encoding="utf-8")
    taken = []
    for query in queries:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            ["rg", "--count-matches", "--fixed-strings", "--", query, str(folder)],
            check=False,
            stdout=subprocess.DEVNULL,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000)
    return {"ripgrep_all_hits_median_ms": median(taken)}


def _trigrams(
    folder: Path, texts: list[str], queries: list[str], expected: dict[str, int]
) -> dict[str, float]:
    """Index paragraphs of a hundred characters; words of one or two characters are not found."""
    database = sqlite3.connect(folder / "index.db")
    database.execute("CREATE VIRTUAL TABLE paragraph USING fts5(text, tokenize='trigram')")
    begun = time.process_time()
    for text in texts:
        database.executemany(
            "INSERT INTO paragraph VALUES (?)",
            ((text[at : at + 100],) for at in range(0, len(text), 100)),
        )
    figures = {"fts5_trigram_build_ms": (time.process_time() - begun) * 1000}
    database.commit()

    def find(query: str) -> int:
        rows = database.execute(
            "SELECT text FROM paragraph WHERE paragraph MATCH ?", (f'"{query}"',)
        )
        return sum(text.count(query) for (text,) in rows)

    figures |= _timed("fts5_trigram", queries, find)
    found = {query: find(query) for query in queries}
    database.close()
    return figures | {"fts5_trigram_recall": _recall(found, expected)}
