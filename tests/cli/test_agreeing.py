"""The commands about finished texts and agreement."""

from collections.abc import Callable
from pathlib import Path

import pytest

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


@pytest.fixture
def group(duidu: Duidu, library: Path) -> Path:
    """Return the library after 林 and 周 have marked the measures and finished them."""
    for name, span in (("林", "0:6"), ("周", "3:12")):
        duidu(
            "annotate",
            MEASURES,
            "--span",
            span,
            "--tag",
            "定义",
            "--as",
            name,
            "--library",
            library,
        )
        duidu("finish", MEASURES, "--as", name, "--library", library)
    return library


def test_agreement_is_told_tag_by_tag(duidu: Duidu, group: Path) -> None:
    printed = duidu("agreement", "--library", group)

    first, head, *rows = printed.out.splitlines()
    assert printed.status == 0
    assert first == "1 text finished by two or more of: 周, 林"
    assert head.split() == ["letters", "marked", "agree", "alpha", "F1", "=", "F1", "½"]
    assert any(row.endswith("  定义") for row in rows)
    assert any(row.endswith("数据: undefined: nobody marked anything") for row in rows)
    assert sum("kappa" in row for row in rows) == 2


def test_agreement_on_one_tag_is_told_to_machines(duidu: Duidu, group: Path) -> None:
    printed = duidu("agreement", MEASURES, "--tag", "Definition", "--json", "--library", group)

    (row,) = printed.json["tags"]
    (pair,) = row["pairs"]
    (place,) = row["disagreements"]
    assert row["tag"] == "定义"
    assert row["undefined"] is None
    letters = row["letters"]
    assert row["agreement"] == pytest.approx((letters - 9) / letters, abs=1e-6)
    assert pair["kappa"] == pytest.approx(row["alpha"], abs=0.02)
    assert (place["start"], place["end"], place["overlap"]) == (0, 12, 0.625)
    assert sorted(place["shares"].values()) == [0.5, 0.75]


def test_disagreements_are_listed_with_who_marked_how_much(duidu: Duidu, group: Path) -> None:
    printed = duidu("agreement", "--disagreements", "--library", group)

    assert printed.out.startswith(f"  62%  {MEASURES}\n       周 75%, 林 50%; {MEASURES} 0:12\n")


def test_without_finished_texts_it_says_what_to_do(duidu: Duidu, library: Path) -> None:
    printed = duidu("agreement", "--library", library)

    assert printed.status == 0
    assert "`duidu finish`" in printed.out


def test_agenda_is_printed_or_written_with_the_least_common_first(
    duidu: Duidu, group: Path, tmp_path: Path
) -> None:
    mark = ("annotate", MEASURES, "--span", "20:30", "--tag", "定义", "--as", "林")
    duidu(*mark, "--library", group)

    printed = duidu("export", "agenda", MEASURES, "--tag", "定义", "--library", group)
    duidu("export", "agenda", "--language", "en", "-o", tmp_path / "a.md", "--library", group)

    items = [line for line in printed.out.splitlines() if line.startswith("- [ ]")]
    assert printed.out.startswith("# 待讨论：定义\n")
    assert [("周 0%" in item, "周 75%" in item) for item in items] == [(True, False), (False, True)]
    assert (tmp_path / "a.md").read_text("utf-8").startswith("# To talk about: Marked at all\n")
