"""Marks: what a reader should know of the state of the source at a place."""

import re
from enum import StrEnum

from annotator.core.reading_text import Mark
from annotator.core.translatable import QT_TRANSLATE_NOOP


class MarkKind(StrEnum):
    PAGE_MISSING = "page_missing"
    GARBLED = "garbled"
    LISTED_NOT_FOUND = "listed_not_found"
    PAGE_EMPTY = "page_empty"


_MESSAGES = {
    MarkKind.PAGE_MISSING: QT_TRANSLATE_NOOP(
        "marks", "Text is missing here: a page of the source breaks off."
    ),
    MarkKind.GARBLED: QT_TRANSLATE_NOOP(
        "marks", "Letters were garbled here, in the source already."
    ),
    MarkKind.LISTED_NOT_FOUND: QT_TRANSLATE_NOOP(
        "marks", "This title is listed in the contents but is not in the text."
    ),
    MarkKind.PAGE_EMPTY: QT_TRANSLATE_NOOP(
        "marks", "The file has a page without text here: perhaps a picture, or a scanned page."
    ),
}
# Armenian to Georgian, Ethiopic to Mongolian, and their presentation forms: no part of Chinese.
_FOREIGN = re.compile("[\u0531-\u10ff\u1200-\u18af\ufb13-\ufdff\ufe70-\ufefc]")
_REPLACEMENT = "\ufffd"
_MOST_FOREIGN = 8


def mark(kind: MarkKind, start: int) -> Mark:
    return Mark(start, kind.value, _MESSAGES[kind])


def may_be_garbled(text: str) -> bool:
    """Tell whether a letter in the text may be garbled, so that its paragraphs are to be read."""
    return _REPLACEMENT in text or _FOREIGN.search(text) is not None


def garbled_offset(text: str) -> int | None:
    """Return the offset of the first garbled letter, None if there is none.

    A replacement character is garbled; so are a few foreign letters, but not whole words of them.
    """
    foreign = [match.start() for match in _FOREIGN.finditer(text)]
    found = foreign[:1] if len(foreign) <= _MOST_FOREIGN else []
    if (replaced := text.find(_REPLACEMENT)) >= 0:
        found.append(replaced)
    return min(found, default=None)
