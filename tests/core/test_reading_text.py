"""Reading text: the map between what is shown and the source, in both directions."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.core.reading_text import OutlineEntry, PageTurn, Paragraph, ReadingText, Run
from annotator.core.span import ReadingSpan, SourceSpan

LETTERS = st.text(alphabet="一二科技A1，。𠮷😀", min_size=1, max_size=6)
PIECES = st.lists(
    st.tuples(st.sampled_from(["kept", "dropped", " ", "\n"]), LETTERS), min_size=1, max_size=12
)


def build(pieces: list[tuple[str, str]]) -> tuple[str, ReadingText]:
    """Return a source and its reading text, made of pieces.

    Letters of a piece that is called neither kept nor dropped are kept after an inserted character.
    """
    source = text = ""
    runs = []
    for kind, letters in pieces:
        if kind != "dropped":
            text += kind if kind != "kept" and text and text[-1] not in " \n" else ""
            runs.append(Run(len(text), len(letters), len(source)))
            text += letters
        source += letters
    return source, ReadingText(text, tuple(paragraphs_of(text)), tuple(runs))


def paragraphs_of(text: str) -> list[Paragraph]:
    starts = [0, *(index + 1 for index, letter in enumerate(text) if letter == "\n")]
    return [Paragraph(start, start + len(text[start:].partition("\n")[0])) for start in starts]


@st.composite
def texts_with_span(draw: st.DrawFn) -> tuple[str, ReadingText, ReadingSpan]:
    source, reading_text = draw(PIECES.filter(has_kept).map(build))
    ends = st.integers(0, len(reading_text.text))
    start, end = sorted(draw(st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1])))
    return source, reading_text, ReadingSpan(start, end)


def has_kept(pieces: list[tuple[str, str]]) -> bool:
    return any(kind != "dropped" for kind, _ in pieces)


def kept_offsets(reading_text: ReadingText) -> dict[int, int]:
    """Return the source offset of each character that comes from the source."""
    return {
        run.start + index: run.source_start + index
        for run in reading_text.runs
        for index in range(run.length)
    }


@given(texts_with_span())
def test_span_between_kept_letters_comes_back_from_the_source(
    case: tuple[str, ReadingText, ReadingSpan],
) -> None:
    _, reading_text, span = case
    kept = kept_offsets(reading_text)
    assume(span.start in kept and span.end - 1 in kept)

    source_span = reading_text.to_source(span)

    assert source_span == SourceSpan(kept[span.start], kept[span.end - 1] + 1)
    assert reading_text.to_reading(source_span) == span


@given(texts_with_span())
def test_span_is_clipped_to_the_letters_that_it_shows(
    case: tuple[str, ReadingText, ReadingSpan],
) -> None:
    _, reading_text, span = case
    shown = [
        source
        for offset, source in kept_offsets(reading_text).items()
        if span.start <= offset < span.end
    ]

    source_span = reading_text.to_source(span)

    expected = SourceSpan(shown[0], shown[-1] + 1) if shown else None
    assert source_span == expected


@given(PIECES, st.data())
def test_source_span_is_clipped_to_the_letters_that_are_shown(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    source, reading_text = build(pieces)
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, len(source)))
    shown = [
        offset
        for offset, source_offset in kept_offsets(reading_text).items()
        if start <= source_offset < end
    ]

    span = reading_text.to_reading(SourceSpan(start, end))

    assert span == (ReadingSpan(shown[0], shown[-1] + 1) if shown else None)


@given(texts_with_span())
def test_source_pieces_are_exactly_the_letters_that_are_shown(
    case: tuple[str, ReadingText, ReadingSpan],
) -> None:
    source, reading_text, span = case
    kept = kept_offsets(reading_text)
    shown = "".join(reading_text.text[i] for i in range(span.start, span.end) if i in kept)

    pieces = list(reading_text.source_pieces(span))

    assert "".join(piece.slice_of(source) for piece in pieces) == shown
    assert all(earlier.end <= later.start for earlier, later in pairwise(pieces))


@given(PIECES)
def test_offsets_grow_together(pieces: list[tuple[str, str]]) -> None:
    source, reading_text = build(pieces)

    to_source = [reading_text.source_offset(i) for i in range(len(reading_text.text) + 1)]
    to_reading = [reading_text.reading_offset(i) for i in range(len(source) + 1)]

    assert to_source == sorted(to_source)
    assert to_reading == sorted(to_reading)
    assert to_reading[-1] == len(reading_text.text)


@given(PIECES)
def test_offset_of_a_kept_letter_comes_back_from_the_source(pieces: list[tuple[str, str]]) -> None:
    _, reading_text = build(pieces)

    for offset, source_offset in kept_offsets(reading_text).items():
        assert reading_text.source_offset(offset) == source_offset
        assert reading_text.reading_offset(source_offset) == offset


@given(PIECES.filter(has_kept))
def test_every_offset_lies_in_the_paragraph_that_is_found_for_it(
    pieces: list[tuple[str, str]],
) -> None:
    _, reading_text = build(pieces)

    for offset in range(len(reading_text.text)):
        index = reading_text.paragraph_at(offset)

        assert index == reading_text.text[:offset].count("\n")
        paragraph = reading_text.paragraphs[index]
        assert paragraph.start <= offset <= paragraph.end


def test_empty_reading_text_maps_nothing() -> None:
    empty = ReadingText("", (), ())

    assert empty.to_reading(SourceSpan(0, 5)) is None
    assert empty.to_source(ReadingSpan(0, 5)) is None
    assert (empty.source_offset(3), empty.reading_offset(3)) == (0, 0)
    assert list(empty.source_pieces(ReadingSpan(0, 5))) == []


@pytest.mark.parametrize(
    ("offset", "title"), [(0, None), (9, None), (10, "一"), (29, "一"), (30, "二"), (99, "二")]
)
def test_section_is_the_last_heading_above(offset: int, title: str | None) -> None:
    outline = (OutlineEntry("一", 1, 10), OutlineEntry("二", 1, 30))

    section = ReadingText("", (), (), outline=outline).section_at(offset)

    assert (section.title if section else None) == title


@pytest.mark.parametrize(
    ("offset", "page"),
    [
        (0, 1),
        (4, 1),
        (5, 1),
        (6, 1),
        (8, 1),
        (9, 2),
        (11, 4),
        (12, 4),
        (13, 5),
        (14, None),
        (99, None),
    ],
)
def test_page_is_the_one_that_began_last(offset: int, page: int | None) -> None:
    paragraphs = (Paragraph(0, 5, page=1), Paragraph(6, 12, page=1), Paragraph(13, 20, page=5))
    turns = (PageTurn(9, 2), PageTurn(11, 4), PageTurn(14, None))

    text = ReadingText("国" * 20, paragraphs, (), page_turns=turns)

    assert text.page_at(offset) == page


def test_empty_reading_text_has_no_page() -> None:
    assert ReadingText("", (), ()).page_at(0) is None
