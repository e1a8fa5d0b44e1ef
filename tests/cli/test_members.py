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


def test_colour_is_given_to_a_member_who_stays_the_same(duidu: Duidu, library: Path) -> None:
    added = duidu("members", "--add", "𠮷野", "--json", "--library", library).json
    (before,) = (one for one in added if one["name"] == "𠮷野")

    printed = duidu("members", "--colour", "𠮷野", "#1A2b3C", "--json", "--library", library)

    (now,) = (one for one in printed.json if one["name"] == "𠮷野")
    assert now == {**before, "colour": "#1a2b3c"}


def test_member_who_is_added_can_be_given_a_colour_at_once(duidu: Duidu, library: Path) -> None:
    wish = ("--add", "吴", "--colour", "吴", "#ff0000")

    printed = duidu("members", *wish, "--json", "--library", library)

    assert [one["colour"] for one in printed.json if one["name"] == "吴"] == ["#ff0000"]


def test_what_is_no_colour_is_told_with_an_example_of_one(duidu: Duidu, library: Path) -> None:
    duidu("members", "--add", "周", "--library", library)

    printed = duidu("members", "--colour", "周", "红色", "--library", library)

    assert printed.err.endswith(
        "“红色” is no colour. Write it like #4f7cac, as red, green and blue.\n"
    )


@pytest.mark.parametrize(
    "wish",
    [
        ("--add", "周"),
        ("--add", "  "),
        ("--add", "长" * 201),
        ("--rename", "周", "ＬＩＮ"),
        ("--rename", "吴", "郑"),
        ("--add", "吴", "--use", "郑"),
        ("--colour", "郑", "#ff0000"),
        *(("--colour", "周", colour) for colour in ("red", "#12345", "#12345g", "＃123456", "")),
        ("--add", "吴", "--colour", "周", "#ff00001"),
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
