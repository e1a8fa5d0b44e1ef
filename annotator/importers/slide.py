"""A slide: its shapes in the order in which they are read, and their paragraphs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from annotator.core.reading_text import ParagraphKind
from annotator.importers.numerals import written
from annotator.importers.ooxml import attribute, child, number
from annotator.importers.paragraphs import Draft, row_of
from annotator.importers.symbols import bullet
from annotator.importers.xml_tree import local_name

_TITLES = {"title", "ctrTitle"}
_NOT_TEXT = {"dt", "ftr", "hdr", "sldNum", "sldImg"}
_LETTERS = {"br": "\n", "tab": "\t"}
_NUMBER_STYLES = {
    "arabicDb": "full width",
    "alphaLc": "letters",
    "alphaUc": "LETTERS",
    "romanLc": "roman",
    "romanUc": "ROMAN",
    "circleNum": "circled",
    "ea1Chs": "chinese",
    "ea1Cht": "chinese",
    "ea1Jpn": "chinese",
}
_AROUND = {"Period": ("", "."), "ParenR": ("", ")"), "ParenBoth": ("(", ")"), "Minus": ("", "-")}
_EMU_PER_POINT = 12_700

# Where a shape stands: top and left in points.
Place = tuple[int, int]
# The places that a layout gives to its placeholders, by their index and by their type.
Places = Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with its place and height in points; `role` is "" if it is no placeholder."""

    element: etree._Element
    role: str
    top: int
    left: int
    height: int = 0

    @property
    def is_title(self) -> bool:
        return self.role in _TITLES


def places_of(tree: etree._Element) -> dict[str, Place]:
    """Return the places of the placeholders of a layout, by their index and by their type."""
    found: dict[str, Place] = {}
    for shape in tree.iter("{*}sp"):
        place = _own_place(shape)
        placeholder = _placeholder(shape)
        if place is not None and placeholder is not None:
            for key in _keys(placeholder):
                found.setdefault(key, place)
    return found


def shapes_of(parent: etree._Element, inherited: Places) -> list[Shape]:
    """Return the shapes with text, the title first, then from top to bottom and left to right."""
    shapes = [_shape(element, inherited) for element in _elements(parent)]
    shapes = [shape for shape in shapes if shape.role not in _NOT_TEXT]
    titles = [shape for shape in shapes if shape.is_title]
    return titles + _by_rows(shape for shape in shapes if not shape.is_title)


def _elements(parent: etree._Element) -> Iterable[etree._Element]:
    for element in parent:
        name = local_name(element)
        if name in {"AlternateContent", "Choice"}:
            yield from _elements(element)
        elif name in {"sp", "grpSp", "graphicFrame"} and not _is_hidden(element):
            yield element


def _is_hidden(element: etree._Element) -> bool:
    properties = next((item for item in element if local_name(item).startswith("nv")), None)
    return attribute(child(properties, "cNvPr"), "hidden") in {"1", "true"}


def _shape(element: etree._Element, inherited: Places) -> Shape:
    placeholder = _placeholder(element)
    place = _own_place(element)
    keys = _keys(placeholder) if placeholder is not None else []
    if place is None:
        place = next((inherited[key] for key in keys if key in inherited), (0, 0))
    role = (attribute(placeholder, "type") or "body") if placeholder is not None else ""
    height = number(child(_frame(element), "ext"), "cy") or 0
    return Shape(element, role, *place, height // _EMU_PER_POINT)


def _frame(element: etree._Element) -> etree._Element | None:
    own = child(element, "xfrm")
    if own is not None:
        return own
    properties = "grpSpPr" if local_name(element) == "grpSp" else "spPr"
    return child(element, properties, "xfrm")


def _own_place(element: etree._Element) -> Place | None:
    offset = child(_frame(element), "off")
    left, top = (number(offset, name) for name in ("x", "y"))
    if left is None or top is None:
        return None
    return top // _EMU_PER_POINT, left // _EMU_PER_POINT


def _placeholder(element: etree._Element) -> etree._Element | None:
    return child(element, "nvSpPr", "nvPr", "ph")


def _keys(placeholder: etree._Element) -> list[str]:
    index, role = attribute(placeholder, "idx"), attribute(placeholder, "type")
    keys = [f"index {index}"] if index is not None else []
    return [*keys, "title" if role in _TITLES else role or "body"]


def _by_rows(shapes: Iterable[Shape]) -> list[Shape]:
    """Order shapes by rows; what starts above the middle of a row's first shape is in that row."""
    ordered: list[Shape] = []
    row: list[Shape] = []
    for shape in sorted(shapes, key=lambda shape: shape.top):
        if row and shape.top > row[0].top + row[0].height // 2:
            ordered += sorted(row, key=lambda shape: shape.left)
            row = []
        row.append(shape)
    return ordered + sorted(row, key=lambda shape: shape.left)


def text_of(shape: Shape, drawn: Callable[[etree._Element], list[Draft]]) -> list[Draft]:
    """Return the paragraphs of a shape; `drawn` gives those of charts and diagrams in frames."""
    name = local_name(shape.element)
    if name == "grpSp":
        inner = shapes_of(shape.element, {})
        return [draft for item in inner for draft in text_of(item, drawn)]
    if name == "graphicFrame":
        table = next(shape.element.iter("{*}tbl"), None)
        return drawn(shape.element) if table is None else _table(table)
    body = child(shape.element, "txBody")
    return [] if body is None else paragraphs_of(body)


def _table(table: etree._Element) -> list[Draft]:
    rows = (row for row in table if local_name(row) == "tr")
    return [draft for row in rows for draft in row_of(_cells(row))]


def _cells(row: etree._Element) -> list[list[Draft]]:
    bodies = (child(cell, "txBody") for cell in row if local_name(cell) == "tc")
    cells = ([] if body is None else paragraphs_of(body) for body in bodies)
    return [[draft for draft in cell if draft.text.strip()] for cell in cells]


@dataclass(slots=True)
class _Counts:
    """How far the numbered paragraphs of each level have been counted, and in which way."""

    last: dict[int, tuple[str, int]] = field(default_factory=dict)

    def next_marker(self, properties: etree._Element | None, level: int) -> str:
        """Return what stands before this paragraph, "" if its text tells nothing."""
        for deeper in [other for other in self.last if other > level]:
            del self.last[deeper]
        way = child(properties, "buAutoNum")
        if way is None:
            self.last.pop(level, None)
            char = attribute(child(properties, "buChar"), "char")
            return bullet(char) if char else ""
        kind, start = attribute(way, "type") or "", number(way, "startAt") or 1
        last_kind, count = self.last.get(level, ("", 0))
        count = count + 1 if kind == last_kind else start
        self.last[level] = (kind, count)
        return _numbered(kind, count)


def _numbered(kind: str, count: int) -> str:
    style = next((style for name, style in _NUMBER_STYLES.items() if kind.startswith(name)), "")
    ways = (around for ending, around in _AROUND.items() if kind.endswith(ending))
    before, after = next(ways, ("", ""))
    return f"{before}{written(count, style)}{after}"


def paragraphs_of(body: etree._Element) -> list[Draft]:
    """Return the paragraphs of a text body, with the bullets and numbers that it tells itself."""
    counts = _Counts()
    drafts = []
    for paragraph in body:
        if local_name(paragraph) != "p":
            continue
        text = _words(paragraph).strip()
        properties = child(paragraph, "pPr")
        marker = counts.next_marker(properties, number(properties, "lvl") or 0) if text else ""
        kind = ParagraphKind.LIST if marker else ParagraphKind.BODY
        drafts.append(Draft(f"{marker} {text}" if marker else text, kind))
    return drafts


def _words(paragraph: etree._Element) -> str:
    parts = []
    for element in paragraph.iter():
        name = local_name(element)
        if name == "t" and not _is_slide_number(element):
            parts.append((element.text or "").replace("\n", " "))
        elif name in _LETTERS:
            parts.append(_LETTERS[name])
    return "".join(parts)


def _is_slide_number(text: etree._Element) -> bool:
    parent = text.getparent()
    return parent is not None and attribute(parent, "type") == "slidenum"
