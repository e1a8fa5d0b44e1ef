"""The laws of corrections: any sequence of them leaves every annotation on its letters."""

import random
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Annotation
from annotator.core.corrections import NO_CORRECTIONS, Corrections, Rule
from annotator.core.document import About, Document
from annotator.core.errors import EmptyPassageError, SpanOutsideTextError
from annotator.core.identity import source_hash
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.services import anchoring, checking, correcting, libraries, reading
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.storage import annotation_table, document_table
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library
from annotator.text import repair

PIECES = st.sampled_from(
    [
        "新质生产力是创新起主导作用，",
        "摆脱传统增长方式。",
        "一、内涵",
        "𠮷日😀",
        "标题 ........ 12",
        "GDP growth",
        "\n",
        "\n\n",
        "\f",
        " ",
        "\u3000\u3000",
        "12\n",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=40).map(lambda parts: "字" + "".join(parts))
STEPS = st.lists(
    st.tuples(st.sampled_from(["split", "join", "off", "on", "clear"]), st.floats(0, 0.999)),
    min_size=1,
    max_size=6,
)
OFFSETS = st.frozensets(st.integers(0, 10**7), max_size=20)
CORRECTIONS = st.builds(
    lambda off, breaks, joins: Corrections(off, breaks, joins - breaks),
    st.frozensets(st.sampled_from(Rule)),
    OFFSETS,
    OFFSETS,
)


def stepped(corrections: Corrections, text: ReadingText, step: tuple[str, float]) -> Corrections:
    """Return the corrections after one step of a reader at this share of the text."""
    kind, share = step
    offset, rule = int(share * len(text.text)), list(Rule)[int(share * len(Rule))]
    match kind:
        case "split":
            return correcting.split(corrections, text, offset)
        case "join":
            return correcting.join(corrections, text, offset)
        case "clear":
            return NO_CORRECTIONS
    return corrections.with_rule(rule, on=kind == "on")


def library_with(source: str) -> tuple[Library, str]:
    library = Library.in_memory()
    libraries.add_member(library, "甲")
    document = Document(source_hash(source), About("文"), len(source), "文.txt", 1)
    document_table.insert(library, document, Source(source), Origin("文.txt", "0" * 64, "utf-8"))
    return library, document.id


def annotate(library: Library, document_id: str, spans: list[ReadingSpan]) -> None:
    text = reading.reading_text(library, document_id)
    member = libraries.current_member(library)
    for span in spans:
        with suppress(EmptyPassageError):
            selector = anchoring.describe(document_id, text, span)
            AddAnnotation(new_annotation(selector, member.id)).apply(library)


def shown_letters(annotation: Annotation, source: str, text: ReadingText) -> str:
    """Return the letters of the source span that are shown, found without the map's help."""
    covered = annotation.selector.span
    return "".join(
        source[
            max(run.source_start, covered.start) : min(run.source_start + run.length, covered.end)
        ]
        for run in text.runs
        if run.source_start < covered.end and covered.start < run.source_start + run.length
    )


def assert_on_their_letters(library: Library, document_id: str) -> None:
    source = document_table.source_text(library, document_id)
    text = reading.reading_text(library, document_id)
    for annotation in annotation_table.in_document(library, document_id):
        span = text.to_reading(annotation.selector.span)
        read = "".join(span.slice_of(text.text).split()) if span else ""
        assert read == "".join(shown_letters(annotation, source, text).split())
    assert checking.check(library) == []


@given(TEXTS, STEPS, st.lists(st.tuples(st.floats(0, 0.99), st.integers(1, 30)), max_size=5))
def test_annotations_stay_on_their_letters_through_any_corrections(
    source: str, steps: list[tuple[str, float]], places: list[tuple[float, int]]
) -> None:
    library, document_id = library_with(source)
    length = len(reading.reading_text(library, document_id).text)
    starts = [(int(share * length), size) for share, size in places]
    annotate(library, document_id, [ReadingSpan(a, min(length, a + n)) for a, n in starts])
    before = annotation_table.in_document(library, document_id)

    edits = []
    for step in steps:
        text = reading.reading_text(library, document_id)
        stored = document_table.corrections(library, document_id)
        edit = correcting.edit(library, document_id, stepped(stored, text, step))
        edit.apply(library)
        edits.append((edit, text))
        assert annotation_table.in_document(library, document_id) == before
        assert_on_their_letters(library, document_id)

    for edit, text in reversed(edits):
        edit.revert(library)
        assert reading.reading_text(library, document_id) == text
    for edit, _ in edits:
        edit.apply(library)
    assert document_table.corrections(library, document_id) == edits[-1][0].after
    assert annotation_table.in_document(library, document_id) == before
    library.close()


@pytest.fixture
def annotated(samples_file: Path, tmp_path: Path) -> Iterator[Library]:
    chance = random.Random(20240322)
    with Library.open(Path(shutil.copy(samples_file, tmp_path))) as library:
        with library.transaction():
            for document in document_table.all_documents(library):
                length = len(reading.reading_text(library, document.id).text)
                starts = [chance.randrange(length - 1) for _ in range(40)]
                sizes = [chance.choice([1, 3, 20, 200]) for _ in starts]
                spans = [
                    ReadingSpan(start, min(length, start + size))
                    for start, size in zip(starts, sizes, strict=True)
                ]
                annotate(library, document.id, spans)
        yield library


@pytest.mark.parametrize("seed", range(3))
def test_annotations_of_the_samples_stay_on_their_letters(annotated: Library, seed: int) -> None:
    chance = random.Random(seed)
    kinds = ["split", "split", "join", "join", "off", "on"]
    before = annotation_table.all_annotations(annotated)
    texts = {}

    for document in document_table.all_documents(annotated):
        texts[document.id] = reading.reading_text(annotated, document.id)
        wanted = NO_CORRECTIONS
        for _ in range(12):
            step = (chance.choice(kinds), chance.random())
            wanted = stepped(wanted, texts[document.id], step)
        correcting.edit(annotated, document.id, wanted).apply(annotated)
        assert_on_their_letters(annotated, document.id)

    assert len(before) > 100
    assert annotation_table.all_annotations(annotated) == before
    for document_id, text in texts.items():
        correcting.edit(annotated, document_id, NO_CORRECTIONS).apply(annotated)
        assert reading.reading_text(annotated, document_id) == text


def test_every_paragraph_of_the_samples_can_be_joined_with_the_one_before(
    samples: Library,
) -> None:
    # A joined title repeats no other and has no number: what was left out would come back.
    everywhere = NO_CORRECTIONS.with_rule(Rule.REPEATED_TITLES, on=False)
    everywhere = everywhere.with_rule(Rule.PAGE_EDGES, on=False)
    for document in document_table.all_documents(samples):
        source = document_table.source_text(samples, document.id)
        text = repair.repair(source, corrections=everywhere)
        joins = everywhere
        for paragraph in text.paragraphs:
            joins = correcting.join(joins, text, paragraph.start)

        joined = repair.repair(source, corrections=joins)

        assert len(joined.paragraphs) == 1
        assert len(joins.joins) == len(text.paragraphs) - 1


def test_every_letter_of_a_sample_can_begin_a_paragraph(samples: Library) -> None:
    document = document_table.all_documents(samples)[0]
    source = document_table.source_text(samples, document.id)
    text = reading.reading_text(samples, document.id)
    for offset in range(0, len(text.text), 97):
        if text.text[offset].isspace():
            continue

        after = correcting.split(NO_CORRECTIONS, text, offset)

        starts = {p.start for p in text.paragraphs}
        corrected = repair.repair(source, corrections=after)
        letter = text.source_offset(offset)
        found = corrected.paragraphs[corrected.paragraph_at(corrected.reading_offset(letter))]
        assert found.start == corrected.reading_offset(letter)
        assert (after == NO_CORRECTIONS) == (offset in starts)


def test_splitting_where_a_paragraph_begins_or_ends_changes_nothing() -> None:
    text = repair.repair("第一段话在这里结束。\n\n第二段话从这里开始。\n")
    assert text.text == "第一段话在这里结束。\n第二段话从这里开始。"

    for offset in (0, text.paragraphs[0].end, text.paragraphs[1].start):
        assert correcting.split(NO_CORRECTIONS, text, offset) == NO_CORRECTIONS
    assert correcting.join(NO_CORRECTIONS, text, 3) == NO_CORRECTIONS


@pytest.mark.parametrize("offset", [-1, 9])
def test_place_outside_the_text_is_refused(offset: int) -> None:
    text = repair.repair("只有一段话在这里。\n")

    with pytest.raises(SpanOutsideTextError):
        correcting.split(NO_CORRECTIONS, text, offset)
    with pytest.raises(SpanOutsideTextError):
        correcting.join(NO_CORRECTIONS, text, offset)


@given(CORRECTIONS)
def test_corrections_come_back_from_the_library_as_they_went_in(corrections: Corrections) -> None:
    library, document_id = library_with("文字")

    document_table.set_corrections(library, document_id, corrections)

    assert document_table.corrections(library, document_id) == corrections
    library.close()


def test_corrected_text_is_made_anew_by_a_new_repair(
    samples: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = document_table.all_documents(samples)[0]
    text = reading.reading_text(samples, document.id)
    after = correcting.split(NO_CORRECTIONS, text, 40)
    correcting.edit(samples, document.id, after).apply(samples)
    corrected = reading.reading_text(samples, document.id)
    made = []

    def repair_and_tell(source: str, **details: object) -> ReadingText:
        made.append(details["corrections"])
        return ours(source, **details)  # type: ignore[arg-type]

    ours = repair.repair
    monkeypatch.setattr(repair, "repair", repair_and_tell)
    assert reading.reading_text(samples, document.id) == corrected
    assert made == []
    monkeypatch.setattr(repair, "REPAIR_VERSION", repair.REPAIR_VERSION + 1)

    assert reading.reading_text(samples, document.id) == corrected
    assert made == [after]
