"""How many of their paragraphs are found again in clean texts that were typeset and extracted.

Shares are in percent, means of the layouts. Duidu's repair and three other ways work on the same
extracted texts. What is kept apart, texts and layouts, was not looked at when repair was tuned; the
samples are prose from the texts that Duidu ships. Running lines are headers, footers, page numbers.
"""

import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from annotator.text.repair import repair
from tests.benchmarks.repair_layouts import LAYOUTS, PageLayout
from tests.benchmarks.repair_peers import REPAIRERS
from tests.benchmarks.repair_scoring import Score, score, total
from tests.benchmarks.repair_sources import Document, documents
from tests.benchmarks.repair_truth import Truth, truth_of
from tests.benchmarks.repair_typesetting import EXTRACTORS, pdf_of

_APART = ("for tuning", "half kept apart", "kept apart")
MILLION = 1_000_000
_MOST_UNKNOWN = 0.002


@dataclass(frozen=True)
class Extracted:
    """A document in a layout, by one of the extractors."""

    document: Document
    layout: PageLayout
    extractor: str
    truth: Truth

    @property
    def group(self) -> str:
        kept_apart = self.document.kept_apart + self.layout.kept_apart
        texts = "samples" if self.document.is_sample else "own texts"
        return f"{texts} {_APART[kept_apart]}"


def run() -> dict[str, float]:
    extracted = list(typeset())
    scores = {
        name: [score(item.truth, repairer(item.truth.source)) for item in extracted]
        for name, repairer in REPAIRERS.items()
    }
    found: dict[str, float] = {}
    for name, own in scores.items():
        by_group: dict[str, dict[str, list[Score]]] = defaultdict(lambda: defaultdict(list))
        for item, one in zip(extracted, own, strict=True):
            by_group[item.group][item.layout.name].append(one)
        for group in sorted(by_group):
            means = _means(f"{group} {name}", by_group[group])
            shown = means if name == "duidu" else [what for what in means if "f1" in what]
            is_detail = not group.endswith(" kept apart") or " half " in group
            found |= {
                f"{'' if what in shown and not is_detail else 'detail: '}{what}": figure
                for what, figure in means.items()
            }
    for name, own in scores.items():
        found |= _details(name, extracted, own)
    first = LAYOUTS[0].name
    return found | _speed([item.truth.source for item in extracted if item.layout.name == first])


def typeset() -> Iterator[Extracted]:
    """Yield all documents in all layouts that suit them, by every extractor."""
    with tempfile.TemporaryDirectory() as folder:
        for document in documents():
            for layout in LAYOUTS:
                if layout.is_slides != document.is_slides:
                    continue
                pdf = Path(folder) / "text.pdf"
                pdf.write_bytes(pdf_of(document, layout))
                for extractor, extract in EXTRACTORS.items():
                    truth = truth_of(extract(pdf), document, layout)
                    if truth.unknown > _MOST_UNKNOWN * len(truth.letters):
                        message = f"{truth.unknown} letters of {document.name} in {layout.name}"
                        raise ValueError(f"{message} by {extractor} were not found again")
                    yield Extracted(document, layout, extractor, truth)


def _means(name: str, by_layout: dict[str, list[Score]]) -> dict[str, float]:
    """Return the means of the layouts' figures, so that a long text weighs no more than others."""
    figures = [total(scores).figures() for scores in by_layout.values()]
    return {f"{name} {what} %": 100 * mean(one[what] for one in figures) for what in figures[0]}


def _details(name: str, extracted: list[Extracted], scores: list[Score]) -> dict[str, float]:
    """Return the figures by layout and extractor, for those who read them all."""
    by_place: dict[str, Score] = defaultdict(Score)
    for item, one in zip(extracted, scores, strict=True):
        by_place[f"{item.layout.name}, {item.group}, {item.extractor}"] += one
    return {
        f"detail: {place}, {name} {what} %": 100 * share
        for place, one in by_place.items()
        for what, share in one.figures().items()
    }


def _speed(sources: list[str]) -> dict[str, float]:
    """Return what one long text costs: the texts in one layout, again and again."""
    whole = "".join(sources)
    once = _cpu_seconds((whole * (MILLION // len(whole) + 1))[:MILLION])
    twice = _cpu_seconds((whole * (2 * MILLION // len(whole) + 1))[: 2 * MILLION])
    return {"one million characters cpu s": once, "two millions to one ratio": twice / once}


def _cpu_seconds(source: str) -> float:
    start = time.process_time()
    repair(source)
    return time.process_time() - start
