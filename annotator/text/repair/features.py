"""Features of a border between two lines, by name, with what each is worth.

A positive weight speaks for a paragraph break at the border, a negative one for a join.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import log

from annotator.text.repair.characters import OPENERS
from annotator.text.repair.columns import Columns
from annotator.text.repair.growing import GrowingParagraph
from annotator.text.repair.labels import (
    clause_features,
    figure_features,
    is_ellipsis,
    is_land_in_year,
)
from annotator.text.repair.layouts import LONG_LINE, Layout
from annotator.text.repair.lines import Line
from annotator.text.repair.patterns import (
    Beginning,
    Ending,
    is_label_row,
    is_whole,
    starts_with_date,
    starts_with_term,
)
from annotator.text.repair.recurrence import RepeatedLines, repeated_lines, seen_across
from annotator.text.repair.traits import Traits
from annotator.text.repair.widths import first_unit_width

WEIGHTS: Mapping[str, float] = {
    # how the line before ends
    "ends_sentence": 2.0,
    "ends_clause": 0.5,
    "ends_colon": 0.5,
    "ends_closed": 0.0,
    "ends_open": -3.0,
    "ends_bare": -0.5,
    # how the line after begins
    "begins_mark": 6.0,
    "begins_number": 3.5,
    "begins_speaker": 3.5,
    "begins_closing": -8.0,
    "begins_continuing": -2.5,
    "begins_plain": 0.0,
    # what either line is as a whole, and what is still open
    "whole_line": 8.0,
    "unclosed_quote": -1.5,
    "unclosed_bracket": -3.0,
    "quote_closes": -4.0,
    # column text: how full the line before is
    "full_line": -3.0,
    "short_line": 3.0,
    "very_short_line": 4.5,
    "heading_begins": 4.5,
    "heading_goes_on": -4.5,
    "title_of_text": 4.0,
    "item_after_item": 2.0,
    # slides
    "page_turn": 8.0,
    "full_line_of_prose": -2.0,
    "short_line_of_box": 2.0,
    "figure_alone": 4.0,
    "label_row": 3.0,
    "letter_alone": 3.0,
    "repeated_line": 4.0,
    "date_begins": 2.5,
    "bracket_after_bracket": 2.0,
    "quotation_after_speaker": 4.0,
    "clause_ends": 1.5,
    "labels_without_gaps": 1.5,
    "seen_elsewhere_joined": -7.0,
    "label_before_gap": 2.0,
    "gap_grows": 3.0,
    "marked_paragraph_before_gap": 3.5,
    "term_begins": 3.0,
    "lacks_subject": -4.5,
    "lacks_object": -5.0,
    "second_cause": 4.5,
    "attributes_go_on": -4.5,
    "credit_of_work": -8.0,
    "ellipsis_alone": 9.0,
    "name_leads": -6.0,
    "second_name": 4.5,
    "years_lead": -4.5,
    "value_of_label": -4.5,
    # lines that hold whole paragraphs
    "line_is_paragraph": 4.0,
    "long_line_breaks_off": -8.0,
}
_SLACK = 2
_HALF_WIDTH = re.compile(r"[!-~]")
_INDENT_WIDTH = 4
_FEWEST_FLUSH = 3
_FEWEST_EXACT = 5
_VERY_SHORT = 6
_CLAUSE_MARK = re.compile("[，。；！？]")
_CLOSING_QUOTE = re.compile("[^“”]*”")
_USUAL_ODDS = 1.0
_MOST_ODDS = 2.0
_CLOSED_ENDINGS = {Ending.SENTENCE, Ending.CLAUSE}
_MARKED = {Beginning.MARK, Beginning.NUMBER}


class Scene:
    """All lines of a text, with what can be said of each. Border i stands before line i."""

    def __init__(self, lines: Sequence[Line], layout: Layout) -> None:
        self.lines = lines
        self.layout = layout
        self.traits = Traits(lines)
        self.endings = self.traits.endings
        self.beginnings = self.traits.beginnings
        self._wholes = [is_whole(line.text) for line in lines]
        self._has_indents = sum(line.indent > 1 for line in lines) * 50 >= len(lines)
        self.gaps_tell = sum(line.gap > 0 for line in lines) * 3 >= len(lines)

    @cached_property
    def _units(self) -> list[int]:
        return [first_unit_width(line.text) for line in self.lines]

    @cached_property
    def _columns(self) -> Columns:
        return Columns(self.lines)

    def turns_page(self, border: int) -> bool:
        return self.lines[border - 1].page != self.lines[border].page

    def deficit(self, border: int, *, indent: int = 0) -> int:
        """Return how much the line before falls short of its column, in half-width units.

        A line is full if the next line's first unit would not have fitted any more. As columns are
        measured, not known, a letter more or less does not count, but at a full stop it does.
        """
        return self._columns.width(border - 1) - self._filled(border, indent) - self._slacks[border]

    def may_end_paragraph(self, border: int) -> bool:
        """Tell whether the line before ends with a mark that may be the last one, or is a title."""
        is_title = border == 1 and self._is_title()
        return is_title or self.endings[border - 1] in {*_CLOSED_ENDINGS, Ending.CLOSED}

    @cached_property
    def _is_exact(self) -> bool:
        """Whether all lines that end with a comma are full, so that columns are known exactly."""
        missing = [
            self._columns.width(i - 1) - self._filled(i, 0)
            for i in range(1, len(self.lines))
            if self.endings[i - 1] is Ending.OPEN
        ]
        late = sum(width > 0 for width in missing)
        return len(missing) >= _FEWEST_EXACT and late * 50 <= len(missing)

    @cached_property
    def _slacks(self) -> list[int]:
        """What a full line before each border may lack: less where columns are known exactly."""
        return [0, *(self._slack(border) for border in range(1, len(self.lines)))]

    def _slack(self, border: int) -> int:
        if self.endings[border - 1] is Ending.SENTENCE:
            return 0
        at_border = self.lines[border - 1].text + self.lines[border].text[:4]
        return 1 if self._is_exact and not _HALF_WIDTH.search(at_border) else _SLACK

    def odds_of_full_last_line(self, sure: Sequence[int]) -> float:
        """Return what a full line with a full stop is worth, as a logarithm of odds.

        Of the paragraphs, as many end on a full line as there are letters that a line may fall
        short by; of the lines within, as many end with a sentence as letters do.
        """
        letters = sum(line.width for line in self.lines) // 2 or 1
        stops = sum(line.text.count("。") for line in self.lines)
        columns = map(self._columns.width, range(len(self.lines)))
        column = max(2, max(columns, default=2) // 2)
        several_lines = sum(sure[i - 1 : i + 1] == [-1, 1] for i in range(1, len(sure)))
        ends = (several_lines + 1) * _SLACK / column
        within = (sure.count(-1) + 1) * (stops + 1) / letters
        return max(-_MOST_ODDS, min(_MOST_ODDS, log(ends / within) + _USUAL_ODDS))

    def fit(self, border: int) -> int:
        """Return how the line after fits its column: 0 full, 1 short by an indent, 2 shorter.

        It is 0 for all where indents are seen and need not be guessed, and outside columns.
        """
        says_nothing = self._has_indents or self.layout is not Layout.COLUMN
        if says_nothing or border + 1 >= len(self.lines):
            return 0
        missing = self._columns.width(border) - self._filled(border + 1, 0)
        return int(missing > 0) + int(missing > _INDENT_WIDTH)

    def verdict(self, border: int) -> int:
        """Return 1 for a break that punctuation and width leave no doubt of, -1 for a join."""
        ending, beginning = self.endings[border - 1], self.beginnings[border]
        if self.turns_page(border):
            return 0
        if ending is Ending.OPEN or beginning is Beginning.CLOSING:
            return -1
        if ending is Ending.SENTENCE:
            return int(self.deficit(border) > _VERY_SHORT or beginning is Beginning.MARK)
        may_fill = self.layout is Layout.COLUMN and ending is Ending.BARE
        return -int(may_fill and beginning is Beginning.PLAIN and self.deficit(border) <= 0)

    def features(self, border: int, paragraph: GrowingParagraph) -> Iterator[str]:
        """Yield the names of the features that the border shows."""
        yield f"ends_{self.endings[border - 1]}"
        yield f"begins_{self.beginnings[border]}"
        if self._wholes[border - 1] or self._wholes[border]:
            yield "whole_line"
        match self.layout:
            case Layout.COLUMN:
                yield from self._of_open_marks(paragraph)
                if paragraph.quotes > 0 and _CLOSING_QUOTE.match(self.lines[border].text):
                    yield "quote_closes"
                yield from self._of_column(border, paragraph)
            case Layout.SLIDES:
                yield from self._of_open_marks(paragraph)
                yield from self._of_slide(border, paragraph)
            case Layout.FLOW:
                yield from self._of_flow(border)

    def _filled(self, border: int, indent: int) -> int:
        return self.lines[border - 1].width + indent + self._units[border]

    @cached_property
    def _first_indent(self) -> int:
        """How much the first line of a paragraph may lack: nothing where those lines are full."""
        if self._has_indents:
            return _INDENT_WIDTH
        fits = [self.fit(i) for i in range(1, len(self.lines)) if self.verdict(i) == 1]
        is_flush = fits.count(0) >= max(_FEWEST_FLUSH, 2 * fits.count(1))
        return 0 if is_flush else _INDENT_WIDTH

    @cached_property
    def _seen(self) -> set[int]:
        undecided = {Ending.BARE, Ending.CLOSED}
        borders = [i for i in range(1, len(self.lines)) if self.endings[i - 1] in undecided]
        return seen_across(self.lines, borders)

    @cached_property
    def _repeated(self) -> RepeatedLines:
        return repeated_lines(self.lines)

    @staticmethod
    def _of_open_marks(paragraph: GrowingParagraph) -> Iterator[str]:
        if paragraph.quotes > 0:
            yield "unclosed_quote"
        if paragraph.brackets > 0:
            yield "unclosed_bracket"

    def _of_column(self, border: int, paragraph: GrowingParagraph) -> Iterator[str]:
        if border > 1 or self.fit(border) != 1:
            yield self._fullness(border, starts=paragraph.first == border - 1)
        after = self.lines[border].text
        if self.endings[border - 1] in _CLOSED_ENDINGS and starts_with_term(after):
            yield "term_begins"
        if self.endings[border - 1] is Ending.CLAUSE and self.beginnings[border] in _MARKED:
            yield "item_after_item"
        if self.endings[border - 1] is Ending.SENTENCE and self._is_heading_like(border):
            yield "heading_begins"
        if not paragraph.has_clauses and self._is_long_heading(border):
            yield "heading_goes_on"
        if border == 1 and self._is_title():
            yield "title_of_text"

    def _is_title(self) -> bool:
        """Tell whether the first line may be the title of the text: it says no whole sentence."""
        return self.endings[0] is Ending.BARE and not self.traits.have_prose_mark[0]

    def _fullness(self, border: int, *, starts: bool) -> str:
        """Name how full the line before is; one that starts a paragraph may have an indent."""
        deficit = self.deficit(border, indent=self._first_indent if starts else 0)
        if deficit <= 0:
            return "full_line"
        return "very_short_line" if deficit > _VERY_SHORT else "short_line"

    def _is_long_heading(self, border: int) -> bool:
        """Tell whether the lines before and after are one heading, in type a little larger."""
        before, after = self.lines[border - 1], self.lines[border]
        goes_on = self.endings[border - 1] in {Ending.BARE, Ending.OPEN}
        ends = self.endings[border] is Ending.BARE and not _CLAUSE_MARK.search(after.text)
        plain = self.beginnings[border] in {Beginning.PLAIN, Beginning.CONTINUING}
        long = before.width * 20 >= self._columns.width(border - 1) * 13
        return goes_on and ends and plain and long and after.width <= before.width

    def _is_heading_like(self, border: int) -> bool:
        """Tell whether the line after is far too short to go on, yet has no full stop."""
        if border + 1 >= len(self.lines) or self.endings[border] is not Ending.BARE:
            return False
        return self.deficit(border + 1, indent=self._first_indent) > _VERY_SHORT

    def _of_slide(self, border: int, paragraph: GrowingParagraph) -> Iterator[str]:
        after = self.lines[border]
        goes_on_listing = paragraph.enumerates and "、" in after.text
        is_prose = self.traits.have_prose_mark[border] or goes_on_listing
        has_prose = paragraph.has_prose or is_prose
        if self.turns_page(border):
            yield "page_turn"
        if self._filled(border, 0) < max(paragraph.width, after.width):
            yield "short_line_of_box"
        elif has_prose:
            yield "full_line_of_prose"
        if not has_prose:
            if not self.gaps_tell:
                yield "labels_without_gaps"
            elif after.gap:
                yield "label_before_gap"
        if paragraph.widest_gap is not None and after.gap > paragraph.widest_gap:
            yield "gap_grows"
        if after.gap and self.beginnings[paragraph.first] in _MARKED:
            yield "marked_paragraph_before_gap"
        yield from self._of_labels(border, paragraph)
        yield from clause_features(self.traits, border, paragraph)
        if border in self._seen:
            yield "seen_elsewhere_joined"
        if starts_with_term(after.text):
            yield "term_begins"
        if starts_with_date(after.text) and self.endings[border - 1] is not Ending.OPEN:
            yield "date_begins"
        if self.endings[border - 1] is Ending.CLAUSE:
            yield "clause_ends"
        if paragraph.opener in "—―" and after.text[0] == "“":
            yield "quotation_after_speaker"
        closed = self.endings[border - 1] is Ending.CLOSED
        if closed and paragraph.opener in OPENERS and after.text[0] == paragraph.opener:
            yield "bracket_after_bracket"

    def _of_labels(self, border: int, paragraph: GrowingParagraph) -> Iterator[str]:
        before, after = self.lines[border - 1].text, self.lines[border].text
        yield from figure_features(self.traits, border)
        if is_label_row(before) or is_label_row(after):
            yield "label_row"
        goes_on = self._filled(border, 0) >= paragraph.width > 1 and paragraph.has_prose
        if (len(before) == 1) != (len(after) == 1) and not goes_on:
            yield "letter_alone"
        leads_page = border == 1 or self.turns_page(border - 1)
        ended = border - 1 in self._repeated.ended and (leads_page or self.lines[border].gap)
        if (ended and not is_land_in_year(before)) or border in self._repeated.begun:
            yield "repeated_line"
        if self.lines[border].gap and is_ellipsis(after):
            yield "ellipsis_alone"

    def _of_flow(self, border: int) -> Iterator[str]:
        yield "line_is_paragraph"
        breaks_off = self.endings[border - 1] in {Ending.BARE, Ending.OPEN}
        goes_on = self.beginnings[border] in {Beginning.PLAIN, Beginning.CONTINUING}
        if self.lines[border - 1].width >= LONG_LINE and breaks_off and goes_on:
            yield "long_line_breaks_off"
