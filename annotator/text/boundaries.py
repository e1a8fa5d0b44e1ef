"""Where sentences and clauses begin and end. Offsets are code points, ranges half-open.

A paragraph ends at its line end. Its sentences follow one another without gaps, and so do the
clauses of a sentence; each keeps its closing mark and the closing quotation marks after it. Blanks
at the edges belong to none of them.
"""

import re

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


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Leave out the blanks at both edges, unless there is nothing else."""
    passage = text[slice(*span)]
    if not (kept := passage.strip()):
        return span
    start = span[0] + len(passage) - len(passage.lstrip())
    return start, start + len(kept)
