"""Repairing: the steps from a source text to its reading text.

Lines are found and put on their pages; page numbers and running lines at the page edges go; numbers
of sections there stand by themselves; the table of contents is read, and its titles are found in
the text. Then each border between two lines is decided by an additive score, the paragraphs get
their kinds, and all is set as a reading text in which every letter knows its place in the source.
Letters are never altered. What the file tells of its paragraphs, and what the reader corrected,
goes before all that is guessed.
"""

from collections.abc import Collection, Sequence

from annotator.core.corrections import Corrections, Rule
from annotator.core.page import Page
from annotator.core.reading_text import ReadingText
from annotator.core.structure import Structure, tells_lines
from annotator.text.repair.assembling import Findings, assemble
from annotator.text.repair.blocks import Block, blocks_of, known_borders
from annotator.text.repair.borders import Borders
from annotator.text.repair.contents import (
    Contents,
    ContentsTitle,
    find_contents,
    find_titles,
    listed_but_not_found,
)
from annotator.text.repair.correcting import corrected
from annotator.text.repair.edges import Edges, find_edges
from annotator.text.repair.gaps import after_empty_pages, cut_borders, headless_blocks
from annotator.text.repair.kinds import with_kinds
from annotator.text.repair.layouts import Layout, layout_of
from annotator.text.repair.leads import with_leads
from annotator.text.repair.lines import Line, lines_of, rows_of
from annotator.text.repair.pages import page_numbers, page_starts, paginate
from annotator.text.repair.pulses import Pulse
from annotator.text.repair.reasons import DropReason
from annotator.text.repair.section_numbers import (
    borders_of_numbers,
    has_numbers,
    numbers_of_headings,
    with_numbered_headings,
    with_numbers_apart,
)
from annotator.text.repair.telling import tells_headings, told_borders, told_starts, with_told_kinds
from annotator.text.repair.titles import show_titles_once


def repaired(
    source: str, structure: Structure | None, corrections: Corrections, pulse: Pulse
) -> ReadingText:
    """Return the reading text of a source text, as `repair` does."""
    has_feeds = "\f" in source
    keeps_lines = tells_lines(structure) or Rule.PARAGRAPHS in corrections.off
    all_lines = _lines(source, pulse, as_given=keeps_lines)
    layout = Layout.FLOW if keeps_lines else layout_of(all_lines)
    keeps_edges = tells_lines(structure) or Rule.PAGE_EDGES in corrections.off
    edges = Edges() if keeps_edges else find_edges(all_lines, layout, has_feeds=has_feeds)
    _keep_told(edges, all_lines, structure)
    lines = [line for i, line in enumerate(all_lines) if i not in edges.dropped]
    contents = find_contents(lines)
    titles = find_titles(lines, contents)
    known = _known(lines, contents, titles=titles, told=structure, as_given=keeps_lines)
    borders = Borders(lines, layout, known=known, pulse=pulse)
    cuts = cut_borders(lines, layout, borders=borders)
    found = blocks_of(lines, borders.first_lines(cuts), contents=contents, titles=titles)
    found = with_told_kinds(found, structure)
    may_repeat = _may_repeat_titles(layout, has_feeds=has_feeds, off=corrections.off)
    stay, repeats = show_titles_once(found) if may_repeat else (found, [])
    loose = {None, *range(len(lines))} if tells_headings(structure) else set(cuts)
    numbers: list[Block] = []
    if not keeps_edges and has_numbers(lines):
        as_found = with_kinds(stay, layout, loose=loose)
        stay, numbers = with_numbered_headings(stay, numbers_of_headings(lines, as_found))
    blocks = with_kinds(corrected(source, stay, corrections), layout, loose=loose)
    findings = Findings(
        pages=_pages(lines, edges, titles=titles, told=structure, has_feeds=has_feeds),
        entries={entry.first: entry for entry in contents.entries},
        not_found=listed_but_not_found(contents, titles),
        dropped=_dropped(all_lines, edges, contents=contents, repeats=repeats, numbers=numbers),
        torn=headless_blocks(lines, blocks, borders=borders).union(cuts),
        after_empty=() if tells_lines(structure) else after_empty_pages(source, lines),
    )
    return assemble(source, blocks, findings=findings, off=corrections.off, pulse=pulse)


def _lines(source: str, pulse: Pulse, *, as_given: bool) -> list[Line]:
    rows = rows_of(source, pulse)
    lines = lines_of(rows, paginate(rows))
    return lines if as_given else with_numbers_apart(with_leads(source, lines))


def _keep_told(edges: Edges, lines: Sequence[Line], structure: Structure | None) -> None:
    """Drop no heading that the outline of a typeset file lists."""
    kept = told_starts(structure)
    for i in [i for i in edges.dropped if lines[i].start in kept]:
        del edges.dropped[i]


def _known(
    lines: Sequence[Line],
    contents: Contents,
    *,
    titles: Sequence[ContentsTitle],
    told: Structure | None,
    as_given: bool,
) -> dict[int, bool]:
    """Return the borders that need no score: all of them where each line is a paragraph."""
    if as_given:
        return dict.fromkeys(range(len(lines)), True) | known_borders(contents, titles)
    numbers = borders_of_numbers(lines)
    return numbers | told_borders(lines, told) | known_borders(contents, titles)


def _may_repeat_titles(layout: Layout, *, has_feeds: bool, off: Collection[Rule]) -> bool:
    """Tell whether titles that slides repeat are shown once: on slides, or what may be slides."""
    may_be_slides = layout is Layout.SLIDES or (has_feeds and layout is Layout.FLOW)
    return may_be_slides and Rule.REPEATED_TITLES not in off


def _pages(
    lines: Sequence[Line],
    edges: Edges,
    *,
    titles: Sequence[ContentsTitle],
    told: Structure | None,
    has_feeds: bool,
) -> dict[int, Page | None]:
    """Return where each page begins in the source, with what it is called if that is sure.

    The contents give the numbers of the pages that their titles start.
    """
    starts = dict.fromkeys([0, *page_starts(lines)] if lines else [])
    listed = {t.first: t.entry.page for t in titles if t.first in starts}
    anchors = edges.numbers | {lines[first].page: number for first, number in listed.items()}
    names = told.pages if told else ()
    numbers = page_numbers(lines, anchors, has_feeds=has_feeds, told=names)
    return {lines[i].start: numbers.get(lines[i].page) for i in starts}


def _dropped(
    all_lines: Sequence[Line],
    edges: Edges,
    *,
    contents: Contents,
    repeats: Sequence[Block],
    numbers: Sequence[Block],
) -> dict[tuple[int, int], DropReason]:
    """Return the ranges of the source that are not shown, but for blanks and line ends."""
    dropped = {(all_lines[i].start, all_lines[i].end): why for i, why in edges.dropped.items()}
    for entry in contents.entries:
        dropped[entry.leader] = DropReason.CONTENTS_LEADER
    for repeat in repeats:
        dropped.update(dict.fromkeys(repeat.ranges, DropReason.REPEATED_TITLE))
    for number in numbers:
        dropped.update(dict.fromkeys(number.ranges, DropReason.SECTION_NUMBER))
    return dropped
