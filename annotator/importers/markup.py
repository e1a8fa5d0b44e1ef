"""Markup: the paragraphs of an HTML or XHTML tree, as a browser would show them."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from lxml import etree

from annotator.core.reading_text import ParagraphKind
from annotator.importers.numerals import written
from annotator.importers.paragraphs import Draft, row_of
from annotator.importers.xml_tree import local_name
from annotator.text.repair.characters import FULL_WIDTH, IDEOGRAPHS

_BLOCKS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol optgroup option p pre section summary table tbody td tfoot th thead tr ul"
)
_NOT_TEXT = (
    "audio button canvas datalist head iframe nav noframes noscript object rp script select style "
    "svg template textarea title video"
)
_PARTING = frozenset(_BLOCKS.split())
_SILENT = frozenset(_NOT_TEXT.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BREAK = "\u2028"
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_LINE_OF_CHINESE_GOES_ON = re.compile(
    f"(?<=[{IDEOGRAPHS}{FULL_WIDTH}])[ \t\r]*\n[ \t\r\n]*(?=[{IDEOGRAPHS}{FULL_WIDTH}])"
)
_NUMBERED = {"1": "", "a": "letters", "A": "LETTERS", "i": "roman", "I": "ROMAN"}
_NOTE_MARK = re.compile(r"[\d*†‡]+")
_NOTE_ADDRESS = re.compile(r"#_?(?:fn|ftn|edn|note|footnote|endnote)", re.IGNORECASE)
_WAY_BACK = re.compile("[↩↵⏎⤴↑^\ufe0e\ufe0f]+")
_ASIDES = {"footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"}
_TYPE = "{http://www.idpf.org/2007/ops}type"


def paragraphs_of(root: etree._Element, *, left_out: Collection[str] = ()) -> list[Draft]:
    """Return the paragraphs below an element, without the elements of these names and hidden ones.

    Markers of list items are part of the text; a ruby follows its letters in brackets.
    """
    walk = _Walk(_SILENT.union(left_out))
    walk.through(root)
    return walk.found


@dataclass(slots=True)
class _List:
    """A list that is open; `number` is that of its next item, None where items have bullets."""

    number: int | None
    style: str = ""
    step: int = 1


@dataclass(slots=True)
class _Row:
    """A table row that is open, with its cells; `outer` takes it when it is whole."""

    outer: list[Draft]
    cells: list[list[Draft]] = field(default_factory=list)


class _Walk:
    """One walk through a tree, without recursion, however deep it is."""

    def __init__(self, left_out: Collection[str]) -> None:
        self.found: list[Draft] = []
        self._left_out = left_out
        self._letters: list[str] = []
        self._headings: list[int] = []
        self._lists: list[_List] = []
        self._rows: list[_Row] = []
        self._marker = ""
        self._open_pre = 0
        self._open_asides = 0

    def through(self, root: etree._Element) -> None:
        steps = etree.iterwalk(root, events=("start", "end"))
        left: etree._Element | None = None
        for event, element in steps:
            if event == "start":
                if self._is_left_out(element):
                    left = element
                    steps.skip_subtree()
                else:
                    self._enter(element, local_name(element))
            else:
                if element is not left:
                    self._leave(element, local_name(element))
                left = None
                if element is not root:
                    self._add(element.tail)
        self._end_paragraph()

    def _is_left_out(self, element: etree._Element) -> bool:
        return (
            local_name(element) in self._left_out
            or element.get("hidden") is not None
            or _HIDING.search(element.get("style", "")) is not None
            or "pagebreak" in _roles(element)
            or _leads_back(element)
        )

    def _enter(self, element: etree._Element, name: str) -> None:
        if name in _PARTING:
            self._end_paragraph()
        if name in _HEADINGS:
            self._headings.append(_HEADINGS[name])
        elif name == "pre":
            self._open_pre += 1
        elif name in {"ul", "ol", "menu", "dir"}:
            self._lists.append(_list_of(element, name))
        elif name == "li":
            self._marker = self._next_marker(element)
        elif name == "tr":
            self._rows.append(_Row(self.found))
        elif name in {"td", "th"} and self._rows:
            self.found = []
            self._rows[-1].cells.append(self.found)
        elif name == "br":
            self._letters.append(_BREAK)
        elif name == "img" and len(element.get("alt", "")) == 1:
            # E-books show characters that fonts lack as pictures.
            self._letters.append(element.get("alt", ""))
        elif name == "q":
            self._letters.append("“")
        elif name == "rt":
            self._letters.append("（")
        self._open_asides += _is_aside(element)
        if _is_note_mark(element):
            self._letters.append("[")
        self._add(element.text)

    def _leave(self, element: etree._Element, name: str) -> None:
        if _is_note_mark(element):
            self._letters.append("]")
        if name in _PARTING:
            self._end_paragraph()
        self._open_asides -= _is_aside(element)
        if name in _HEADINGS:
            self._headings.pop()
        elif name == "pre":
            self._open_pre -= 1
        elif name in {"ul", "ol", "menu", "dir"}:
            self._lists.pop()
        elif name == "li":
            self._marker = ""
        elif name in {"td", "th"} and self._rows:
            self.found = self._rows[-1].outer
        elif name == "tr":
            row = self._rows.pop()
            self.found = row.outer
            self.found += row_of(row.cells)
        elif name == "q":
            self._letters.append("”")
        elif name == "rt":
            self._letters.append("）")

    def _add(self, text: str | None) -> None:
        if text:
            self._letters.append(text.replace("\n", _BREAK) if self._open_pre else text)

    def _end_paragraph(self) -> None:
        """Keep what was read since the last border, if that is anything."""
        text = _LINE_OF_CHINESE_GOES_ON.sub("", "".join(self._letters))
        text = _BLANKS.sub(" ", text).strip()
        self._letters.clear()
        if not text:
            return
        kind = ParagraphKind.BODY
        if self._marker:
            kind, text, self._marker = ParagraphKind.LIST, f"{self._marker} {text}", ""
        if self._open_asides:
            self.found.append(Draft(text, ParagraphKind.ASIDE))
        elif self._headings:
            self.found.append(Draft(text, ParagraphKind.HEADING, self._headings[-1]))
        else:
            self.found.append(Draft(text, kind))

    def _next_marker(self, item: etree._Element) -> str:
        innermost = self._lists[-1] if self._lists else _List(None)
        if innermost.number is None:
            return "•"
        number = _number(item.get("value"), innermost.number)
        innermost.number = number + innermost.step
        return f"{written(number, innermost.style)}."


def _list_of(element: etree._Element, name: str) -> _List:
    if name != "ol":
        return _List(None)
    is_reversed = element.get("reversed") is not None
    items = sum(local_name(child) == "li" for child in element) if is_reversed else 1
    start = _number(element.get("start"), items)
    return _List(start, _NUMBERED.get(element.get("type", ""), ""), -1 if is_reversed else 1)


def _number(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,6}", text.strip()) else default


def _roles(element: etree._Element) -> set[str]:
    """Return what the element is in a book, as EPUB's types or as roles tell."""
    return {*element.get(_TYPE, "").split(), element.get("role", "").removeprefix("doc-")}


def _is_aside(element: etree._Element) -> bool:
    return not _ASIDES.isdisjoint(_roles(element))


def _leads_back(element: etree._Element) -> bool:
    """Tell whether the element is the link from a note back to its place."""
    is_link = local_name(element) == "a"
    return is_link and (
        "backlink" in _roles(element) or _WAY_BACK.fullmatch(_words(element)) is not None
    )


def _is_note_mark(element: etree._Element) -> bool:
    """Tell whether the element is the bare number of a note, which would run into the text."""
    if local_name(element) != "a" or _NOTE_MARK.fullmatch(_words(element)) is None:
        return False
    parent = element.getparent()
    is_raised = parent is not None and local_name(parent) == "sup"
    raises = len(element) == 1 and local_name(element[0]) == "sup"
    leads_to_note = _NOTE_ADDRESS.search(element.get("href", "")) is not None
    return is_raised or raises or leads_to_note or "noteref" in _roles(element)


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())).strip()
