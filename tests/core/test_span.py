"""Spans: half-open, never empty, two kinds that are not mixed up."""

import pytest

from annotator.core.span import ReadingSpan, SourceSpan


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2), (0, 0)])
def test_span_that_covers_nothing_cannot_exist(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"got {start}:{end}"):
        SourceSpan(start, end)


def test_span_covers_its_passage_in_code_points() -> None:
    span = ReadingSpan(1, 4)

    assert span.slice_of("一𠮷😀三四") == "𠮷😀三"
    assert len(span) == 3


@pytest.mark.parametrize(
    ("other", "overlap"), [((0, 3), False), ((0, 4), True), ((5, 9), True), ((6, 9), False)]
)
def test_spans_that_only_touch_do_not_overlap(other: tuple[int, int], *, overlap: bool) -> None:
    assert SourceSpan(3, 6).overlaps(SourceSpan(*other)) is overlap


@pytest.mark.parametrize(
    ("other", "part"), [((0, 9), (3, 6)), ((4, 9), (4, 6)), ((0, 4), (3, 4)), ((6, 9), None)]
)
def test_span_has_a_part_within_another(
    other: tuple[int, int], part: tuple[int, int] | None
) -> None:
    found = ReadingSpan(3, 6).within(ReadingSpan(*other))

    assert found == (ReadingSpan(*part) if part else None)


def test_spans_sort_by_start_and_then_by_end() -> None:
    spans = [SourceSpan(2, 9), SourceSpan(1, 5), SourceSpan(2, 3)]

    assert sorted(spans) == [SourceSpan(1, 5), SourceSpan(2, 3), SourceSpan(2, 9)]


def test_span_of_the_source_is_not_one_of_the_reading_text() -> None:
    source, reading = SourceSpan(1, 2), ReadingSpan(1, 2)

    assert source != reading
