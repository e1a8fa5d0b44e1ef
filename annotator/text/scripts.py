"""Traditional and simplified characters. The only user of OpenCC."""

from functools import cache

_IDEOGRAPHS = range(0x3400, 0xA000)


def simplified(text: str) -> str:
    """Return the text with each character in its simplified form, one for one."""
    return text.translate(_simplified_forms())


def written_as(letter: str) -> str:
    """Return the characters that have this simplified form, itself among them if it is one."""
    itself = letter if simplified(letter) == letter else ""
    return itself + _others_written_as().get(letter, "")


@cache
def _others_written_as() -> dict[str, str]:
    others: dict[str, str] = {}
    for code_point, form in _simplified_forms().items():
        others[form] = others.get(form, "") + chr(code_point)
    return others


@cache
def _simplified_forms() -> dict[int, str]:
    # Imported here, because the window shows sooner without it.
    from opencc_pyo3 import OpenCC

    # On lines of their own no two of them are taken for a word.
    characters = [chr(code_point) for code_point in _IDEOGRAPHS]
    forms = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {
        ord(character): form
        for character, form in zip(characters, forms, strict=True)
        if form != character
    }
