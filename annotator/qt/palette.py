"""Colour arithmetic: contrast as WCAG 2 counts it, and the colours of tags in each theme."""

import math
from functools import lru_cache

from PySide6.QtGui import QColor

_STEPS = 12
_READABLE = 4.5
_SEEN = 3.0
_MUTED = 0.42


def luminance(colour: QColor) -> float:
    """Return the relative luminance, 0 for black to 1 for white."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else math.pow((value + 0.055) / 1.055, 2.4)
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast ratio, 1 for equal colours to 21 for black on white."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def readable_under(ink: QColor, colour: QColor) -> QColor:
    """Return the colour, lightened as little as dark ink needs to be read on it."""
    if contrast(ink, colour) >= _READABLE:
        return QColor(colour)
    return _nearest(colour, ink, needed=_READABLE, start=colour.lightnessF(), end=1.0)


def drawn_on(paper: QColor, colour: QColor) -> QColor:
    """Return the colour, as strong as thin bars and small marks on paper must be to be seen."""
    return _drawn_on(paper.rgb(), colour.rgb())


def darkened_under(ink: QColor, colour: QColor) -> QColor:
    """Return the dark sister of a light colour, for light ink; darker colours stay darker."""
    muted = min(colour.hslSaturationF(), _MUTED)
    needed = 6.0 + 3.0 * (1.0 - colour.lightnessF())
    return _nearest(_in_hue_of(colour, muted, 0.5), ink, needed=needed, start=0.5, end=0.0)


@lru_cache
def _drawn_on(paper: int, colour: int) -> QColor:
    ground, drawn = QColor.fromRgb(paper), QColor.fromRgb(colour)
    end = 0.0 if ground.lightnessF() > 0.5 else 1.0
    return _nearest(drawn, ground, needed=_SEEN, start=drawn.lightnessF(), end=end)


def _nearest(colour: QColor, ink: QColor, *, needed: float, start: float, end: float) -> QColor:
    """Return the first colour of this hue, from lightness start to end, with enough contrast."""
    saturation = colour.hslSaturationF()
    found = _in_hue_of(colour, saturation, end)
    for _ in range(_STEPS):
        middle = (start + end) / 2
        tried = _in_hue_of(colour, saturation, middle)
        if contrast(ink, tried) >= needed:
            found, end = tried, middle
        else:
            start = middle
    return found


def _in_hue_of(colour: QColor, saturation: float, lightness: float) -> QColor:
    # Greys have the hue -1, which fromHslF() refuses.
    return QColor.fromHslF(max(0.0, colour.hslHueF()), saturation, lightness)
