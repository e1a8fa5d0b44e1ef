"""Agreement of three members on a text of ten million characters with 100,000 annotations.

Each annotation has one of ten tags; every tag is reckoned, and what was marked at all. All times
are CPU seconds of one thread.
"""

import time
from random import Random

from annotator.text.agreement import Interval, Tally, disputes, united
from annotator.text.letter_places import LetterPlaces

CHARACTERS = 10_000_000
ANNOTATIONS = 100_000
TAGS = 10
LONGEST = 60
PARAGRAPH = "新质生产力是创新起主导作用的先进生产力质态。" * 9 + "\n"


def run() -> dict[str, float]:
    text = (PARAGRAPH * (CHARACTERS // len(PARAGRAPH) + 1))[:CHARACTERS]
    chance = Random(5)
    spans = [
        (
            start,
            start + chance.randrange(1, LONGEST),
            chance.choice("甲乙丙"),
            chance.randrange(TAGS),
        )
        for start in (chance.randrange(CHARACTERS - LONGEST) for _ in range(ANNOTATIONS))
    ]
    begun = time.process_time()
    places = LetterPlaces(text)
    counted_blanks = time.process_time()
    found: dict[tuple[str, int], list[Interval]] = {}
    for start, end, member, tag in spans:
        letters = places.letters_before(start), places.letters_before(end)
        for which in (tag, TAGS):
            found.setdefault((member, which), []).append(letters)
    by_tag = [
        {member: united(found.get((member, which), ())) for member in "甲乙丙"}
        for which in range(TAGS + 1)
    ]
    for marks in by_tag:
        tally = Tally()
        tally.add(places.count, marks)
        tally.figures()
    figured = time.process_time()
    for marks in by_tag:
        disputes(marks)
    ended = time.process_time()
    return {
        "letters_counted_without_blanks_s": counted_blanks - begun,
        "figures_of_all_tags_s": figured - counted_blanks,
        "places_of_dispute_s": ended - figured,
    }
