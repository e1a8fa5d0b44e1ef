"""Excerpts as a Markdown document.

Whatever a reader or a text wrote comes back letter by letter from a CommonMark parser: marks with a
meaning get a backslash, blanks that Markdown would drop and line ends become character references.
Each line of a quotation or a note is a paragraph. Only what Markdown cannot hold is lost: control
characters (other than tab, line feed, form feed and carriage return) and lone surrogates are
written as U+FFFD.
"""

import re
from collections.abc import Sequence
from functools import partial

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from annotator import places
from annotator.exporters.citation import citation
from annotator.exporters.excerpt import Excerpt, Grouping, grouped
from annotator.exporters.wording import WORDINGS, Language

_UNWRITABLE = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

# Also what only some dialects give a meaning: ~ strikes through, $ sets formulas, | makes tables.
_MARKS = re.compile(r"[\\`*_\[\]<>#~$|]|&(?=[A-Za-z])")
_LIST_START = re.compile(r"\A(?:([0-9]{1,9})(?=[.)](?: |\Z))|(?=[-+=]))")
# At the edges they would be dropped; these others some editors take for line ends.
_BLANKS = re.compile(r"[\n\f\r\u2028\u2029]|\A\s+|\s+\Z")
_PARAGRAPH_BREAK = re.compile(r"(?<=.)\n(?=[^\n])", re.DOTALL)


def to_markdown(
    excerpts: Sequence[Excerpt], grouping: Grouping, *, language: Language, title: str
) -> str:
    """Return the excerpts as a Markdown document in groups, each excerpt with its citation."""
    wording = WORDINGS[language]
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(places.resource("templates")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"in_line": _in_line, "as_paragraphs": _as_paragraphs}
    return environment.get_template("excerpts.md.jinja").render(
        title=title or wording.untitled,
        groups=grouped(excerpts, grouping),
        has_headings=grouping is not Grouping.READING_ORDER,
        nameless=wording.untagged if grouping is Grouping.TAG else wording.untitled,
        wording=wording,
        excerpts=len(excerpts),
        documents=len({excerpt.document_id for excerpt in excerpts}),
        citation=partial(_citation, language=language),
    )


def _in_line(text: str) -> str:
    """Return the text as Markdown that stands in a line, after something else."""
    marked = _MARKS.sub(r"\\\g<0>", _UNWRITABLE.sub("\ufffd", text))
    return _BLANKS.sub(lambda match: _references(match[0]), marked)


def _references(characters: str) -> str:
    return "".join(f"&#{ord(character)};" for character in characters)


def _as_paragraphs(text: str) -> list[str]:
    """Return the text as Markdown paragraphs that give the text again when joined by line ends.

    Empty lines cannot be paragraphs: they stand at the end of the one before.
    """
    return [
        _LIST_START.sub(r"\1\\", _in_line(paragraph)) for paragraph in _PARAGRAPH_BREAK.split(text)
    ]


def _citation(excerpt: Excerpt, *, language: Language) -> str:
    parts = citation(excerpt, language)
    title = _in_line(parts.title)
    if WORDINGS[language].emphasises_titles:
        title = f"*{title}*"
    return parts.before + title + _in_line(parts.after)
