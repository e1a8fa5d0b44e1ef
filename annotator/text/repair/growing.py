"""The paragraph that grows line by line while borders are decided."""

import re
from dataclasses import dataclass

from annotator.text.repair.lines import Line
from annotator.text.repair.patterns import has_name

_CLAUSE_MARK = re.compile("[，。；！？]")
_BRACKET = re.compile("[《》（）【】]")


@dataclass(slots=True)
class GrowingParagraph:
    """What the next border needs to know of the paragraph before it."""

    first: int
    opener: str = ""
    width: int = 0
    has_prose: bool = False
    has_clauses: bool = False
    enumerates: bool = False
    has_name: bool = False
    quotes: int = 0
    brackets: int = 0
    widest_gap: int | None = None

    def add(self, line: Line, *, has_prose: bool) -> None:
        if self.opener:
            self.widest_gap = max(self.widest_gap or 0, line.gap)
        self.opener = self.opener or line.text[0]
        self.width = max(self.width, line.width)
        self.has_prose = self.has_prose or has_prose
        self.has_clauses = self.has_clauses or _CLAUSE_MARK.search(line.text) is not None
        self.enumerates = "、" in line.text
        self.has_name = self.has_name or has_name(line.text)
        self.quotes += line.text.count("“") - line.text.count("”")
        if _BRACKET.search(line.text):
            self.brackets += sum(map(line.text.count, "《（【"))
            self.brackets -= sum(map(line.text.count, "》）】"))
