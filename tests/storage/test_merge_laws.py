"""Merging keeps its laws on random histories, and a merge that breaks one does not pass.

`DUIDU_HISTORIES` sets how many histories each law is asked about; 10,000 is the nightly size.
"""

import os
from collections.abc import Callable
from random import Random
from sqlite3 import IntegrityError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.storage import merging
from annotator.storage.shared_tables import Group, SharedTable
from tests.storage.histories import group, merged, shared_rows
from tests.storage.merge_laws import LAWS

HISTORIES = int(os.environ.get("DUIDU_HISTORIES", "40"))
TRIED = 60

Law = Callable[[int], None]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
@settings(max_examples=HISTORIES, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_merging_keeps_the_law(law: Law, seed: int) -> None:
    law(seed)


def test_histories_are_rich_enough() -> None:
    """They hold what makes merging hard: several members, tags, notes, deletions, versions."""
    libraries = group(Random(1), members=4, steps=30)
    rows = shared_rows(merged(*libraries))
    assert {table for table, found in rows.items() if len(found) > 1} >= {
        "anchor_revision",
        "annotation",
        "blind_round",
        "completion",
        "document",
        "member",
        "reply",
        "revision",
        "tag",
        "tagging",
    }


def replaced(old: str, new: str) -> Callable[[pytest.MonkeyPatch], None]:
    """Return a fault that writes the statement of every table in another way."""
    statement = SharedTable.merge_statement

    def plant(monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(
            SharedTable, "merge_statement", lambda table: statement(table).replace(old, new)
        )

    return plant


def ties_by_who_comes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    def newer(table: SharedTable, group: Group, theirs: str) -> str:
        return f"{theirs}.{group.stamp} >= {table.name}.{group.stamp}"

    monkeypatch.setattr(SharedTable, "newer", newer)


def ties_by_who_was_first(monkeypatch: pytest.MonkeyPatch) -> None:
    def newer(table: SharedTable, group: Group, theirs: str) -> str:
        return f"{theirs}.{group.stamp} > {table.name}.{group.stamp}"

    monkeypatch.setattr(SharedTable, "newer", newer)


def one_stamp_for_the_whole_row(monkeypatch: pytest.MonkeyPatch) -> None:
    newer = SharedTable.newer
    monkeypatch.setattr(
        SharedTable, "newer", lambda table, _, theirs: newer(table, table.groups[0], theirs)
    )


def clock_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "_advance_clock", lambda _: None)


def known_rows_never_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SharedTable, "_resolution", lambda _: "DO NOTHING")


FAULTS = {
    "the incoming row always wins": replaced("iif((", "iif(true OR ("),
    "the older version wins": replaced(") > (", ") < ("),
    "equal versions count as newer": replaced(") > (", ") >= ("),
    "changes are not passed on": replaced(", seq = excluded.seq", ""),
    "some rows are left out": replaced("WHERE true", "WHERE true AND rowid % 7"),
    "ties are won by who comes last": ties_by_who_comes_last,
    "ties are won by who was first": ties_by_who_was_first,
    "one stamp decides for the whole row": one_stamp_for_the_whole_row,
    "the clock is left alone": clock_left_alone,
    "known rows are never changed": known_rows_never_changed,
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_planted_fault_breaks_a_law(
    fault: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    fault(monkeypatch)
    assert any(breaks(law, seed) for seed in range(TRIED) for law in LAWS)


def breaks(law: Law, seed: int) -> bool:
    try:
        law(seed)
    except (AssertionError, IntegrityError):
        return True
    return False
