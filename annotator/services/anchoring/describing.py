"""From a passage that somebody selected to a selector by which it is found again."""

from annotator.core.errors import EmptyPassageError, SpanOutsideTextError
from annotator.core.reading_text import ReadingText
from annotator.core.selector import Selector
from annotator.core.span import ReadingSpan

_CONTEXT_LENGTHS = (32, 64, 128, 200)
_LONGEST_CONTEXT = _CONTEXT_LENGTHS[-1]
_SENTENCE_ENDS = "。！？"


def describe(document_id: str, reading_text: ReadingText, span: ReadingSpan) -> Selector:
    """Return the selector of a passage, without the blanks at its ends.

    Raises SpanOutsideTextError, or EmptyPassageError where the passage holds no letter or digit.
    """
    text = reading_text.text
    if span.end > len(text):
        raise SpanOutsideTextError(span=f"{span.start}:{span.end}", length=len(text))
    passage = span.slice_of(text)
    start = span.start + len(passage) - len(passage.lstrip())
    end = span.end - (len(passage) - len(passage.rstrip()))
    if not any(character.isalnum() for character in passage):
        raise EmptyPassageError
    source_span = reading_text.to_source(ReadingSpan(start, end))
    if source_span is None:
        raise EmptyPassageError
    prefix, suffix = _context(text, start, end)
    return Selector(document_id, source_span, text[start:end], prefix, suffix)


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after, grown until it is found only once, to sentence ends."""
    quotation = text[start:end]
    for length in _CONTEXT_LENGTHS:
        prefix = _back_to_sentence(text, start, length)
        suffix = _on_to_sentence(text, end, length)
        if text.find(passage := prefix + quotation + suffix) == text.rfind(passage):
            break
    return prefix, suffix


def _back_to_sentence(text: str, start: int, length: int) -> str:
    earliest = max(0, start - _LONGEST_CONTEXT)
    least = max(0, start - length)
    border = max(text.rfind(mark, earliest, least) for mark in _SENTENCE_ENDS)
    return text[border + 1 if border >= 0 else least : start]


def _on_to_sentence(text: str, end: int, length: int) -> str:
    latest = end + _LONGEST_CONTEXT
    least = min(len(text), end + length)
    borders = [text.find(mark, max(end, least - 1), latest) for mark in _SENTENCE_ENDS]
    border = min((found for found in borders if found >= 0), default=least - 1)
    return text[end : max(border + 1, least)]
