"""Traditional and simplified characters. The only user of OpenCC."""

from functools import cache

_IDEOGRAPHS = range(0x3400, 0xA000)


def simplified(text: str) -> str:
    """Return the text with each character in its simplified form, one for one."""
    return text.translate(_simplified_forms())


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
