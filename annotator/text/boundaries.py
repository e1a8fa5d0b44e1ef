"""Where sentences and clauses begin and end. Offsets are code points, ranges half-open.

A paragraph ends at its line end. Its sentences follow one another without gaps, and so do the
clauses of a sentence; each keeps its closing mark and the closing quotation marks after it. Blanks
at the edges belong to none of them.
"""

import re
from collections.abc import Iterator

_CLOSING = "”’」』）〕】)\\]\"'"

# A half-width mark counts only where it is not part of an address such as `?page=2`.
_SENTENCE_END = r"(?:[。！？…]|[!?](?![A-Za-z0-9/=&]))"

# 10:30 and 1,000 are numbers, http:// is an address: no clause ends in them.
_CLAUSE_END = r"(?:[，；：]|(?:(?<![0-9])[,;:]|[,;:](?![0-9]))(?!/))"

# Before these it goes on: “好！”，他说 is one sentence, 《怎么看？》 a title.
_SENTENCE = re.compile(
    rf"{_SENTENCE_END}(?:{_SENTENCE_END}|[{_CLOSING}])*(?P<goes_on>[，；：、》])?"
)
_CLAUSE = re.compile(
    rf"(?:{_SENTENCE_END}|{_CLAUSE_END})"
    rf"(?:{_SENTENCE_END}|{_CLAUSE_END}|[{_CLOSING}])*(?P<goes_on>[、》])?"
)
_LONGEST_SENTENCE = 2000

_STATEMENT = re.compile(rf"[；;][{_CLOSING}]*(?P<goes_on>[、》])?")
_PARAGRAPH = re.compile("[^\n]+")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a part of a text, without blanks at their edges and none blank.

    What goes on for thousands of characters is a table or noise, no sentence, and is left out.
    """
    for paragraph in _PARAGRAPH.finditer(text, start, end):
        for first, last in _pieces(_SENTENCE, text, paragraph.span()):
            if last - first <= _LONGEST_SENTENCE:
                yield first, last


def statements(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sentence, each with the ； that closes it."""
    return _pieces(_STATEMENT, text, (start, end))


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Return the sentence that holds this offset, without blanks at its edges.

    At a line end or the end of the text it is the sentence before. Blank only for a blank
    paragraph, empty only for an empty text.
    """
    paragraph = _trimmed(text, _paragraph_at(text, offset))
    return _trimmed(text, _piece_at(_SENTENCE, text, paragraph, offset))


def clause_at(text: str, offset: int) -> tuple[int, int]:
    """Return the clause (up to ，；： or the end of the sentence) that holds this offset.

    Line ends, blanks and the end of the text are treated as by `sentence_at`.
    """
    return _trimmed(text, _piece_at(_CLAUSE, text, sentence_at(text, offset), offset))


def _paragraph_at(text: str, offset: int) -> tuple[int, int]:
    """Return the paragraph without its line end; a line end that stands alone is one itself."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    if start < end or not text:
        return start, end
    return (start, start + 1) if start < len(text) else _paragraph_at(text, start - 1)


def _piece_at(
    ending: re.Pattern[str], text: str, span: tuple[int, int], offset: int
) -> tuple[int, int]:
    """Return the piece of the span that holds the offset, or else the last one."""
    start = span[0]
    for match in ending.finditer(text, *span):
        if match["goes_on"] is None and match.end() < span[1]:
            if offset < match.end():
                return start, match.end()
            start = match.end()
    return start, span[1]


def _pieces(ending: re.Pattern[str], text: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the pieces of the span that are not blank, without blanks at their edges."""
    start = span[0]
    ends = (match.end() for match in ending.finditer(text, *span) if match["goes_on"] is None)
    for end in (*ends, span[1]):
        if start < end and not text[start:end].isspace():
            yield _trimmed(text, (start, end))
        start = end


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Leave out the blanks at both edges, unless there is nothing else."""
    passage = text[slice(*span)]
    if not (kept := passage.strip()):
        return span
    start = span[0] + len(passage) - len(passage.lstrip())
    return start, start + len(kept)
