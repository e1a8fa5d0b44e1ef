"""Identities: in the order of time, and the same on every computer."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import identity
from annotator.core.identity import new_id, own_tag_id, source_hash, tag_name_key


def test_new_id_is_a_uuid_of_version_7() -> None:
    value = uuid.UUID(new_id())

    assert (value.version, value.variant) == (7, uuid.RFC_4122)
    assert str(value) == str(value).lower()


@given(st.lists(st.integers(0, (1 << 48) - 1), min_size=2, unique=True))
def test_ids_made_later_sort_later(times_ms: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        made = []
        for time_ms in sorted(times_ms):
            patch.setattr(identity, "now_ms", lambda time_ms=time_ms: time_ms)
            made.append(new_id())

    assert made == sorted(made)


def test_ids_made_in_one_millisecond_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "now_ms", lambda: 1_700_000_000_000)

    assert len({new_id() for _ in range(1000)}) == 1000


@pytest.mark.parametrize("name", ["AI 治理", "ai 治理", "  ＡＩ　治理 ", "Ai\t治理"])
def test_readers_who_invent_the_same_tag_converge(name: str) -> None:
    assert own_tag_id(name) == own_tag_id("AI 治理")


def test_tags_with_other_names_or_ordinals_differ() -> None:
    ids = {own_tag_id("治理"), own_tag_id("治理", 1), own_tag_id("治理", 2), own_tag_id("治理1")}

    assert len(ids) == 4


def test_tag_ids_stay_the_same_for_ever() -> None:
    assert own_tag_id("治理") == "d61680ca-e8a5-5431-a4d5-82ba338b655e"
    assert own_tag_id("治理", 1) == "2529dc76-4f49-5d68-95b0-4537153e2bde"


@given(st.text())
def test_key_of_a_key_is_itself(name: str) -> None:
    key = tag_name_key(name)

    assert tag_name_key(key) == key


@given(st.text(), st.text())
def test_source_texts_have_one_identity_only_if_equal(one: str, other: str) -> None:
    assert (source_hash(one) == source_hash(other)) == (one == other)
