"""How members look: their signs, and their highlights where these are coloured by member."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from annotator.core.codebook import Underline
from annotator.core.member import Member, signs_of
from annotator.qt.reader.appearance import MemberLook, TagLook
from annotator.qt.reader.dresses import mixed
from annotator.qt.reader.member_signs import draw_sign, sign_width
from annotator.qt.theme import Theme, shown_theme, tag_colour

# The colours of members are as strong as names need; highlights are softer.
_SHARE_OF_COLOUR = 0.45


def member_looks(members: Iterable[Member], theme: Theme) -> dict[str, MemberLook]:
    """Return the signs of members by id, those who came first before the others."""
    by_id = {member.id: member for member in members}
    return {
        member_id: MemberLook(sign, soft_colour(by_id[member_id].colour, theme))
        for member_id, sign in signs_of(by_id.values()).items()
    }


def highlights_by_member(members: Sequence[Member], theme: Theme) -> dict[str, TagLook]:
    """Return by member id how the highlights of each look; underlines differ as colours do."""
    underlines = list(Underline)
    in_order = sorted(members, key=lambda member: member.id)
    return {
        member.id: TagLook(
            soft_colour(member.colour, theme), underlines[rank % len(underlines)], member.name
        )
        for rank, member in enumerate(in_order)
    }


def soft_colour(colour: str, theme: Theme) -> QColor:
    """Return what lies under ink for a member of this colour, as the colours of tags do."""
    if theme.is_dark:
        return tag_colour(colour, theme)
    softer = mixed(QColor(theme.paper), QColor(colour), _SHARE_OF_COLOUR)
    return tag_colour(softer.name(), theme)


def draw_sign_in(painter: QPainter, line: QRectF, look: MemberLook) -> float:
    """Draw a sign at the left end of a line, in the painter's font; return its width."""
    width, height = sign_width(painter, look.sign), painter.fontMetrics().height()
    patch = QRectF(line.left(), line.center().y() - height / 2, width, height)
    draw_sign(painter, patch, look, QColor(shown_theme().ink))
    return width


def sign_icon(sign: str, colour: str, size: QSize) -> QIcon:
    """Return a member's sign as an icon. Ask again when the theme changes."""
    theme, shown = shown_theme(), QIcon()
    for ratio in (1, 2, 3):
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        look = MemberLook(sign, soft_colour(colour, theme))
        draw_sign(painter, QRectF(QPointF(0, 0), size.toSizeF()), look, QColor(theme.ink))
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # or Qt would tint a chosen one
            shown.addPixmap(pixmap, mode)
    return shown
