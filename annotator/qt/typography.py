"""Typography: how the reader wants texts to be set, apart from their size."""

from dataclasses import dataclass

USUAL_LINE_SPACING = 1.7
LEAST_LINE_SPACING = 1.4
MOST_LINE_SPACING = 2.2
USUAL_LINE = 42
SHORTEST_LINE = 24
LONGEST_LINE = 50


@dataclass(frozen=True, slots=True)
class Typography:
    """The setting of the page; values beyond what can be read are brought back to the nearest.

    `line_spacing` is in ems; `longest_line` counts characters, None for the full width of a pane.
    An empty `family` is the usual one.
    """

    line_spacing: float = USUAL_LINE_SPACING
    longest_line: int | None = USUAL_LINE
    is_justified: bool = True
    has_first_indent: bool = True
    family: str = ""

    def __post_init__(self) -> None:
        spacing = min(max(self.line_spacing, LEAST_LINE_SPACING), MOST_LINE_SPACING)
        object.__setattr__(self, "line_spacing", spacing)
        if self.longest_line is not None:
            line = min(max(self.longest_line, SHORTEST_LINE), LONGEST_LINE)
            object.__setattr__(self, "longest_line", line)
