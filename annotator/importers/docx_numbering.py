"""Numbering of Word: the numbers and bullets that Word shows but does not write down."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from lxml import etree

from annotator.importers.numerals import written
from annotator.importers.ooxml import attribute, child, is_on, number
from annotator.importers.symbols import bullet
from annotator.importers.xml_tree import local_name

_STYLES = {
    "decimalZero": "padded",
    "lowerLetter": "letters",
    "upperLetter": "LETTERS",
    "lowerRoman": "roman",
    "upperRoman": "ROMAN",
    "chineseCounting": "chinese",
    "chineseCountingThousand": "chinese",
    "japaneseCounting": "chinese",
    "taiwaneseCounting": "chinese",
    "taiwaneseCountingThousand": "chinese",
    "ideographDigital": "digits",
    "japaneseDigitalTenThousand": "digits",
    "taiwaneseDigital": "digits",
    "chineseLegalSimplified": "legal",
    "ideographLegalTraditional": "legal",
    "decimalEnclosedCircle": "circled",
    "decimalEnclosedCircleChinese": "circled",
    "decimalEnclosedParen": "in brackets",
    "decimalEnclosedFullstop": "with stop",
    "decimalFullWidth": "full width",
    "decimalFullWidth2": "full width",
    "ideographEnclosedCircle": "chinese in circles",
    "ideographTraditional": "stems",
    "ideographZodiac": "branches",
}
_PLACE = re.compile("%([1-9])")
_LEVELS = 9


def note_mark(count: int, format_: str | None) -> str:
    """Return how the note of this number is marked; plain figures stand in brackets."""
    mark = written(count, _STYLES.get(format_ or "", ""))
    return f"[{mark}]" if mark.isascii() else mark


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list: its first number, how it is written, and the text around it."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    gap: str = " "
    is_legal: bool = False
    never_restarts: bool = False


_Levels = dict[int, _Level]


class Numbering:
    """The lists of a document; it counts, so paragraphs have to be asked for in their order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[int, _Levels] = {}
        self._of_style: dict[tuple[int, str], int] = {}
        self._lists: dict[int, tuple[int, _Levels]] = {}
        self._restarts: dict[int, _Levels] = {}
        self._counts: defaultdict[int, dict[int, int]] = defaultdict(dict)
        elements = list(root) if root is not None else []
        for element in elements:
            if local_name(element) == "abstractNum":
                self._add_abstract(element)
        for element in elements:
            if local_name(element) == "num":
                self._add_list(element)

    def _add_abstract(self, element: etree._Element) -> None:
        abstract_id = number(element, "abstractNumId")
        if abstract_id is None:
            return
        levels: _Levels = {}
        for item in element:
            index = number(item, "ilvl")
            if local_name(item) == "lvl" and index is not None and 0 <= index < _LEVELS:
                levels[index] = _level_of(item)
                if style := attribute(child(item, "pStyle"), "val"):
                    self._of_style[abstract_id, style] = index
        self._abstract[abstract_id] = levels

    def _add_list(self, element: etree._Element) -> None:
        list_id, abstract_id = number(element, "numId"), number(child(element, "abstractNumId"))
        if list_id is None or abstract_id is None:
            return
        levels = dict(self._abstract.get(abstract_id, {}))
        restarts: _Levels = {}
        for override in element:
            index = number(override, "ilvl")
            if local_name(override) != "lvlOverride" or index is None or not 0 <= index < _LEVELS:
                continue
            if (told := child(override, "lvl")) is not None:
                levels[index] = _level_of(told)
            if (start := number(child(override, "startOverride"))) is not None:
                levels[index] = restarts[index] = replace(levels.get(index, _Level()), start=start)
        self._lists[list_id] = (abstract_id, levels)
        self._restarts[list_id] = restarts

    def level_of_style(self, list_id: int, style: str) -> int:
        """Return the level that the list keeps for a style, 0 if it keeps none."""
        abstract_id, _ = self._lists.get(list_id, (-1, {}))
        return self._of_style.get((abstract_id, style), 0)

    def next_marker(self, list_id: int, index: int) -> str:
        """Count a paragraph on this level, and return what stands before it, "" if nothing."""
        if list_id not in self._lists:
            return ""
        abstract_id, levels = self._lists[list_id]
        level = levels.get(index)
        if level is None:
            return ""
        counts = self._counts[abstract_id]
        for restarted in self._restarts.pop(list_id, {}):
            counts.pop(restarted, None)
        counts[index] = counts.get(index, level.start - 1) + 1
        for deeper in [other for other in counts if other > index]:
            if not levels.get(deeper, _Level()).never_restarts:
                del counts[deeper]
        marker = bullet(level.text) if level.format == "bullet" else _label(level, levels, counts)
        return marker + level.gap if marker.strip() else ""


def _level_of(element: etree._Element) -> _Level:
    start = number(child(element, "start"))
    suffix = attribute(child(element, "suff"), "val")
    return _Level(
        start=1 if start is None else start,
        format=attribute(child(element, "numFmt"), "val") or "decimal",
        text=attribute(child(element, "lvlText"), "val") or "",
        gap="" if suffix == "nothing" else " ",
        is_legal=is_on(child(element, "isLgl")),
        never_restarts=number(child(element, "lvlRestart")) == 0,
    )


def _label(level: _Level, levels: _Levels, counts: dict[int, int]) -> str:
    """Return the text of a level with the numbers of this and the levels above."""

    def number_at(place: re.Match[str]) -> str:
        index = int(place[1]) - 1
        told = levels.get(index, _Level())
        if told.format == "none":
            return ""
        style = "" if level.is_legal else _STYLES.get(told.format, "")
        return written(counts.get(index, told.start), style)

    return _PLACE.sub(number_at, level.text)
