"""Web pages: what there is to read on them, without what stands around it."""

import re
from collections.abc import Iterable
from contextlib import suppress

from lxml import etree

from annotator.core.document import About
from annotator.core.errors import TextTooLongError
from annotator.core.reading_text import ParagraphKind
from annotator.importers.incoming import Extract, IncomingFile
from annotator.importers.markup import paragraphs_of
from annotator.importers.origin import origin
from annotator.importers.paragraphs import Draft, typeset
from annotator.importers.txt import decoded_text
from annotator.importers.xml_tree import OverlongMarkupError, local_name
from annotator.text.encoding import BinaryDataError, DecodedText, UndecodableError, decode

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
# Pages that name the first two are written in the larger encoding that holds them.
_LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252"}

_HEADINGS = {f"h{level}" for level in range(1, 7)}
_AROUND_BY_ROLE = {"navigation", "banner", "contentinfo", "complementary", "search", "doc-backlink"}
_NOTES = {"doc-endnotes", "doc-footnote", "doc-footnotes"}
_BACKLINK = re.compile(r"\bfootnote-back")
_LEAST_SHARE = 0.5
# A tag takes some 200 bytes of memory.
_MOST_TAGS = 4_000_000
# Pages of WeChat hide their text until a script shows it.
_SHOWN_BY_SCRIPT = "js_content"

_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title")
_PUBLISHERS = (
    "og:site_name",
    "citation_publisher",
    "publisher",
    "dc.publisher",
    "source",
    "author",
)
_DATES = (
    "article:published_time",
    "citation_publication_date",
    "publishdate",
    "pubdate",
    "date",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
)


def extract(file: IncomingFile, *, encoding: str | None = None) -> Extract:
    """Read a web page, in this encoding, the one it declares, or the one that is clear.

    Raises a TextFileError.
    """
    decoded = _decoded(file, encoding)
    try:
        root = parse(decoded.text)
    except OverlongMarkupError as error:
        raise TextTooLongError(path=file.name) from error
    about = _about(root)
    _hide_surroundings(root)
    text, structure = typeset([with_title(paragraphs_of(_main_part(root)))])
    return Extract(text, "html", decoded.encoding, structure, about)


def parse(markup: str) -> etree._Element:
    """Return the root of a page, whatever is wrong with it. Raises OverlongMarkupError."""
    if markup.count("<") > _MOST_TAGS:
        raise OverlongMarkupError("there are too many tags")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(markup.encode(), parser)
    except etree.ParserError:
        root = None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise OverlongMarkupError("the tags are nested too deeply")
    return etree.Element("html") if root is None else root


def _decoded(file: IncomingFile, encoding: str | None) -> DecodedText:
    declared = _DECLARED.search(file.data, 0, _DECLARED_WITHIN)
    if encoding is None and declared:
        name = (declared[1] or declared[2]).decode("ascii").lower()
        # What a page declares is wrong where it was saved in another encoding.
        with suppress(BinaryDataError, UndecodableError):
            return decode(file.data, encoding=_LARGER.get(name, name))
    return decoded_text(file, encoding=encoding)


def _hide_surroundings(root: etree._Element) -> None:
    """Mark as hidden what is no part of the text: menus, page heads and feet, asides."""
    for element in root.iter("nav", "footer", "aside", "header", "a", "div", "section", "form"):
        if _is_around(element):
            element.set("hidden", "")
        elif element.get("id") == _SHOWN_BY_SCRIPT:
            element.set("style", "")


def _is_around(element: etree._Element) -> bool:
    name, role = local_name(element), element.get("role", "")
    if role in _NOTES:
        return False
    if role in _AROUND_BY_ROLE or element.get("aria-hidden") == "true":
        return True
    if name == "header":
        return not any(local_name(below) in _HEADINGS for below in element.iter())
    if name == "a":
        return _BACKLINK.search(element.get("class", "")) is not None
    return name in {"nav", "footer", "aside"}


def _main_part(root: etree._Element) -> etree._Element:
    """Return the element that holds most of the text and says that it is the main part."""
    part = root
    for name in ("main", "article"):
        parts = list(part.iter(name))
        if len(parts) == 1 and _letters(parts[0]) >= _letters(part) * _LEAST_SHARE:
            part = parts[0]
    return part


def _letters(element: etree._Element) -> int:
    return sum(len(draft.text) for draft in paragraphs_of(element))


def with_title(drafts: list[Draft]) -> list[Draft]:
    """Return the paragraphs; the only heading of the first level is the title, if none is above."""
    heads = [i for i, draft in enumerate(drafts) if draft.kind is ParagraphKind.HEADING]
    tops = [i for i in heads if drafts[i].level == 1]
    if len(tops) != 1 or tops[0] != heads[0]:
        return drafts
    first = tops[0]
    return [
        *drafts[:first],
        drafts[first]._replace(kind=ParagraphKind.TITLE),
        *drafts[first + 1 :],
    ]


def _about(root: etree._Element) -> About:
    told: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        told.setdefault(name, meta.get("content", ""))
    title = next(root.iter("title"), None)
    return origin(
        _first(told, _TITLES) or ("" if title is None else title.text or ""),
        publisher=_first(told, _PUBLISHERS),
        date=_first(told, _DATES),
    )


def _first(told: dict[str, str], names: Iterable[str]) -> str:
    return next((told[name] for name in names if told.get(name, "").strip()), "")
