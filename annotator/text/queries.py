"""Queries: what a reader looks for in a text, and where it stands.

While nothing is found, None is yielded every few milliseconds, so that a caller may pause.
"""

import re
from bisect import bisect_left
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Protocol

from annotator.core.errors import PatternError, SlowPatternError
from annotator.text.normal_form import NormalForm, find_letter, normal_letters

if TYPE_CHECKING:
    import regex

_Range = tuple[int, int]

_NEAR = re.compile(r"(.+?)\s*[~～](\d{1,4})\s*(.+)")
_LONGEST_MATCHING_S = 0.5
_PARAGRAPHS_A_STEP = 200


class Searchable:
    """A text with its normal forms, each made when it is first needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._forms: dict[bool, NormalForm] = {}

    def form(self, *, is_blind_to_script: bool) -> Generator[None, None, NormalForm]:
        if is_blind_to_script not in self._forms:
            self._forms[is_blind_to_script] = yield from NormalForm.in_steps(
                self.text, is_blind_to_script=is_blind_to_script
            )
        return self._forms[is_blind_to_script]


class Query(Protocol):
    """Something to look for."""

    def find_in(self, searchable: Searchable) -> Iterator[_Range | None]:
        """Yield the ranges of the text in order, none of them empty; None now and then."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words, blind to blanks, width, case and like marks, and to script if so wished."""

    words: str
    is_blind_to_script: bool = False

    def find_in(self, searchable: Searchable) -> Iterator[_Range | None]:
        letters = normal_letters(self.words, is_blind_to_script=self.is_blind_to_script)
        if len(letters) == 1:
            places = find_letter(
                searchable.text, letters, is_blind_to_script=self.is_blind_to_script
            )
            yield from (None if place is None else (place, place + 1) for place in places)
            return
        form = yield from searchable.form(is_blind_to_script=self.is_blind_to_script)
        yield from form.find_all(self.words)


@dataclass(frozen=True, slots=True)
class Near:
    """Two words with at most so many characters between them, in either order."""

    one: Words
    other: Words
    distance: int

    def find_in(self, searchable: Searchable) -> Iterator[_Range | None]:
        form = yield from searchable.form(is_blind_to_script=self.one.is_blind_to_script)
        others = list(form.find_all(self.other.words))
        free_from = 0
        for found in form.find_all(self.one.words):
            for both in self._together(found, others):
                if both[0] >= free_from:
                    free_from = both[1]
                    yield both
                    break

    def _together(self, found: _Range, others: Sequence[_Range]) -> Iterator[_Range]:
        """Yield what reaches from here to the next other word before and behind, nearest first."""
        index = bisect_left(others, found)
        near = [
            (max(found[0] - other[1], other[0] - found[1]), other)
            for other in others[max(0, index - 1) : index + 2]
        ]
        for gap, other in sorted(near):
            if 0 <= gap <= self.distance:
                yield min(found[0], other[0]), max(found[1], other[1])


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression, matched within each paragraph."""

    expression: str
    _compiled: "regex.Pattern[str]" = field(repr=False, compare=False)

    def find_in(self, searchable: Searchable) -> Iterator[_Range | None]:
        """Raises SlowPatternError where one paragraph takes too long."""
        text, start = searchable.text, 0
        for number in count(1):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            try:
                for match in self._compiled.finditer(text, start, end, timeout=_LONGEST_MATCHING_S):
                    if match.end() > match.start():
                        yield match.span()
            except TimeoutError as error:
                raise SlowPatternError(pattern=self.expression) from error
            if end == len(text):
                return
            start = end + 1
            if number % _PARAGRAPHS_A_STEP == 0:
                yield None


def parse(text: str, *, is_pattern: bool = False, is_blind_to_script: bool = False) -> Query:
    """Return the query that a reader wrote: words, 创新~20产业, or a regular expression.

    Raises PatternError where the expression cannot be understood.
    """
    if is_pattern:
        return _pattern(text)
    near = _NEAR.fullmatch(text.strip())
    if near is None:
        return Words(text, is_blind_to_script)
    one, other = Words(near[1], is_blind_to_script), Words(near[3], is_blind_to_script)
    return Near(one, other, int(near[2]))


def _pattern(expression: str) -> Pattern:
    import regex  # which the window need not wait for

    try:
        return Pattern(expression, regex.compile(expression, regex.MULTILINE))
    except regex.error as error:
        raise PatternError(pattern=expression, problem=str(error)) from error
