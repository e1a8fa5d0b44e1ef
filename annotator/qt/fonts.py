"""Which typefaces the page and the window are set in, simplified Chinese ones first.

Without such a list Qt may take a Japanese face, whose 直 骨 令 have other shapes.
"""

import unicodedata

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication

from annotator import places

_BODY, _HEADING = "Duidu Serif SC", "Duidu Heading SC"
_BUNDLED = {_BODY, _HEADING, "Duidu Sans SC"}

_SERIF = (
    _BODY,
    "Noto Serif SC",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Songti SC",
    "STSong",
    "SimSun",
    "SimSun-ExtB",
    "SimSun-ExtG",
)
_SANS = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Duidu Sans SC",
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
)

# Smaller ideographs run together on ordinary screens.
_SMALLEST_INTERFACE_POINT_SIZE = 10.5
_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"}
_VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


def load() -> None:
    """Make the bundled typefaces known to Qt. Call once the application exists."""
    if set(QFontDatabase.families()) >= _BUNDLED:
        return
    for file in sorted(places.resource("fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))


def reading_families(first: str = "") -> tuple[str, ...]:
    """Return the families for the page that are there: this one first, or else our serif."""
    families = _present(_SERIF + _SANS)
    return tuple(sorted(families, key=lambda family: family != first))


def bold_families(families: tuple[str, ...]) -> tuple[str, ...]:
    """Return families for bold text: before our serif, which has no bold cut, the one made for it.

    Only what that cut lacks is thickened by Qt, which looks coarse on small pixels.
    """
    return tuple(
        bold
        for family in families
        for bold in ((_HEADING, family) if family == _BODY else (family,))
    )


def interface_families() -> tuple[str, ...]:
    """Return the families for the window that are there, the desktop's own before the bundled."""
    return _present(_SANS)


def use_in_interface(app: QApplication) -> None:
    """Set every widget in the interface's families, at the desktop's size unless that is tiny."""
    font = app.font()
    font.setFamilies(list(interface_families()))
    font.setPointSizeF(max(font.pointSizeF(), _SMALLEST_INTERFACE_POINT_SIZE))
    app.setFont(font)


def missing_characters(text: str) -> str:
    """Return the characters of a text, each once, that no typeface here can show."""
    font = QFont()
    font.setFamilies(list(reading_families()))
    metrics = QFontMetricsF(font)
    return "".join(
        character
        for character in sorted(set(text))
        if not metrics.inFontUcs4(ord(character)) and _is_visible(character)
    )


def _present(families: tuple[str, ...]) -> tuple[str, ...]:
    present = set(QFontDatabase.families())
    return tuple(family for family in families if family in present)


def _is_visible(character: str) -> bool:
    if unicodedata.category(character) in _INVISIBLE:
        return False
    return not any(ord(character) in selectors for selectors in _VARIATION_SELECTORS)
