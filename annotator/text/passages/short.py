"""Short passages: stock phrases are nearly alike although they say different things."""

import re

SHORT = 32

_SENTENCE_ENDS = re.compile("[。！？!?]")
_NUMBERS = re.compile("[0-9０-９]+|第[零一二三四五六七八九十百]+")


def says_otherwise(one: str, other: str) -> bool:
    """Tell whether one of two short passages ends a sentence or has a number where the other not.

    A mark at the end of a passage does not count.
    """
    return any(
        pattern.findall(one[:-1]) != pattern.findall(other[:-1])
        for pattern in (_SENTENCE_ENDS, _NUMBERS)
    )
