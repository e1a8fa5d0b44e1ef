"""Borders between lines: one additive score says whether a paragraph ends there.

Each named feature of a border adds its weight (see `features`); what blanks, indents and empty rows
are worth is learned from the text itself (see `conventions`).
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from annotator.text.repair.conventions import (
    FIT,
    GAP,
    GAP_ON_SLIDE,
    INDENT,
    QUOTATION,
    SAYS_NOTHING,
    TRAILING,
    Convention,
    Sign,
)
from annotator.text.repair.features import WEIGHTS, Scene
from annotator.text.repair.growing import GrowingParagraph
from annotator.text.repair.layouts import Layout
from annotator.text.repair.lines import Line
from annotator.text.repair.pulses import Pulse, no_pulse, pulsing


class Borders:
    """Decides the borders of a text. `known` holds those that need no score: True is a break."""

    def __init__(
        self,
        lines: Sequence[Line],
        layout: Layout,
        *,
        known: Mapping[int, bool],
        pulse: Pulse = no_pulse,
    ) -> None:
        self._lines = lines
        self._known = known
        self._pulse = pulse
        self._scene = Scene(lines, layout)

    @property
    def trailing_blank_ends_paragraph(self) -> bool:
        """Whether, in this text, a blank behind a line means that the paragraph ends."""
        return self._trailing.tells_breaks(1)

    @property
    def indent_begins_paragraph(self) -> bool:
        """Whether, in this text, paragraphs start with an indent and other lines do not."""
        return self._indent.tells_breaks(2)

    def first_lines(self, cuts: Collection[int]) -> list[int]:
        """Return the first lines of all paragraphs; each of the cuts is a break."""
        firsts = [0] if self._lines else []
        paragraph = GrowingParagraph(0)
        for border in pulsing(range(1, len(self._lines)), self._pulse):
            has_prose = self._scene.traits.have_prose_mark[border - 1]
            paragraph.add(self._lines[border - 1], has_prose=has_prose)
            breaks = True if border in cuts else self._known.get(border)
            if breaks is None:
                breaks = self._score(border, paragraph) > 0
            if breaks:
                firsts.append(border)
                paragraph = GrowingParagraph(border)
        return firsts

    def _score(self, border: int, paragraph: GrowingParagraph) -> float:
        features = self._scene.features(border, paragraph)
        return sum(map(WEIGHTS.__getitem__, features)) + self._learned(border)

    def _learned(self, border: int) -> float:
        """Return what the blanks around the border are worth; in flowing text they are not."""
        if self._scene.layout is Layout.FLOW:
            return 0.0
        worth = self._trailing.worth(border) + self._indent.worth(border)
        if self._scene.layout is Layout.COLUMN and self._scene.may_end_paragraph(border):
            worth += self._quotation.worth(border)
            worth += self._fit.worth(border) if self._fit else 0.0
            is_full = self._scene.deficit(border) <= 0 and not self._lines[border].gap
            if is_full and not self._scene.turns_page(border):
                worth += self._full_last_lines
        return worth if self._scene.turns_page(border) else worth + self._gap.worth(border)

    @cached_property
    def _sure(self) -> list[int]:
        return [
            0 if border == 0 or border in self._known else self._scene.verdict(border)
            for border in pulsing(range(len(self._lines)), self._pulse)
        ]

    @cached_property
    def _trailing(self) -> Convention:
        behind = [0, *(int(line.trailing > 0) for line in self._lines[:-1])]
        return Convention(TRAILING, behind[: len(self._lines)], sure=self._sure)

    @cached_property
    def _indent(self) -> Convention:
        return Convention(INDENT, [min(line.indent, 2) for line in self._lines], sure=self._sure)

    @cached_property
    def _gap(self) -> Convention:
        gaps = [min(line.gap, 2) for line in self._lines]
        return Convention(self._gap_sign(), gaps, sure=self._sure)

    @cached_property
    def _quotation(self) -> Convention:
        quotations = [int(line.text[0] in "“「") for line in self._lines]
        return Convention(QUOTATION, quotations, sure=self._sure)

    @cached_property
    def _fit(self) -> Convention | None:
        fits = [self._scene.fit(border) for border in range(len(self._lines))]
        return Convention(FIT, fits, sure=self._sure) if any(fits) else None

    @cached_property
    def _full_last_lines(self) -> float:
        return self._scene.odds_of_full_last_line(self._sure)

    def _gap_sign(self) -> Sign:
        if self._scene.layout is not Layout.SLIDES:
            return GAP
        return GAP_ON_SLIDE if self._scene.gaps_tell else SAYS_NOTHING
