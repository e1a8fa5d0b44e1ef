"""How the reading pane looks: fonts, colours and the looks of tags."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from annotator.core.codebook import Underline
from annotator.core.reading_text import ParagraphKind
from annotator.qt import fonts
from annotator.qt.reader.line_setting import Alignment
from annotator.qt.reader.paragraph_style import BODY_STYLE, ParagraphStyle, style_of

_MARGIN_EM = 3.6
_LEAST_MARGIN_PX = 60.0
_NARROW_MARGIN_EM = 2.0
_RIGHT_MARGIN_EM = 1.25

SC_SERIF_FAMILIES = ("Duidu Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "serif")

# Without an indent it is the space between them that tells paragraphs apart.
_SPACE_FOR_INDENT_EM = 0.65


@dataclass(frozen=True, slots=True)
class TagLook:
    """How passages with one tag look in the current theme, and what the tag is called."""

    colour: QColor
    underline: Underline
    name: str = ""


@dataclass(frozen=True, slots=True)
class MemberLook:
    """The letters that stand for a member, and what lies under them in the current theme."""

    sign: str
    colour: QColor


TagLooks: TypeAlias = Mapping[str, TagLook]
MemberLooks: TypeAlias = Mapping[str, MemberLook]
NO_MEMBERS: MemberLooks = MappingProxyType({})


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
    accent: QColor = field(default_factory=lambda: QColor("#3b6580"))


@dataclass(frozen=True, slots=True)
class Appearance:
    """Fonts and colours of a pane, and how it sets its text.

    `line_spacing`, the height of a line of body text, is in ems; so is `longest_line`, None for
    lines as long as the window is wide.
    """

    font_families: tuple[str, ...] = SC_SERIF_FAMILIES
    point_size: float = 13.0
    line_spacing: float = 1.7
    longest_line: int | None = 42
    is_justified: bool = True
    has_first_indent: bool = True
    colours: PaneColours = field(default_factory=PaneColours)
    has_margin: bool = True

    def style(self, kind: ParagraphKind, level: int) -> ParagraphStyle:
        """Return how a kind of paragraph is set here."""
        style = style_of(kind, level)
        if not self.is_justified and style.alignment is Alignment.JUSTIFIED:
            style = replace(style, alignment=Alignment.RAGGED)
        if not self.has_first_indent and kind is ParagraphKind.BODY:
            style = replace(style, first_indent_em=0.0, space_below_em=_SPACE_FOR_INDENT_EM)
        return style

    def font(self, style: ParagraphStyle) -> QFont:
        families = fonts.bold_families(self.font_families) if style.is_bold else self.font_families
        font = QFont()
        font.setFamilies(list(families))
        font.setPointSizeF(self.point_size * style.scale)
        font.setWeight(QFont.Weight.Bold if style.is_bold else QFont.Weight.Normal)
        # Whole-pixel advances would take the characters off the grid of the line.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    @property
    def margin_width(self) -> float:
        """The pixels left of the lines: room for numbers and bars, or for paper alone."""
        if self.has_margin:
            return max(_MARGIN_EM * self.em_width(), _LEAST_MARGIN_PX)
        return _NARROW_MARGIN_EM * self.em_width()

    @property
    def right_margin(self) -> float:
        """The pixels right of the lines: room for stops that hang out, and for bars."""
        return _RIGHT_MARGIN_EM * self.em_width()

    def em_width(self) -> float:
        """Return the width of one ideograph of body text in pixels."""
        return em_width(self.font(BODY_STYLE))


def em_width(font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance("国")
