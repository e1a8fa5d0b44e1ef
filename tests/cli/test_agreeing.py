"""The commands about finished texts and agreement."""

from collections.abc import Callable
from pathlib import Path

from annotator.services import libraries, lookup
from annotator.storage import completion_table
from annotator.storage.library import Library
from tests.cli.conftest import Printed

Duidu = Callable[..., Printed]

MEASURES = "发展新质生产力的若干措施"


def finishers(path: Path) -> set[str]:
    """Return the ids of the members who finished the measures."""
    with Library.open(path) as library:
        document = lookup.find_document(library, MEASURES)
        return set(completion_table.finished(library).get(document.id, ()))


def test_finished_text_is_finished_until_that_is_taken_back(duidu: Duidu, library: Path) -> None:
    printed = duidu("finish", MEASURES, "--library", library)

    with Library.open(library) as opened:
        me = libraries.current_member(opened)
    assert (printed.status, printed.out) == (0, f"{me.name} has finished {MEASURES}.\n")
    assert finishers(library) == {me.id}

    printed = duidu("finish", MEASURES, "--undo", "--json", "--library", library)
    assert printed.json["finished"] is False
    assert finishers(library) == set()


def test_member_who_finished_is_named(duidu: Duidu, library: Path) -> None:
    with Library.open(library) as opened:
        other = libraries.add_member(opened, "周")

    unknown = duidu("finish", MEASURES, "--as", "吴", "--library", library)
    printed = duidu("finish", MEASURES, "--as", "周", "--library", library)

    assert unknown.status == 1
    assert printed.out == f"周 has finished {MEASURES}.\n"
    assert finishers(library) == {other.id}
