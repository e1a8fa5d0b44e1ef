"""Leads: what stands at the start of a paragraph, parted from it by a wide gap.

An extractor may put such a lead on a row of its own: 第一条, or the dateline of a report.
"""

from collections.abc import Sequence
from dataclasses import replace

from annotator.text.repair.lines import Line
from annotator.text.repair.patterns import is_lead

_GAP_WIDTH = 4


def with_leads(source: str, lines: Sequence[Line]) -> list[Line]:
    """Return the lines, each lead in one with the line after it."""
    joined: list[Line] = []
    for line in lines:
        lead = joined[-1] if joined else None
        if lead and lead.page == line.page and is_lead(lead.text) and not is_lead(line.text):
            joined[-1] = replace(
                lead,
                end=line.end,
                text=source[lead.start : line.end],
                trailing=line.trailing,
                height=lead.height + line.height,
                width=lead.width + _GAP_WIDTH + line.width,
            )
        else:
            joined.append(line)
    return joined
