"""Plain text as Markdown that a CommonMark parser reads back letter by letter.

Marks with a meaning get a backslash, blanks that Markdown would drop and line ends become character
references. Only what Markdown cannot hold is lost: control characters (other than tab, line feed,
form feed and carriage return) and lone surrogates are written as U+FFFD.
"""

import re

_UNWRITABLE = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

# Also what only some dialects give a meaning: ~ strikes through, $ sets formulas, | makes tables.
_MARKS = re.compile(r"[\\`*_\[\]<>#~$|]|&(?=[A-Za-z])")
_LIST_START = re.compile(r"\A(?:([0-9]{1,9})(?=[.)](?: |\Z))|(?=[-+=]))")
# At the edges they would be dropped; these others some editors take for line ends.
_BLANKS = re.compile(r"[\n\f\r\u2028\u2029]|\A\s+|\s+\Z")
_PARAGRAPH_BREAK = re.compile(r"(?<=.)\n(?=[^\n])", re.DOTALL)


def in_line(text: str) -> str:
    """Return the text as Markdown that stands in a line, after something else."""
    marked = _MARKS.sub(r"\\\g<0>", _UNWRITABLE.sub("\ufffd", text))
    return _BLANKS.sub(lambda match: _references(match[0]), marked)


def at_line_start(written: str) -> str:
    """Return what `in_line` wrote so that it can begin a line and does not begin a list."""
    return _LIST_START.sub(r"\1\\", written)


def as_paragraphs(text: str) -> list[str]:
    """Return the text as Markdown paragraphs that give the text again when joined by line ends.

    Empty lines cannot be paragraphs: they stand at the end of the one before.
    """
    return [at_line_start(in_line(paragraph)) for paragraph in _PARAGRAPH_BREAK.split(text)]


def _references(characters: str) -> str:
    return "".join(f"&#{ord(character)};" for character in characters)
