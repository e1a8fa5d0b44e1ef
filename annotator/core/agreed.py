"""Agreed: how many of a text's readers marked the same."""

from dataclasses import dataclass
from enum import IntEnum

from annotator.core.span import ReadingSpan


class Agreed(IntEnum):
    """Who marked something that somebody marked; the higher, the less is agreed."""

    ALL = 1
    SOME = 2
    ONE_ALONE = 3

    @classmethod
    def of(cls, count: int, readers: int) -> "Agreed":
        """Return what it is if so many of these readers marked it, one at least."""
        if count >= readers:
            return cls.ALL
        return cls.SOME if count > 1 else cls.ONE_ALONE


@dataclass(frozen=True, slots=True)
class AgreedStretch:
    """A stretch of a text that the same readers marked."""

    span: ReadingSpan
    agreed: Agreed
