"""Figures: the numbers by which a text states facts, with what they are about and of which year.

All of it is read off one statement, the part of a sentence between semicolons, by patterns. What is
asked for, planned or ruled is no fact, and has no figures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from annotator.text.boundaries import sentences, statements
from annotator.text.figures.amounts import amounts
from annotator.text.figures.subjects import subjects, year

__all__ = ["Figure", "figures", "figures_in"]

# What stands before a number that is wished, planned or ruled.
_NO_FACT = re.compile(
    r"应当|不得|必须|不超过|不低于|不少于|力争|预计|计划|拟|有望|给予|建议|申请|招募|要求|提前|安排|每[隔0-9]"
    r"|(?<!\w)到20[0-9]{2}年(?![^，,]*(?:已|更|首次|突破))|需要?[0-9一二三四五六七八九十两]"
    r"|将(?:于|达|超|有|增|建|投|实现|持续)|(?<![需重主只])要(?!求|素)"
)
_IS_TARGET = re.compile("目标(?:是|为)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit at [start, end) of a text, in the sentence [sentence_start, …_end).

    `number` is as written, `value` counts 万, 亿 and % in: 10.5% is worth 0.105. `high` is the
    upper end of a range, else the value again. `what` and `year` are "" where nothing tells.
    """

    start: int
    end: int
    sentence_start: int
    sentence_end: int
    number: str
    unit: str
    value: Decimal
    high: Decimal
    what: str
    year: str


def figures(text: str) -> Iterator[Figure]:
    """Yield the figures of a text in order."""
    for start, end in sentences(text, 0, len(text)):
        for part in statements(text, start, end):
            yield from figures_in(text, *part, sentence=(start, end))


def figures_in(text: str, start: int, end: int, *, sentence: tuple[int, int]) -> Iterator[Figure]:
    """Yield the figures of one statement [start, end) that tell what they are about.

    There are none where no number says enough.
    """
    found = amounts(text, start, end)
    if not any(amount.is_telling for amount in found):
        return
    for amount, what in zip(found, subjects(text, found, start, end), strict=True):
        is_target = _IS_TARGET.search(text, sentence[0], amount.start)
        if what and not is_target and not _NO_FACT.search(text, start, amount.end):
            yield Figure(
                start=amount.start,
                end=amount.end,
                sentence_start=sentence[0],
                sentence_end=sentence[1],
                number=amount.number,
                unit=amount.unit,
                value=amount.value,
                high=amount.high,
                what=what,
                year=year(text, sentence[0], amount.start),
            )
