"""Search in fifty million characters: indexed, in memory, and by SQLite's trigrams.

All times are CPU time. A query is what stands somewhere in the texts, of one to twelve characters.
"""

import gc
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from statistics import fmean, median
from tempfile import TemporaryDirectory

from annotator.core.document import About, Document
from annotator.services.apart_search import pieces_of, search_indexed
from annotator.services.search import search_text
from annotator.storage.search_index import SearchIndex
from annotator.text.queries import Searchable, parse
from tests.benchmarks.passages_texts import Words

CHARACTERS = 50_000_000
TEXTS = 50
QUERIES = 36
LENGTHS = range(1, 13)

_Find = Callable[[str], Iterator[object]]


def run() -> dict[str, float]:
    words, chance = Words(seed=3), Random(3)
    texts = [words.prose(CHARACTERS // TEXTS) for _ in range(TEXTS)]
    documents = [Document(str(n), About(str(n)), len(text), "", n) for n, text in enumerate(texts)]
    queries = [_query(texts, chance, length) for _ in range(QUERIES // 12) for length in LENGTHS]
    expected = {query: sum(text.count(query) for text in texts) for query in queries}
    figures: dict[str, float] = {}
    with TemporaryDirectory() as folder:
        figures |= _indexed(Path(folder), texts, documents, queries, expected=expected)
        figures |= _trigrams(Path(folder), texts, queries, expected)
    return figures | _in_memory(texts, documents, queries)


def _query(texts: list[str], chance: Random, length: int) -> str:
    text = chance.choice(texts)
    start = chance.randrange(len(text) - length)
    return text[start : start + length]


def _indexed(
    folder: Path,
    texts: list[str],
    documents: list[Document],
    queries: list[str],
    *,
    expected: dict[str, int],
) -> dict[str, float]:
    path = folder / "index.search"
    begun = time.process_time()
    with SearchIndex.open(path) as index:
        for document, text in zip(documents, texts, strict=True):
            index.put(document.id, "1", pieces_of(text, lambda: None))
    figures = {"index_build_s": time.process_time() - begun}
    before = _resident_mb()
    with SearchIndex.open(path) as index:

        def find(query: str) -> Iterator[object]:
            for document in documents:
                yield from filter(None, search_indexed(index, document, parse(query)))

        figures |= _timed("index", queries, find)
        figures["index_memory_mb"] = _resident_mb() - before
        found = {query: sum(1 for _ in find(query)) for query in queries}
    figures["index_recall"] = _recall(found, expected)
    figures["index_file_mb"] = path.stat().st_size / 1e6
    return figures


def _in_memory(texts: list[str], documents: list[Document], queries: list[str]) -> dict[str, float]:
    """Keep texts and their normal forms in memory, without what a library adds to them."""
    before = _resident_mb()
    begun = time.process_time()
    ready = [Searchable(text) for text in texts]
    for searchable in ready:
        _ = list(parse("甲乙丙丁戊己").find_in(searchable))
    figures = {"in_memory_make_ready_once_s": time.process_time() - begun}
    share = sum(map(len, texts)) * 2 / 1e6
    figures["in_memory_memory_mb"] = _resident_mb() - before + share

    def find(query: str) -> Iterator[object]:
        for document, searchable in zip(documents, ready, strict=True):
            yield from filter(None, search_text(document, searchable, parse(query)))

    return figures | _timed("in_memory", queries, find)


def _trigrams(
    folder: Path, texts: list[str], queries: list[str], expected: dict[str, int]
) -> dict[str, float]:
    """Index paragraphs of a hundred characters; words of one or two characters are not found."""
    database = sqlite3.connect(folder / "trigrams.db")
    database.execute("CREATE VIRTUAL TABLE paragraph USING fts5(text, tokenize='trigram')")
    begun = time.process_time()
    for text in texts:
        database.executemany(
            "INSERT INTO paragraph VALUES (?)",
            ((text[at : at + 100],) for at in range(0, len(text), 100)),
        )
    database.commit()
    figures = {"fts5_trigram_build_s": time.process_time() - begun}

    def find(query: str) -> Iterator[object]:
        rows = database.execute(
            "SELECT text FROM paragraph WHERE paragraph MATCH ?", (f'"{query}"',)
        )
        for (text,) in rows:
            yield from range(text.count(query))

    figures |= _timed("fts5_trigram", queries, find)
    found = {query: sum(1 for _ in find(query)) for query in queries}
    database.close()
    figures["fts5_trigram_file_mb"] = (folder / "trigrams.db").stat().st_size / 1e6
    return figures | {"fts5_trigram_recall": _recall(found, expected)}


def _timed(name: str, queries: list[str], find: _Find) -> dict[str, float]:
    """Time the first hit of all queries, and all hits of words of two or more characters."""
    first, every, single = [], [], []
    for query in queries:
        begun = time.process_time()
        next(find(query), None)
        first.append((time.process_time() - begun) * 1000)
        begun = time.process_time()
        for _ in find(query):
            pass
        (every if len(query) > 1 else single).append((time.process_time() - begun) * 1000)
    return {
        f"{name}_first_hit_median_ms": median(first),
        f"{name}_first_hit_worst_ms": max(first),
        f"{name}_all_hits_median_ms": median(every),
        f"{name}_all_hits_worst_ms": max(every),
        f"{name}_all_hits_of_one_character_ms": median(single),
    }


def _recall(found: dict[str, int], expected: dict[str, int]) -> float:
    """Return the mean share of what should be found; each query counts the same."""
    return fmean(min(found[query], total) / total for query, total in expected.items())


def _resident_mb() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6
