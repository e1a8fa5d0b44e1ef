from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.highlight_index import Highlight, HighlightIndex
from annotator.qt.reader.highlight_segments import UNTAGGED, segments
from annotator.qt.reader.text_model import TextModel

LENGTH = 12 * 10 - 1

spans = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 50)).map(
    lambda pair: ReadingSpan(pair[0], min(LENGTH, pair[0] + pair[1]))
)
highlights = st.builds(
    Highlight,
    st.sampled_from("abcdefgh"),
    spans,
    st.lists(st.sampled_from(["definition", "measure", "example"]), unique=True).map(tuple),
)


def model_of(text_of: Callable[..., ReadingText]) -> TextModel:
    return TextModel(text_of(*["国" * 9] * 12))


@given(st.lists(highlights, max_size=20), st.sets(st.sampled_from("abcdefgh")))
def test_index_after_any_changes_is_as_if_built_anew(
    text_of: Callable[..., ReadingText], added: list[Highlight], removed: set[str]
) -> None:
    model = model_of(text_of)
    index = HighlightIndex(model)

    for highlight in added:
        index.put(highlight)
    for annotation_id in removed:
        index.remove(annotation_id)

    left = {each.annotation_id: each for each in added if each.annotation_id not in removed}
    assert {each.annotation_id: each for each in index} == left
    for number in range(len(model)):
        piece = model.piece(number)
        offsets = range(piece.start, piece.end + 1)
        there = {each for each in left.values() if any(map(covers(each), offsets))}
        assert set(index.in_piece(number)) == there


def covers(highlight: Highlight) -> Callable[[int], bool]:
    return lambda offset: highlight.span.start <= offset < highlight.span.end


@given(st.lists(highlights, max_size=20), st.integers(0, LENGTH - 2))
def test_highlights_at_an_offset_cover_it_shortest_first(
    text_of: Callable[..., ReadingText], added: list[Highlight], offset: int
) -> None:
    index = HighlightIndex(model_of(text_of), added)

    found = index.at(offset)

    assert set(found) == {each for each in index if covers(each)(offset)}
    assert found == sorted(found, key=lambda each: len(each.span))


def test_clicks_go_through_overlapping_highlights_and_round_again(
    text_of: Callable[..., ReadingText],
) -> None:
    long = Highlight("long", ReadingSpan(0, 9), ())
    short = Highlight("short", ReadingSpan(2, 4), ())
    index = HighlightIndex(model_of(text_of), [long, short])

    assert index.next_at(3, None) == short
    assert index.next_at(3, "short") == long
    assert index.next_at(3, "long") == short
    assert index.next_at(8, "short") == long
    assert index.next_at(50, "long") is None


@given(st.lists(highlights, max_size=12))
def test_segments_tell_the_tags_of_every_character(added: list[Highlight]) -> None:
    found = segments(added, 10, 90)

    for offset in range(LENGTH):
        tag_ids = {
            tag_id
            for each in added
            if covers(each)(offset)
            for tag_id in each.tag_ids or (UNTAGGED,)
        }
        there = [segment.tag_ids for segment in found if segment.start <= offset < segment.end]
        assert there == ([tuple(sorted(tag_ids))] if tag_ids and 10 <= offset < 90 else [])


def test_annotations_with_the_same_tag_are_painted_as_one() -> None:
    tag_ids = ("definition",)
    overlapping = [
        Highlight("a", ReadingSpan(0, 6), tag_ids),
        Highlight("b", ReadingSpan(3, 9), tag_ids),
    ]

    found = segments(overlapping, 0, 20)

    assert [(segment.start, segment.end) for segment in found] == [(0, 9)]
