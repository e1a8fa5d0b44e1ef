"""Styles of Word: what a paragraph's style tells of its kind, level and number."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from annotator.core.reading_text import ParagraphKind
from annotator.importers.ooxml import attribute, child, is_on, number
from annotator.importers.xml_tree import local_name

# Word writes English names whatever language it speaks; others write what they show.
_HEADING = re.compile(r"(?:heading|标题|標題|見出し)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|contents|目录|目錄)\s*[1-9]", re.IGNORECASE)
_KINDS = {
    "title": ParagraphKind.TITLE,
    "标题": ParagraphKind.TITLE,
    "標題": ParagraphKind.TITLE,
    "caption": ParagraphKind.CAPTION,
    "题注": ParagraphKind.CAPTION,
}
_DEEPEST = 6
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What a style tells: `level` of a heading or 0, the list by its id and level, None if none."""

    kind: ParagraphKind = ParagraphKind.BODY
    level: int = 0
    list_id: int | None = None
    list_level: int | None = None
    is_hidden: bool = False


class Styles:
    """The styles of a document by id, each with what it takes over from others."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self._default = ""
        for element in root if root is not None else ():
            if local_name(element) == "style":
                style_id = attribute(element, "styleId") or ""
                self._elements[style_id] = element
                is_default = attribute(element, "default") in {"1", "true", "on"}
                if is_default and attribute(element, "type") == "paragraph":
                    self._default = style_id

    def of(self, style_id: str | None) -> Style:
        """Return the style of this id, for None that of paragraphs without one."""
        wanted = self._default if style_id is None else style_id
        if wanted not in self._known:
            self._known[wanted] = self._resolved(wanted)
        return self._known[wanted]

    def _resolved(self, style_id: str) -> Style:
        chain: list[str] = []
        at: str | None = style_id
        while at is not None and at in self._elements and at not in chain:
            chain.append(at)
            at = attribute(child(self._elements[at], "basedOn"), "val")
        style = Style()
        for name in reversed(chain):
            style = _with(style, self._elements[name])
        return style


def _with(style: Style, element: etree._Element) -> Style:
    """Return the style with what this element says itself."""
    name = (attribute(child(element, "name"), "val") or "").strip().lower()
    heading = _HEADING.fullmatch(name)
    if heading:
        style = replace(style, level=min(int(heading[1]), _DEEPEST))
    elif _CONTENTS.fullmatch(name):
        style = replace(style, kind=ParagraphKind.CONTENTS, level=0)
    elif name in _KINDS:
        style = replace(style, kind=_KINDS[name], level=0)
    properties = child(element, "pPr")
    level = outline_level(properties)
    list_id, list_level = list_of(properties)
    hides = child(element, "rPr", "vanish")
    return replace(
        style,
        level=style.level if level is None or heading else level,
        list_id=style.list_id if list_id is None else list_id,
        list_level=style.list_level if list_level is None else list_level,
        is_hidden=style.is_hidden if hides is None else is_on(hides),
    )


def outline_level(properties: etree._Element | None) -> int | None:
    """Return the level that a paragraph's properties give it in the outline: 1 to 6, 0 for none."""
    level = number(child(properties, "outlineLvl"))
    if level is None:
        return None
    return min(level + 1, _DEEPEST) if 0 <= level < _BODY_LEVEL else 0


def list_of(properties: etree._Element | None) -> tuple[int | None, int | None]:
    """Return the id of the list that the properties put a paragraph in, and its level there."""
    list_properties = child(properties, "numPr")
    return number(child(list_properties, "numId")), number(child(list_properties, "ilvl"))
