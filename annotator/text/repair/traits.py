"""Traits: what each line says about itself, found once for all the borders that ask."""

from collections.abc import Sequence
from functools import cached_property

from annotator.text.repair.lines import Line
from annotator.text.repair.patterns import (
    Beginning,
    Ending,
    beginning_of,
    ending_of,
    has_prose_mark,
    is_figure,
)


class Traits:
    """All lines of a text, and of each how it ends and begins, and what it is."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines

    @cached_property
    def endings(self) -> list[Ending]:
        return [ending_of(line.text) for line in self.lines]

    @cached_property
    def beginnings(self) -> list[Beginning]:
        return [beginning_of(line.text) for line in self.lines]

    @cached_property
    def have_prose_mark(self) -> list[bool]:
        return [has_prose_mark(line.text) for line in self.lines]

    @cached_property
    def are_figures(self) -> list[bool]:
        return [is_figure(line.text) for line in self.lines]
