"""Whether a text is Chinese, and how wide it is in half-width units."""

import re

from annotator.text.repair.characters import (
    FULL_WIDTH,
    IDEOGRAPHS,
    NO_START,
    OPENERS,
    SHARED,
    without_blanks,
)

_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")
_WIDE = re.compile(
    f"[{IDEOGRAPHS}{FULL_WIDTH}{SHARED}"
    "\u1100-\u115f\u2460-\u24ff\u25a0-\u25ff\u2e80-\u2fdf\u3000\u3100-\u33ff"
    "\ua000-\ua4cf\uac00-\ud7a3\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001f300-\U0001faff]+"
)
_LETTER = f"(?:[A-Za-z0-9.%+-]+|.)[{re.escape(NO_START)}]*"
# Some typesetters keep a quotation mark with the letters on either side of it.
_UNIT = re.compile(
    f"[{re.escape(OPENERS)}]*{_LETTER}(?:(?:[“‘]|(?<=[”’])){_LETTER}){{0,3}}", re.DOTALL
)


def is_chinese(text: str) -> bool:
    """Tell whether the text holds an ideograph or kana."""
    return _IDEOGRAPH.search(text) is not None


def width(text: str) -> int:
    """Return how many half-width units the text takes; blanks count in Western text only."""
    if not is_chinese(text):
        return len(text)
    solid = without_blanks(text)
    return len(solid) + len(solid) - len(_WIDE.sub("", solid))


def first_unit_width(text: str) -> int:
    """Return the width of what cannot be parted from the start of a line: 境。 or “整 or GDP."""
    if not is_chinese(text[:40]):
        return len(text.split(maxsplit=1)[0]) + 1 if text else 0
    unit = _UNIT.match(text)
    return width(unit[0]) if unit else 0
