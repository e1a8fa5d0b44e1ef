"""Changes: what two edits touched together."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.changes import Changes

IDS = st.frozensets(st.sampled_from("abcd"))
CHANGES = st.builds(
    Changes,
    documents=IDS,
    annotations=IDS,
    annotated=IDS,
    tags=IDS,
    members=IDS,
    everything=st.booleans(),
)


@given(CHANGES, CHANGES)
def test_union_holds_the_ids_of_both_by_kind(one: Changes, other: Changes) -> None:
    both = one | other

    assert both.documents == one.documents | other.documents
    assert both.annotations == one.annotations | other.annotations
    assert both.annotated == one.annotated | other.annotated
    assert both.tags == one.tags | other.tags
    assert both.members == one.members | other.members
    assert both.everything == (one.everything or other.everything)


@given(CHANGES, CHANGES, CHANGES)
def test_union_does_not_depend_on_order(one: Changes, other: Changes, third: Changes) -> None:
    assert one | other == other | one
    assert (one | other) | third == one | (other | third)
    assert one | one == one | Changes() == one


def test_changes_touch_the_documents_that_they_name() -> None:
    changes = Changes(annotated=frozenset(["here"]))

    assert changes.touch_annotations_in("here")
    assert not changes.touch_annotations_in("there")


def test_when_anything_may_have_changed_every_document_is_touched() -> None:
    assert Changes(everything=True).touch_annotations_in("there")
