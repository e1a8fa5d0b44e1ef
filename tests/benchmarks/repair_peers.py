"""Duidu's repair, and three other ways to find paragraphs, all with one face."""

import re
from collections.abc import Mapping
from itertools import groupby

from opencc_pyo3.opencc_pyo3 import reflow_cjk_paragraphs

from annotator.text.repair import repair
from tests.benchmarks.repair_scoring import Paragraphs, Repairer, numbered

_LINE_END = re.compile("[\n\f]")
_SENTENCE_ENDS = "。！？…：；”’」』）!?"


def by_duidu(source: str) -> Paragraphs:
    reading = repair(source)
    shown: dict[int, int] = {}
    numbers = (
        number
        for number, item in enumerate(reading.paragraphs)
        for _ in range(item.start, item.end + 1)
    )
    paragraph_at = list(numbers)
    for run in reading.runs:
        for step in range(run.length):
            shown[run.source_start + step] = paragraph_at[run.start + step]
    return [shown.get(i) for i, letter in enumerate(source) if not letter.isspace()]


def by_blank_lines(source: str) -> Paragraphs:
    """A paragraph ends where an empty line stands."""
    lines = _LINE_END.split(source)
    groups = groupby(lines, key=lambda line: bool(line.strip()))
    return numbered(source, ("".join(group) for is_text, group in groups if is_text))


def by_end_punctuation(source: str) -> Paragraphs:
    """A paragraph ends where a line ends with a mark that may end a sentence."""
    paragraphs = [""]
    for line in _LINE_END.split(source):
        paragraphs[-1] += line.strip()
        if line.rstrip().endswith(tuple(_SENTENCE_ENDS)):
            paragraphs.append("")
    return numbered(source, paragraphs)


def by_opencc(source: str) -> Paragraphs:
    """opencc-pyo3's reflow; pages are parted by empty lines, as its own extractor does."""
    text = reflow_cjk_paragraphs(source.replace("\f", "\n"), False, True)
    return numbered(source, text.split("\n"))


REPAIRERS: Mapping[str, Repairer] = {
    "duidu": by_duidu,
    "blank lines": by_blank_lines,
    "end punctuation": by_end_punctuation,
    "opencc reflow": by_opencc,
}
