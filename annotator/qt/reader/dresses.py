"""How passages look that carry the same tags: worked out once for all of them."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from annotator.core.codebook import Underline
from annotator.qt.reader.appearance import PaneColours, TagLook
from annotator.qt.reader.decorations import Decorations

_UNTAGGED_INK = 0.16
_UNDERLINE_INK = 0.5


@dataclass(frozen=True, slots=True)
class Dress:
    """The colour behind a passage, and the style and colour of each of its underlines."""

    colour: QColor
    underlines: tuple[tuple[Underline, QColor], ...]


class Dresses:
    """Knows the dress of each set of tags as long as the tags keep their looks."""

    def __init__(self, decorations: Decorations, colours: PaneColours) -> None:
        self._decorations = decorations
        self._colours = colours
        self._looks = decorations.tag_looks
        self._made: dict[tuple[str, ...], Dress] = {}

    def of(self, tag_ids: tuple[str, ...]) -> Dress:
        if self._looks is not self._decorations.tag_looks:
            self._looks = self._decorations.tag_looks
            self._made.clear()
        dress = self._made.get(tag_ids)
        if dress is None:
            dress = self._made[tag_ids] = self._make([self._look(tag_id) for tag_id in tag_ids])
        return dress

    def _make(self, looks: list[TagLook]) -> Dress:
        ink = self._colours.ink
        underlines = [(look.underline, mixed(look.colour, ink, _UNDERLINE_INK)) for look in looks]
        return Dress(_blended([look.colour for look in looks]), tuple(underlines))

    def _look(self, tag_id: str) -> TagLook:
        """Return the look of a tag; of no tag, or one without a look, a quiet one."""
        quiet = mixed(self._colours.paper, self._colours.quiet_ink, _UNTAGGED_INK)
        return self._looks.get(tag_id) or TagLook(quiet, Underline.DOTTED)


def mixed(colour: QColor, other: QColor, share: float) -> QColor:
    """Return the colour with this share of the other in it."""
    return QColor.fromRgbF(
        colour.redF() + share * (other.redF() - colour.redF()),
        colour.greenF() + share * (other.greenF() - colour.greenF()),
        colour.blueF() + share * (other.blueF() - colour.blueF()),
    )


def _blended(colours: list[QColor]) -> QColor:
    """Return the mean of the colours."""
    count = len(colours)
    red = sum(colour.red() for colour in colours) // count
    green = sum(colour.green() for colour in colours) // count
    blue = sum(colour.blue() for colour in colours) // count
    return QColor(red, green, blue)
