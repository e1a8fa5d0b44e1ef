"""Corrections: what a reader decided otherwise than repair, as data that can be applied again."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self


class Rule(StrEnum):
    """A rule of repair that can be switched off. The values are stored."""

    PARAGRAPHS = "paragraphs"
    BLANKS = "blanks"
    PAGE_EDGES = "page_edges"
    REPEATED_TITLES = "repeated_titles"


@dataclass(frozen=True, slots=True)
class Corrections:
    """Rules that are off, and paragraph borders set by hand.

    A border is the source offset of a letter: one of `breaks` begins a paragraph, one of `joins`
    goes on with the paragraph before. No offset is in both.
    """

    off: frozenset[Rule] = frozenset()
    breaks: frozenset[int] = frozenset()
    joins: frozenset[int] = frozenset()

    def with_break(self, offset: int) -> Self:
        return replace(self, breaks=self.breaks | {offset}, joins=self.joins - {offset})

    def with_join(self, offset: int) -> Self:
        return replace(self, joins=self.joins | {offset}, breaks=self.breaks - {offset})

    def with_rule(self, rule: Rule, *, on: bool) -> Self:
        return replace(self, off=self.off - {rule} if on else self.off | {rule})


NO_CORRECTIONS = Corrections()
