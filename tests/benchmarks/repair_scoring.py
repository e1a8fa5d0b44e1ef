"""What a way to repair makes of an extracted text, held against the truth."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields

from tests.benchmarks.repair_truth import Truth, solid

# For each letter of the extracted text the number of its paragraph, None if it is not shown.
Paragraphs = Sequence[int | None]
# A way to repair, from the extracted text.
Repairer = Callable[[str], Paragraphs]


@dataclass(frozen=True)
class Score:
    """Counts that can be added up.

    Breaks are counted at all borders, joins at those where a line ends. `lost` are the letters of
    the text that are not shown.
    """

    right_breaks: int = 0
    made_breaks: int = 0
    true_breaks: int = 0
    right_joins: int = 0
    made_joins: int = 0
    true_joins: int = 0
    running_left: int = 0
    running_lines: int = 0
    lost: int = 0
    letters: int = 0

    def __add__(self, other: "Score") -> "Score":
        pairs = ((getattr(self, f.name), getattr(other, f.name)) for f in fields(self))
        return Score(*(mine + others for mine, others in pairs))

    def figures(self) -> dict[str, float]:
        """Return the shares, each from 0 to 1."""
        breaks = (
            _share(self.right_breaks, self.made_breaks),
            _share(self.right_breaks, self.true_breaks),
        )
        joins = _share(self.right_joins, self.made_joins), _share(self.right_joins, self.true_joins)
        return {
            "break precision": breaks[0],
            "break recall": breaks[1],
            "break f1": _f1(*breaks),
            "join precision": joins[0],
            "join recall": joins[1],
            "join f1": _f1(*joins),
            "running lines left": self.running_left / max(1, self.running_lines),
            "letters lost": self.lost / max(1, self.letters),
        }


def total(scores: Iterable[Score]) -> Score:
    return sum(scores, Score())


def score(truth: Truth, paragraphs: Paragraphs) -> Score:
    before = _filled(paragraphs)
    after = list(reversed(_filled(list(reversed(paragraphs)))))
    breaks = [(b.is_break, before[b.left] != after[b.right]) for b in truth.borders]
    at_line_ends = [
        pair for pair, border in zip(breaks, truth.borders, strict=True) if border.ends_line
    ]
    text = {letter for border in truth.borders for letter in (border.left, border.right)}
    return Score(
        right_breaks=sum(true and made for true, made in breaks),
        made_breaks=sum(made for _, made in breaks),
        true_breaks=sum(true for true, _ in breaks),
        right_joins=sum(not true and not made for true, made in at_line_ends),
        made_joins=sum(not made for _, made in at_line_ends),
        true_joins=sum(not true for true, _ in at_line_ends),
        running_left=sum(
            any(paragraphs[letter] is not None for letter in line) for line in truth.running_lines
        ),
        running_lines=len(truth.running_lines),
        lost=sum(paragraphs[letter] is None for letter in text),
        letters=len(text),
    )


def numbered(source: str, paragraphs: Iterable[str]) -> list[int | None]:
    """Number the letters of the source by the paragraphs that show them, in the same order.

    A letter that is in the source but not in the paragraphs was dropped; one that is in the
    paragraphs alone was added, and does not count.
    """
    letters = solid(source)
    numbers: list[int | None] = [None] * len(letters)
    at = 0
    for number, paragraph in enumerate(paragraphs):
        for letter in solid(paragraph):
            place = letters.find(letter, at, at + _FURTHEST)
            if place >= 0:
                numbers[place] = number
                at = place + 1
    return numbers


_FURTHEST = 200


def _filled(numbers: Paragraphs) -> list[int | None]:
    """Give letters that are not shown the paragraph of the last one before them that is."""
    filled: list[int | None] = []
    last = None
    for number in numbers:
        last = last if number is None else number
        filled.append(last)
    return filled


def _share(part: int, whole: int) -> float:
    """Return the share; of nothing, nothing is wrong."""
    return part / whole if whole else 1.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
