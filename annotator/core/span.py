"""Half-open ranges of code points, in the source text or in the reading text."""

from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class _Span:
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Self) -> bool:
        return self.start < other.end and other.start < self.end

    def within(self, other: Self) -> Self | None:
        """Return the part of this span that lies in another one."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return replace(self, start=start, end=end) if start < end else None

    def slice_of(self, text: str) -> str:
        """Return the passage that this span covers in its text."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class SourceSpan(_Span):
    """A range [start, end) of code points of a source text. Never empty."""


@dataclass(frozen=True, slots=True, order=True)
class ReadingSpan(_Span):
    """A range [start, end) of code points of a reading text. Never empty."""
