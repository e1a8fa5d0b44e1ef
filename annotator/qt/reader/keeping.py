"""Keeping the reader's place while a text is set anew from the same source."""

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.reader.selection import Caret, Selection


def set_text_again(pane: ReaderPane, before: ReadingText, after: ReadingText) -> None:
    """Show another reading text of the same source; top line, caret and selection stay as read.

    What is selected stays on its letters, as far as these are still shown. No signal tells of a
    place, which in the source has not changed.
    """
    place = pane.selecting.view.place
    caret, span = pane.selecting.caret, pane.selection()
    pane.set_text(after)
    was_blocked = pane.blockSignals(True)
    pane.go_to_place(_moved(place.offset, before, after), place.hidden_lines)
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
