"""Markdown: the words without the marks. What it renders to is read as a web page is.

The source text holds the words alone: what a reader sees, quotes and finds again is no `**` or
`[](…)`, and where the marks stood changes no paragraph.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from annotator.core.document import About
from annotator.core.errors import TextTooLongError
from annotator.importers import html
from annotator.importers.incoming import Extract, IncomingFile
from annotator.importers.markup import paragraphs_of
from annotator.importers.origin import origin
from annotator.importers.paragraphs import typeset
from annotator.importers.txt import decoded_text
from annotator.importers.xml_tree import OverlongMarkupError

_DEEPEST = 100
_FIELD = re.compile(r"^(title|author|publisher|source|date)\s*:\s*(.+?)\s*$", re.M | re.I)
_QUOTES = "\"'"


def extract(file: IncomingFile, *, encoding: str | None = None) -> Extract:
    """Read Markdown: CommonMark with tables, notes, strikethrough and front matter.

    Raises a TextFileError.
    """
    decoded = decoded_text(file, encoding=encoding)
    parser = _parser()
    environment: dict[str, object] = {}
    tokens = parser.parse(decoded.text, environment)
    shown = parser.renderer.render(tokens, parser.options, environment)
    try:
        root = html.parse(shown)
    except OverlongMarkupError as error:
        raise TextTooLongError(path=file.name) from error
    text, structure = typeset([html.with_title(paragraphs_of(root))])
    return Extract(text, "md", decoded.encoding, structure, _about(tokens))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"]).use(footnote_plugin).use(front_matter_plugin)
    parser.add_render_rule("image", _render_image)
    # The way back from a note to its place in the text is no part of it.
    parser.add_render_rule("footnote_anchor", _render_nothing)
    return parser


def _render_image(_: object, tokens: list[Token], index: int, *__: object) -> str:
    """Render what is said in place of an image."""
    return escapeHtml(tokens[index].content)


def _render_nothing(*_: object) -> str:
    return ""


def _about(tokens: list[Token]) -> About:
    """Return what the front matter says; of YAML, only plain fields are read."""
    matter = "".join(token.content for token in tokens if token.type == "front_matter")
    fields = {name.lower(): value.strip(_QUOTES) for name, value in _FIELD.findall(matter)}
    publisher = next(
        (fields[name] for name in ("publisher", "source", "author") if name in fields), ""
    )
    return origin(fields.get("title", ""), publisher=publisher, date=fields.get("date", ""))
