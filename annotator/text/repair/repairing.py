"""Repairing: the steps from a source text to its reading text.

Lines are found and put on their pages; page numbers and running lines at the page edges go; numbers
of sections there stand by themselves; the table of contents is read, and its titles are found in
the text. Then each border between two lines is decided by an additive score, the paragraphs get
their kinds, and all is set as a reading text in which every letter knows its place in the source.
Letters are never altered. What the file tells of its paragraphs, and what the reader corrected,
goes before all that is guessed.
"""

from collections.abc import Mapping, Sequence

from annotator.core.corrections import Corrections, Rule
from annotator.core.reading_text import ReadingText
from annotator.core.structure import Structure
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
from annotator.text.repair.gaps import cut_borders, headless_blocks
from annotator.text.repair.kinds import with_kinds
from annotator.text.repair.layouts import Layout, layout_of
from annotator.text.repair.leads import with_leads
from annotator.text.repair.lines import Line, lines_of, rows_of
from annotator.text.repair.pages import has_form_feeds, page_numbers, page_starts, paginate
from annotator.text.repair.reasons import DropReason
from annotator.text.repair.section_numbers import borders_of_numbers, with_numbers_apart
from annotator.text.repair.telling import tells_headings, with_told_kinds
from annotator.text.repair.titles import show_titles_once


def repaired(source: str, structure: Structure | None, corrections: Corrections) -> ReadingText:
    """Return the reading text of a source text, as `repair` does."""
    rows = rows_of(source)
    has_feeds = has_form_feeds(rows)
    keeps_lines = structure is not None or Rule.PARAGRAPHS in corrections.off
    given = lines_of(rows, paginate(rows))
    all_lines = given if keeps_lines else with_numbers_apart(with_leads(source, given))
    layout = Layout.FLOW if keeps_lines else layout_of(all_lines)
    keeps_edges = structure is not None or Rule.PAGE_EDGES in corrections.off
    edges = Edges() if keeps_edges else find_edges(all_lines, layout, has_feeds=has_feeds)
    lines = [line for i, line in enumerate(all_lines) if i not in edges.dropped]
    contents = find_contents(lines)
    titles = find_titles(lines, contents)
    known = dict.fromkeys(range(len(lines)), True) if keeps_lines else borders_of_numbers(lines)
    known |= known_borders(contents, titles)
    borders = Borders(lines, layout, known=known)
    cuts = cut_borders(lines, layout, borders=borders)
    found = blocks_of(lines, borders.first_lines(cuts), contents=contents, titles=titles)
    blocks = with_told_kinds(corrected(source, found, corrections), structure)
    repeats: list[Block] = []
    is_shown = layout is Layout.SLIDES or (has_feeds and layout is Layout.FLOW)
    if is_shown and Rule.REPEATED_TITLES not in corrections.off:
        blocks, repeats = show_titles_once(blocks)
    loose = {block.first for block in blocks} if tells_headings(structure) else set(cuts)
    blocks = with_kinds(blocks, layout, loose=loose)
    anchors = edges.numbers | _pages_of_titles(lines, titles)
    findings = Findings(
        pages=_pages(lines, page_numbers(lines, anchors, has_feeds=has_feeds)),
        entries={entry.first: entry for entry in contents.entries},
        not_found=listed_but_not_found(contents, titles),
        dropped=_dropped(all_lines, edges, contents=contents, repeats=repeats),
        torn=headless_blocks(lines, blocks, borders=borders).union(cuts),
    )
    return assemble(source, blocks, findings=findings, keeps_blanks=Rule.BLANKS in corrections.off)


def _pages(lines: Sequence[Line], numbers: Mapping[int, int]) -> dict[int, int | None]:
    """Return where each page begins in the source, with its number if that is sure."""
    starts = [0, *page_starts(lines)] if lines else []
    return {lines[i].start: numbers.get(lines[i].page) for i in starts}


def _pages_of_titles(lines: Sequence[Line], titles: Sequence[ContentsTitle]) -> dict[int, int]:
    """Return the number that the contents give for each page that a listed title starts."""
    starts = set(page_starts(lines))
    return {lines[title.first].page: title.entry.page for title in titles if title.first in starts}


def _dropped(
    all_lines: Sequence[Line], edges: Edges, *, contents: Contents, repeats: Sequence[Block]
) -> dict[tuple[int, int], DropReason]:
    """Return the ranges of the source that are not shown, but for blanks and line ends."""
    dropped = {(all_lines[i].start, all_lines[i].end): why for i, why in edges.dropped.items()}
    for entry in contents.entries:
        dropped[entry.leader] = DropReason.CONTENTS_LEADER
    for repeat in repeats:
        dropped.update(dict.fromkeys(repeat.ranges, DropReason.REPEATED_TITLE))
    return dropped
