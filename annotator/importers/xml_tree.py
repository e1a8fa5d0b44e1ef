"""XML from anywhere, read so that it can neither fetch nor grow anything."""

import codecs
import re
from html.entities import html5

from lxml import etree

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_ENTITY = re.compile(r"&(\w+);")
_XML_ENTITIES = {"amp", "lt", "gt", "quot", "apos"}
# Bounds the memory of a tree, in which an element or an attribute takes some 200 bytes.
_MOST_MARKS = 6_000_000


class MalformedXmlError(ValueError):
    """The data is no XML, or XML of a kind that no text needs."""


class OverlongMarkupError(ValueError):
    """Markup that is longer, or nested deeper, than a text can be."""


def parse(data: bytes, *, has_html_entities: bool = False) -> etree._Element:
    """Return the root of XML in UTF-8 or UTF-16, which has no entities of its own.

    Raises MalformedXmlError, or OverlongMarkupError for more than 256 elements in one another.
    """
    text = _DECLARATION.sub("", _decoded(data), count=1)
    if "<!ENTITY" in text:
        raise MalformedXmlError("the data declares entities")
    if text.count("<") + text.count("=") > _MOST_MARKS:
        raise OverlongMarkupError("there are too many elements or attributes")
    if has_html_entities:
        text = _ENTITY.sub(_letter, text)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        limit = etree.ErrorTypes.ERR_RESOURCE_LIMIT
        if any(entry.type == limit for entry in parser.error_log):
            raise OverlongMarkupError(str(error)) from error
        raise MalformedXmlError(str(error)) from error


def _decoded(data: bytes) -> str:
    is_utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if is_utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedXmlError("the data is neither UTF-8 nor UTF-16") from error


def _letter(entity: re.Match[str]) -> str:
    """Return what a named entity of HTML stands for; those of XML stay, unknown ones are text."""
    name = entity[1]
    return entity[0] if name in _XML_ENTITIES else html5.get(f"{name};", f"&amp;{name};")


def local_name(element: etree._Element) -> str:
    """Return the element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
