"""Bundles keep their laws on random histories, and a bundle that breaks one does not pass.

`DUIDU_HISTORIES` sets how many histories each law is asked about; 10,000 is the nightly size.
"""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.storage import bundles, incoming
from annotator.storage.shared_tables import SharedTable
from tests.storage.bundle_laws import LAWS
from tests.storage.test_merge_laws import HISTORIES, TRIED, Law, breaks

Fault = Callable[[pytest.MonkeyPatch], None]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
@settings(max_examples=HISTORIES // 2, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_bundles_keep_the_law(law: Law, seed: int) -> None:
    law(seed)


def written_here(condition: str) -> Fault:
    """Return a fault that takes other rows for those that were written here."""

    def plant(monkeypatch: pytest.MonkeyPatch) -> None:
        wrong = property(lambda table: condition.replace("TABLE", table.name))
        monkeypatch.setattr(SharedTable, "written_here", wrong)

    return plant


def what_we_wrote_is_theirs_once_they_change_it(monkeypatch: pytest.MonkeyPatch) -> None:
    statement = SharedTable.merge_statement

    def forgetful(table: SharedTable) -> str:
        kept = f"iif({table.written_here}, {table.name}.received_seq, excluded.received_seq)"
        return statement(table).replace(kept, "excluded.received_seq")

    monkeypatch.setattr(SharedTable, "merge_statement", forgetful)


def what_comes_back_is_theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "share_id", lambda _: "")


def known_by_the_number_of_the_whole_library(monkeypatch: pytest.MonkeyPatch) -> None:
    def same_id(library: Any, _: str = "") -> str:
        return str(library.rows("SELECT replica_id FROM library")[0][0])

    monkeypatch.setattr(bundles, "share_id", same_id)


FAULTS: dict[str, Fault] = {
    "only rows that nobody else ever touched": written_here("TABLE.received_seq = 0"),
    "some rows are left out": written_here("TABLE.received_seq <> TABLE.seq AND TABLE.rowid % 5"),
    "what others change is no longer ours": what_we_wrote_is_theirs_once_they_change_it,
    "what comes back is taken for the work of others": what_comes_back_is_theirs,
    "a bundle and its library share a cursor": known_by_the_number_of_the_whole_library,
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_planted_fault_breaks_a_law(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    fault(monkeypatch)
    assert any(breaks(law, seed) for seed in range(TRIED) for law in LAWS)
