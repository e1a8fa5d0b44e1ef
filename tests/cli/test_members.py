"""The command `members`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.services import libraries
from annotator.storage.library import Library
from tests.cli.conftest import Printed

Duidu = Callable[..., Printed]

MEASURES = "发展新质生产力的若干措施"


def annotate(duidu: Duidu, library: Path, *more: str) -> None:
    done = duidu("annotate", MEASURES, "--span", "0:6", *more, "--library", library)
    assert done.status == 0


def test_members_are_listed_with_what_they_annotated(duidu: Duidu, library: Path) -> None:
    with Library.open(library) as opened:
        me = libraries.current_member(opened)
    annotate(duidu, library, "--as", "𠮷野")
    annotate(duidu, library, "--as", "𠮷野")

    listed = duidu("members", "--library", library)
    printed = duidu("members", "--json", "--library", library)

    assert sorted(listed.out.splitlines()) == sorted(
        [f"* {me.name}  0 annotations", "  𠮷野  2 annotations"]
    )
    other = next(one for one in printed.json if one["name"] == "𠮷野")
    assert {**other, "id": "", "colour": ""} == {
        "id": "",
        "name": "𠮷野",
        "colour": "",
        "annotations": 2,
        "annotates_here": False,
    }


def test_member_who_is_added_and_used_annotates_from_then_on(duidu: Duidu, library: Path) -> None:
    printed = duidu("members", "--add", " 周  敏 ", "--use", "周 敏", "--library", library)

    annotate(duidu, library)

    assert "* 周 敏  0 annotations" in printed.out.splitlines()
    assert "* 周 敏  1 annotation" in duidu("members", "--library", library).out.splitlines()


def test_renaming_keeps_annotations_and_identity(duidu: Duidu, library: Path) -> None:
    annotate(duidu, library, "--as", "周")
    before = duidu("members", "--json", "--library", library).json

    printed = duidu("members", "--rename", "周", "周敏😀", "--json", "--library", library)

    (old,) = (one for one in before if one["name"] == "周")
    (new,) = (one for one in printed.json if one["name"] == "周敏😀")
    assert new == {**old, "name": "周敏😀"}
    assert "周敏😀" in duidu("annotations", "--library", library).out


@pytest.mark.parametrize(
    "wish",
    [
        ("--add", "周"),
        ("--add", "  "),
        ("--add", "长" * 201),
        ("--rename", "周", "ＬＩＮ"),
        ("--rename", "吴", "郑"),
        ("--add", "吴", "--use", "郑"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line_and_nothing_changes(
    duidu: Duidu, library: Path, wish: tuple[str, ...]
) -> None:
    duidu("members", "--add", "周", "--library", library)
    duidu("members", "--add", "lin", "--library", library)
    before = duidu("members", "--library", library).out

    printed = duidu("members", *wish, "--library", library)

    assert printed.status == 1
    assert len(printed.err.splitlines()) == 1
    assert duidu("members", "--library", library).out == before
