"""Keeping the reader's place while a text is set anew from the same source."""

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.reader.selection import Caret, Selection


def set_text_again(
    pane: ReaderPane, before: ReadingText, after: ReadingText, part: ReadingSpan | None = None
) -> None:
    """Show another reading text of the same source; top line, caret and selection stay as read.

    `part` is what of it is shown, None for all. What is selected stays on its letters, as far as
    these are still shown. No signal tells of a place, which in the source has not changed.
    """
    place, caret, span = pane.flow_place(), pane.selecting.caret, pane.selection()
    pane.set_text(after, part)
    was_blocked = pane.blockSignals(True)
    within = place - int(place)
    pane.flow_to(place if place < 0 else _moved(int(place), before, after) + within)
    pane.blockSignals(was_blocked)
    kept = _kept(span, before, after) if span else None
    head = Caret(_moved(caret, before, after))
    pane.selecting.change(Selection.over(kept) if kept else Selection.at(head))
    pane.selecting.announce()


def _moved(offset: int, before: ReadingText, after: ReadingText) -> int:
    return after.reading_offset(before.source_offset(offset))


def _kept(span: ReadingSpan, before: ReadingText, after: ReadingText) -> ReadingSpan | None:
    source = before.to_source(span)
    return after.to_reading(source) if source else None
