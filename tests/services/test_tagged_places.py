from hypothesis import given
from hypothesis import strategies as st

from annotator.core.codebook import Codebook, Tag
from annotator.core.document import About, Document
from annotator.core.span import ReadingSpan
from annotator.services.search import Hit
from annotator.services.tagged_places import TaggedPassage, under_tags

FIRST, SECOND = (Document(id_, About(id_), 100, "", 0) for id_ in ("甲", "乙"))
TAGS = [Tag(id_, id_, "#ffffff") for id_ in ("a", "b", "c")]
CODEBOOK = Codebook(tuple(TAGS))


def hit(start: int, end: int, document: Document = FIRST) -> Hit:
    return Hit(document, ReadingSpan(start, end), "", "", "")


def grouped(hits: list[Hit], passages: list[TaggedPassage]) -> dict[str, list[Hit]]:
    groups = under_tags(hits, CODEBOOK, passages)
    return {tag.name if tag else "": those for tag, those in groups}


def test_hits_stand_under_the_tags_of_the_passages_around_them() -> None:
    inside, across, elsewhere = hit(3, 5), hit(9, 11), hit(3, 5, SECOND)
    passages = [
        TaggedPassage("甲", ReadingSpan(0, 10), ("b",)),
        TaggedPassage("甲", ReadingSpan(3, 5), ("a", "b")),
    ]

    groups = grouped([inside, across, elsewhere], passages)

    assert groups == {"a": [inside], "b": [inside], "": [across, elsewhere]}
    assert list(groups) == ["a", "b", ""]


def test_no_hits_have_no_groups() -> None:
    assert under_tags([], CODEBOOK, [TaggedPassage("甲", ReadingSpan(0, 10), ("b",))]) == []


_spans = st.tuples(st.integers(0, 20), st.integers(1, 9)).map(
    lambda pair: ReadingSpan(pair[0], pair[0] + pair[1])
)


@given(
    st.lists(_spans),
    st.lists(st.tuples(_spans, st.sets(st.sampled_from("abc"), min_size=1).map(tuple))),
)
def test_each_hit_has_just_the_tags_that_a_look_at_each_passage_gives(
    spans: list[ReadingSpan], tagged: list[tuple[ReadingSpan, tuple[str, ...]]]
) -> None:
    hits = [hit(span.start, span.end) for span in sorted(spans)]
    passages = [TaggedPassage("甲", span, tag_ids) for span, tag_ids in tagged]

    groups = grouped(hits, passages)

    expected: dict[str, list[Hit]] = {}
    for one in hits:
        around = (
            tag_id
            for span, tag_ids in tagged
            if span.start <= one.span.start and one.span.end <= span.end
            for tag_id in tag_ids
        )
        for tag_id in set(around) or {""}:
            expected.setdefault(tag_id, []).append(one)
    assert groups == expected
