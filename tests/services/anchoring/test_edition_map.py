"""Edition map: an edition with other line ends and blanks is the same text."""

import random

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.span import ReadingSpan
from annotator.services.anchoring import describe
from annotator.services.anchoring.edition_map import EditionMap
from annotator.text.normal_form import NormalForm
from annotator.text.repair import repair
from tests.services.anchoring.test_text_map import drawn, text_of

BREAKS = ("\n", "\n\n", "\n　　", " ", "　", "\u2003 ")


def letters(text: str) -> str:
    return NormalForm(text).text


def with_other_blanks(rng: random.Random, text: str, breaks: int) -> str:
    """Put line ends and blanks between the letters."""
    for _ in range(breaks):
        at = rng.randrange(1, len(text))
        text = text[:at] + rng.choice(BREAKS) + text[at:]
    return text


@given(seed=st.integers(0, 2**32), sentences=st.integers(1, 40), breaks=st.integers(0, 60))
def test_every_annotation_moves_exactly_when_lines_end_elsewhere(
    seed: int, sentences: int, breaks: int
) -> None:
    rng = random.Random(seed)
    text = text_of(rng, sentences)
    older, newer = repair(text), repair(with_other_blanks(rng, text, breaks))
    edition_map = EditionMap(older, newer, "newer")

    for start, end in [drawn(rng, older.text) for _ in range(10)]:
        if not any(letter.isalnum() for letter in older.text[start:end]):
            continue
        selector = describe("older", older, ReadingSpan(start, end))
        place = edition_map.place(selector)
        assert place is not None
        shown = newer.to_reading(place.span)
        assert shown is not None
        before = letters(newer.text[: shown.start])
        assert letters(place.quotation) == letters(selector.quotation)
        assert before == letters(older.text[: older.to_reading(selector.span).start])
