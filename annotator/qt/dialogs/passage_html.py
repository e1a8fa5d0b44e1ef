"""Words as HTML: with marked letters, and as a passage quietly surrounded by its context."""

from collections.abc import Iterable
from html import escape

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.theme import shown_theme

# [start, end) of letters.
Stretch = tuple[int, int]

_AROUND = 90


def passage_html(
    text: ReadingText,
    span: ReadingSpan,
    marked: Iterable[Stretch] = (),
    *,
    decoration: str = "underline",
) -> str:
    """Return a passage in bold, in its context; `marked` counts from where the passage starts."""
    theme = shown_theme()
    before = text.text[max(0, span.start - _AROUND) : span.start]
    after = text.text[span.end : span.end + _AROUND]
    passage = marked_html(span.slice_of(text.text), marked, decoration=decoration)
    return (
        f'<p style="line-height: 160%; color: {theme.quiet_ink}">{_lines(before)}'
        f'<b style="color: {theme.ink}">{passage}</b>{_lines(after)}</p>'
    )


def marked_html(words: str, marked: Iterable[Stretch], *, decoration: str = "underline") -> str:
    """Return words with the letters of these stretches marked."""
    style = f"color: {shown_theme().mark}; text-decoration: {decoration}"
    parts, done = [], 0
    for start, end in marked:
        parts.append(_lines(words[done:start]))
        if start < end:
            parts.append(f'<span style="{style}">{_lines(words[start:end])}</span>')
        done = end
    return "".join([*parts, _lines(words[done:])])


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
