"""Where two texts of a library, or two passages of them, do not say the same."""

from dataclasses import dataclass
from functools import partial

from annotator.core.difference import Difference, Differences, Unit
from annotator.core.document import Document
from annotator.core.span import ReadingSpan
from annotator.services import reading
from annotator.storage.library import Library
from annotator.text.alignment import Report
from annotator.text.differences import differences


@dataclass(frozen=True, slots=True)
class Side:
    """A text, or the passage of it that is compared; None is all of it."""

    text: str
    span: ReadingSpan | None = None

    @property
    def start(self) -> int:
        return self.span.start if self.span else 0

    @property
    def end(self) -> int:
        return self.span.end if self.span else len(self.text)


def whole(library: Library, document: Document) -> Side:
    """Return the reading text of a document."""
    return Side(reading.reading_text(library, document.id).text)


def compare_sides(
    one: Side,
    other: Side,
    *,
    unit: Unit = Unit.LETTERS,
    with_blanks: bool = False,
    report: Report = lambda _done, _total: None,
) -> Differences:
    """Return where they differ, in reading offsets of the whole texts."""
    found = differences(
        one.text[one.start : one.end],
        other.text[other.start : other.end],
        unit=unit,
        with_blanks=with_blanks,
        report=report,
    )
    move = partial(_moved, by=one.start, other_by=other.start)
    return Differences(tuple(map(move, found.places)), found.share_same)


def _moved(one: Difference, *, by: int, other_by: int) -> Difference:
    return Difference(
        one.start + by, one.end + by, one.other_start + other_by, one.other_end + other_by
    )
