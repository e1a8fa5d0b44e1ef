from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.exporters.excerpt import Excerpt, Group, Grouping, distinct_passages, grouped

EXCERPTS = st.lists(
    st.builds(
        Excerpt,
        quotation=st.just("文段"),
        document_id=st.sampled_from("abc"),
        document_title=st.just("同名文献"),
        start=st.integers(0, 99),
        paragraph=st.just(1),
        tags=st.lists(st.sampled_from(["定义", "实例", "数据"]), unique=True).map(tuple),
    ),
    max_size=8,
)


def excerpt(document_id: str, start: int, *tags: str) -> Excerpt:
    return Excerpt("文段", document_id, f"文献{document_id}", start, 1, tags=tags)


def test_excerpt_stands_under_each_of_its_tags_and_untagged_ones_come_last() -> None:
    untagged, both, one = (
        excerpt("甲", 1),
        excerpt("甲", 2, "定义", "实例"),
        excerpt("甲", 3, "实例"),
    )

    groups = grouped([untagged, both, one], Grouping.TAG)

    assert groups == [Group("定义", (both,)), Group("实例", (both, one)), Group("", (untagged,))]


def test_documents_of_the_same_title_stay_apart() -> None:
    first = Excerpt("文段", "a", "同名", 5, 1)
    second = Excerpt("文段", "b", "同名", 0, 1)

    groups = grouped([first, second], Grouping.DOCUMENT)

    assert groups == [Group("同名", (first,)), Group("同名", (second,))]


def test_reading_order_is_one_list_document_by_document() -> None:
    later, other, earlier = excerpt("甲", 9), excerpt("乙", 0), excerpt("甲", 2)

    groups = grouped([later, other, earlier], Grouping.READING_ORDER)

    assert groups == [Group("", (earlier, later, other))]


@given(EXCERPTS)
def test_by_tag_each_excerpt_occurs_once_for_each_tag(excerpts: list[Excerpt]) -> None:
    groups = grouped(excerpts, Grouping.TAG)

    occurrences = sum(len(group.excerpts) for group in groups)
    assert occurrences == sum(max(1, len(excerpt.tags)) for excerpt in excerpts)
    assert all(not group.name or group.name in e.tags for group in groups for e in group.excerpts)


@given(EXCERPTS)
def test_groups_by_document_hold_every_excerpt_in_reading_order(excerpts: list[Excerpt]) -> None:
    groups = grouped(excerpts, Grouping.DOCUMENT)

    for group in groups:
        starts = [excerpt.start for excerpt in group.excerpts]
        assert starts == sorted(starts)
    assert sum(len(group.excerpts) for group in groups) == len(excerpts)
    assert len(groups) == len({excerpt.document_id for excerpt in excerpts})


def test_repeats_of_a_passage_count_as_one_distinct_passage() -> None:
    alone = excerpt("甲", 1)
    repeated = [replace(excerpt("甲", start), passage="一") for start in (3, 9)]

    assert distinct_passages([alone, alone, *repeated]) == 3
    assert distinct_passages([]) == 0
