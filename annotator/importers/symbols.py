"""Symbols: letters of fonts like Wingdings, which are pictures, as the characters they look like.

What is not known becomes U+FFFD, which the reading text marks as garbled.
"""

_WINGDINGS = {
    0x21: "✏",
    0x28: "☎",
    0x46: "☞",
    0x4A: "☺",
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "□",
    0x70: "❐",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x9E: "·",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "□",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
} | {0x81 + step: chr(ord("①") + step) for step in range(10)}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0xA3: "□", 0x97: "●"}
_GREEK = {0x41 + place: letter for place, letter in enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ")} | {
    0x61 + place: letter for place, letter in enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ")
}
_SYMBOL = _GREEK | {
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBA: "≡",
    0xBB: "≈",
    0xBC: "…",
    0xD7: "⋅",
    0xDE: "⇒",
    0xE5: "∑",
}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = 0xF000
_UNKNOWN = "\ufffd"


def symbol(code: str | None, font: str | None) -> str:
    """Return the character for a letter, given by its code in hexadecimal figures, of a font."""
    try:
        letter = int(code or "", 16)
    except ValueError:
        return _UNKNOWN
    known = _FONTS.get((font or "").lower())
    if known is not None:
        return known.get(letter - _PRIVATE if letter >= _PRIVATE else letter, _UNKNOWN)
    is_plain = 0x20 <= letter < 0xD800 or 0xF900 <= letter < 0xFFFD
    return chr(letter) if is_plain else _UNKNOWN


def bullet(text: str) -> str:
    """Return the bullet of a list, a plain one for the letter of a font of symbols."""
    is_letter = text.isalnum() or any("\ue000" <= letter <= "\uf8ff" for letter in text)
    return "•" if is_letter else text
