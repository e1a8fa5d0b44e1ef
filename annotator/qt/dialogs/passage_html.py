"""Passage as HTML: a passage in bold, quietly surrounded by what stands around it in its text."""

from collections.abc import Sequence
from html import escape

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.theme import shown_theme
from annotator.services.anchoring.differing import Stretch

_AROUND = 90


def passage_html(
    text: ReadingText, span: ReadingSpan, marked: Sequence[Stretch], *, decoration: str
) -> str:
    """Return a passage in its context; `marked` are its stretches, with those that differ."""
    theme = shown_theme()
    before = text.text[max(0, span.start - _AROUND) : span.start]
    after = text.text[span.end : span.end + _AROUND]
    style = f"color: {theme.mark}; text-decoration: {decoration}"
    passage = "".join(
        f'<span style="{style}">{lines_html(one.text)}</span>'
        if one.differs
        else lines_html(one.text)
        for one in marked
    )
    return (
        f'<p style="line-height: 160%; color: {theme.quiet_ink}">{lines_html(before)}'
        f'<b style="color: {theme.ink}">{passage}</b>{lines_html(after)}</p>'
    )


def lines_html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
