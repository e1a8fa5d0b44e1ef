"""How each kind of paragraph is set."""

from dataclasses import dataclass

from annotator.core.reading_text import ParagraphKind
from annotator.qt.reader.line_setting import Alignment


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """The setting of one kind of paragraph; lengths are in ems of its own font size.

    `line_share` makes its lines lower than those of body text would be at this size. After a bullet
    all lines are indented by `bullet_indent_em`, and the bullet stands before them. A page number
    at the end goes to the right if `has_page_at_right`.
    """

    scale: float = 1.0
    line_share: float = 1.0
    is_bold: bool = False
    is_quiet: bool = False
    alignment: Alignment = Alignment.JUSTIFIED
    first_indent_em: float = 0.0
    indent_em: float = 0.0
    bullet_indent_em: float = 0.0
    space_above_em: float = 0.15
    space_below_em: float = 0.15
    has_page_at_right: bool = False


BODY_STYLE = ParagraphStyle(first_indent_em=2)

_TITLE = ParagraphStyle(
    scale=1.5,
    line_share=0.85,
    is_bold=True,
    alignment=Alignment.CENTRED,
    space_above_em=0.9,
    space_below_em=0.7,
)
_HEADINGS = {
    1: ParagraphStyle(
        scale=1.3,
        line_share=0.88,
        is_bold=True,
        alignment=Alignment.LEFT,
        space_above_em=1.0,
        space_below_em=0.35,
    ),
    2: ParagraphStyle(
        scale=1.15,
        line_share=0.94,
        is_bold=True,
        alignment=Alignment.LEFT,
        space_above_em=0.8,
        space_below_em=0.25,
    ),
}
_LOW_HEADING = ParagraphStyle(is_bold=True, alignment=Alignment.LEFT, space_above_em=0.6)
_STYLES = {
    ParagraphKind.BODY: BODY_STYLE,
    ParagraphKind.LIST: ParagraphStyle(first_indent_em=2, bullet_indent_em=2),
    ParagraphKind.SPEAKER: ParagraphStyle(
        scale=0.94, is_quiet=True, alignment=Alignment.RIGHT, first_indent_em=4, indent_em=4
    ),
    ParagraphKind.SOURCE: ParagraphStyle(scale=0.88, is_quiet=True),
    ParagraphKind.CAPTION: ParagraphStyle(
        scale=0.88, is_quiet=True, alignment=Alignment.CENTRED, space_above_em=0.3
    ),
    ParagraphKind.CONTENTS: ParagraphStyle(
        is_quiet=True,
        alignment=Alignment.RAGGED,
        indent_em=2,
        space_above_em=0,
        space_below_em=0,
        has_page_at_right=True,
    ),
    ParagraphKind.ASIDE: ParagraphStyle(scale=0.88, is_quiet=True),
}


def style_of(kind: ParagraphKind, level: int) -> ParagraphStyle:
    if kind is ParagraphKind.TITLE:
        return _TITLE
    if kind is ParagraphKind.HEADING:
        return _HEADINGS.get(level, _LOW_HEADING)
    return _STYLES[kind]
