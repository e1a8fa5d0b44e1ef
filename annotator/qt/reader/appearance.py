"""How the reading pane looks: fonts, colours and the looks of tags."""

from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from annotator.core.codebook import Underline
from annotator.qt.reader.paragraph_style import BODY_STYLE, ParagraphStyle

MARGIN_EM = 3.2
NARROW_MARGIN_EM = 2.0

SC_SERIF_FAMILIES = ("Duidu Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "serif")


@dataclass(frozen=True, slots=True)
class TagLook:
    """How passages with one tag look in the current theme."""

    colour: QColor
    underline: Underline


@dataclass(frozen=True, slots=True)
class PaneColours:
    """The colours of a pane; those of selection and hits lie under the text."""

    paper: QColor = field(default_factory=lambda: QColor("#fffdf8"))
    ink: QColor = field(default_factory=lambda: QColor("#23201b"))
    quiet_ink: QColor = field(default_factory=lambda: QColor("#6f6a61"))
    selection: QColor = field(default_factory=lambda: QColor("#b9cfea"))
    caret: QColor = field(default_factory=lambda: QColor("#23201b"))
    hit: QColor = field(default_factory=lambda: QColor("#ffd27a"))
    active: QColor = field(default_factory=lambda: QColor("#8a4b16"))
    mark: QColor = field(default_factory=lambda: QColor("#b0552f"))


@dataclass(frozen=True, slots=True)
class Appearance:
    """Fonts and colours of a pane. `line_spacing` is in ems: the height of a line of body text."""

    font_families: tuple[str, ...] = SC_SERIF_FAMILIES
    point_size: float = 13.0
    line_spacing: float = 1.7
    colours: PaneColours = field(default_factory=PaneColours)
    has_margin: bool = True

    def font(self, style: ParagraphStyle) -> QFont:
        font = QFont()
        font.setFamilies(list(self.font_families))
        font.setPointSizeF(self.point_size * style.scale)
        font.setWeight(QFont.Weight.Bold if style.is_bold else QFont.Weight.Normal)
        # Whole-pixel advances would take the characters off the grid of the line.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    @property
    def margin_em(self) -> float:
        """The width left of the lines: room for numbers and bars, or for paper alone."""
        return MARGIN_EM if self.has_margin else NARROW_MARGIN_EM

    def em_width(self) -> float:
        """Return the width of one ideograph of body text in pixels."""
        return em_width(self.font(BODY_STYLE))


def em_width(font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance("国")
