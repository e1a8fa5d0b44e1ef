"""Signs of members: who annotated, in a letter or two on a patch of the member's colour."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from annotator.qt.reader.appearance import MemberLook
from annotator.qt.reader.column import SeenPiece
from annotator.qt.reader.decorations import Decorations
from annotator.qt.reader.highlight_index import Highlight

_CORNER_PX = 3.0
_PADDING_PX = 1.5
_GAP_PX = 2.0
_RIM_PX = 1.0


class MemberSigns:
    """Finds and paints the signs of those who annotated a text."""

    def __init__(self, decorations: Decorations, ink: QColor) -> None:
        self._decorations = decorations
        self._ink = ink

    def beginning(
        self, seen: SeenPiece, highlights: Iterable[Highlight]
    ) -> dict[int, list[MemberLook]]:
        """Return by line whose highlights of these begin there, everybody once and in one order."""
        looks = self._decorations.member_looks
        if not looks:
            return {}
        found: dict[int, set[str]] = {}
        for highlight in highlights:
            inside = highlight.span.start - seen.piece.start
            if inside >= 0 and highlight.member_id in looks:
                line = seen.layout.line_of(inside)
                found.setdefault(line, set()).add(highlight.member_id)
        return {line: [looks[id_] for id_ in looks if id_ in ids] for line, ids in found.items()}

    def paint(self, painter: QPainter, room: QRectF, members: Sequence[MemberLook]) -> None:
        """Paint signs at the right end of a room; those that have none there are counted."""
        shown = list(members)
        rest = ""
        while len(shown) > 1 and self._width(painter, shown, rest) > room.width():
            shown.pop()
            rest = f"+{len(members) - len(shown)}"
        left = room.right() - self._width(painter, shown, rest)
        for look in shown:
            patch = QRectF(left, room.top(), sign_width(painter, look.sign), room.height())
            draw_sign(painter, patch.adjusted(0, _RIM_PX, 0, -_RIM_PX), look, self._ink)
            left = patch.right() + _GAP_PX
        painter.setPen(self._ink)
        painter.drawText(QRectF(left, room.top(), room.width(), room.height()), rest)

    def _width(self, painter: QPainter, shown: Sequence[MemberLook], rest: str) -> float:
        signs = sum(sign_width(painter, look.sign) + _GAP_PX for look in shown)
        return signs - _GAP_PX + painter.fontMetrics().horizontalAdvance(rest)


def sign_width(painter: QPainter, sign: str) -> float:
    """Return how wide a sign is in the painter's font: an ideograph or more."""
    metrics = painter.fontMetrics()
    least = metrics.horizontalAdvance("国")
    return max(metrics.horizontalAdvance(sign), least) + 2 * _PADDING_PX


def draw_sign(painter: QPainter, patch: QRectF, look: MemberLook, ink: QColor) -> None:
    """Draw a sign in the painter's font."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour)
    painter.drawRoundedRect(patch, _CORNER_PX, _CORNER_PX)
    painter.setPen(ink)
    painter.drawText(patch, Qt.AlignmentFlag.AlignCenter, look.sign)
    painter.restore()
