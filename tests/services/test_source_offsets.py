"""The law of source offsets: however a text is repaired, annotations cover the same letters."""

import random
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from annotator.core.errors import EmptyPassageError
from annotator.core.reading_text import Paragraph, ReadingText, Run
from annotator.core.span import ReadingSpan
from annotator.services import anchoring, checking, libraries, reading
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.services.listing import AnnotationFilter, ListedAnnotation, list_annotations
from annotator.storage import document_table
from annotator.storage.library import Library
from annotator.text import repair

ANNOTATIONS_PER_TEXT = 60

# Other rules of repair: what is dropped, and what is inserted instead.
RULES = {
    "a paragraph for each line": (r"\s*\n\s*", "\n"),
    "a paragraph for each blank line": (r"\s*\n\s*\n\s*|\n", "\n"),
    "no blanks": (r"\s+", ""),
    "a blank for each line end": (r"\s*\n\s*", " "),
    "no lines with figures": (r"(?m:^.*[0-9].*$)\s*|\n\s*", "\n"),
    "no marks": (r"[\s，。、：；“”！？]+", ""),
    "hardly anything": (r"[^新质生产力]+", "\n"),
}


OURS = "ours"


def repair_by(rule: str, source: str, **_: object) -> ReadingText:
    pattern, inserted = RULES[rule]
    text = ""
    runs = []
    for start, end in kept_ranges(pattern, source):
        text += inserted if text else ""
        runs.append(Run(len(text), end - start, start))
        text += source[start:end]
    return ReadingText(text, tuple(paragraphs_of(text)), tuple(runs))


def kept_ranges(pattern: str, source: str) -> Iterator[tuple[int, int]]:
    start = 0
    for dropped in re.finditer(pattern, source):
        if dropped.start() > start:
            yield start, dropped.start()
        start = dropped.end()
    if start < len(source):
        yield start, len(source)


def paragraphs_of(text: str) -> Iterator[Paragraph]:
    for line in re.finditer(r"[^\n]+", text):
        yield Paragraph(*line.span())


@pytest.fixture
def repair_differently(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that gives the program other rules of repair, or OURS, as updates would."""
    ours, versions = repair.repair, count(repair.REPAIR_VERSION + 1)

    def change(rule: str) -> None:
        monkeypatch.setattr(repair, "REPAIR_VERSION", next(versions))
        theirs = partial(repair_by, rule)
        monkeypatch.setattr(repair, "repair", ours if rule == OURS else theirs)

    return change


def annotate_everywhere(library: Library) -> None:
    """Annotate passages of all lengths, across lines and over one another."""
    chance = random.Random(20240321)
    member = libraries.current_member(library)
    with library.transaction():
        for document in document_table.all_documents(library):
            text = reading.reading_text(library, document.id)
            for _ in range(ANNOTATIONS_PER_TEXT):
                start = chance.randrange(len(text.text) - 1)
                length = chance.choice([1, 2, 5, 20, 100, 1000])
                span = ReadingSpan(start, min(len(text.text), start + length))
                with suppress(EmptyPassageError):
                    selector = anchoring.describe(document.id, text, span)
                    AddAnnotation(new_annotation(selector, member.id)).apply(library)


def letters(text: str) -> str:
    return "".join(text.split())


def assert_covers_what_is_shown(one: ListedAnnotation, source: str, text: ReadingText) -> None:
    """Compare with the letters of the source span that are shown, found without the map's help."""
    covered = one.annotation.selector.span
    shown = "".join(
        source[
            max(run.source_start, covered.start) : min(run.source_start + run.length, covered.end)
        ]
        for run in text.runs
        if run.source_start < covered.end and covered.start < run.source_start + run.length
    )
    pieces = text.source_pieces(one.span) if one.span else ()
    assert "".join(piece.slice_of(source) for piece in pieces) == shown
    assert letters(one.quote) == letters(shown) or (one.span is None and not shown)


def assert_all_cover_what_is_shown(library: Library) -> None:
    listed = list_annotations(library, AnnotationFilter())
    for document in document_table.all_documents(library):
        source = document_table.source_text(library, document.id)
        text = reading.reading_text(library, document.id)
        for one in listed:
            if one.document == document:
                assert_covers_what_is_shown(one, source, text)
    assert checking.check(library) == []


@pytest.fixture(scope="module")
def annotated_file(samples_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(samples_file, tmp_path_factory.mktemp("annotated")))
    with Library.open(path) as library:
        annotate_everywhere(library)
    return path


@pytest.fixture
def annotated(annotated_file: Path, tmp_path: Path) -> Iterator[Library]:
    with Library.open(Path(shutil.copy(annotated_file, tmp_path))) as library:
        yield library


@pytest.mark.parametrize("rule", RULES)
def test_annotations_cover_the_same_letters_under_other_rules(
    rule: str, annotated: Library, repair_differently: Callable[[str], None]
) -> None:
    before = list_annotations(annotated, AnnotationFilter())

    repair_differently(rule)

    after = list_annotations(annotated, AnnotationFilter())
    assert len(after) > 4 * ANNOTATIONS_PER_TEXT
    assert [one.annotation for one in after] == [one.annotation for one in before]
    for document in document_table.all_documents(annotated):
        source = document_table.source_text(annotated, document.id)
        assert reading.reading_text(annotated, document.id) == repair_by(rule, source)
    assert_all_cover_what_is_shown(annotated)


def test_annotations_stand_where_they_stood_when_our_rules_come_back(
    annotated: Library, repair_differently: Callable[[str], None]
) -> None:
    before = list_annotations(annotated, AnnotationFilter())

    for rule in (*RULES, OURS):
        repair_differently(rule)
        after = list_annotations(annotated, AnnotationFilter())

    assert after == before


@pytest.mark.parametrize("rule", RULES)
def test_annotations_made_under_other_rules_cover_the_same_letters_under_ours(
    rule: str, samples: Library, repair_differently: Callable[[str], None]
) -> None:
    repair_differently(rule)
    annotate_everywhere(samples)

    repair_differently(OURS)

    assert len(list_annotations(samples, AnnotationFilter())) > ANNOTATIONS_PER_TEXT
    assert_all_cover_what_is_shown(samples)
