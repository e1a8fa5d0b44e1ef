"""The commands of a blind round, and what the other commands keep to themselves meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.services import libraries
from annotator.storage.library import Library
from tests.cli.conftest import Printed

Duidu = Callable[..., Printed]

MEASURES = "发展新质生产力的若干措施"
NOTES = "读书笔记"


@pytest.fixture
def me(library: Path) -> str:
    with Library.open(library) as opened:
        return libraries.current_member(opened).name


@pytest.fixture
def marked(duidu: Duidu, library: Path, me: str) -> Path:
    """Return the library after two members have marked the measures, with a note each."""
    for name, span in ((me, "0:6"), ("周", "3:12")):
        mark(duidu, library, name, span)
    return library


def mark(duidu: Duidu, library: Path, name: str, span: str) -> Printed:
    given = ("--span", span, "--tag", "定义", "--note", f"{name}的话", "--as", name)
    return duidu("annotate", MEASURES, *given, "--library", library)


def test_opening_tells_who_is_waited_for(duidu: Duidu, marked: Path, me: str) -> None:
    printed = duidu("round", "open", MEASURES, "--library", marked)

    assert printed.status == 0
    assert printed.out == (
        f"{MEASURES}: open; opened by {me}\n    awaited: {', '.join(sorted([me, '周']))}\n"
    )
    status = duidu("round", "status", "--json", "--library", marked).json
    assert [(one["open"], one["finished"], one["ended_by"]) for one in status] == [(True, [], None)]


def test_all_texts_are_meant_where_none_is_named(duidu: Duidu, marked: Path) -> None:
    printed = duidu("round", "open", "--json", "--library", marked)

    assert len(printed.json) == 2
    ended = duidu("round", "end", "--json", "--library", marked).json
    assert {one["open"] for one in ended} == {False}


def test_nothing_tells_of_the_others_while_a_round_is_open(
    duidu: Duidu, marked: Path, me: str
) -> None:
    duidu("round", "open", MEASURES, "--library", marked)
    hidden = f"duidu: {MEASURES} is in a blind round: others' work in it is not shown.\n"

    for command in (
        ("annotations",),
        ("annotations", "--json"),
        ("annotations", "--member", "周"),
        ("search", "话", "--in", "notes"),
        ("search", "新质", "--order", "tag"),
        ("export", "markdown"),
        ("export", "markdown", "--replies"),
        ("export", "text", MEASURES),
        ("export", "agenda", MEASURES),
        ("agreement", MEASURES, "--disagreements"),
        ("to-check",),
        ("conflicts",),
        ("unread",),
    ):
        printed = duidu(*command, "--library", marked)
        assert (printed.status, printed.err) == (0, hidden)
        assert "周的话" not in printed.out
    assert f"{me}的话" in duidu("annotations", "--library", marked).out
    members = duidu("members", "--json", "--library", marked).json
    assert {one["name"]: one["annotations"] for one in members} == {me: 1, "周": 0}


def test_what_is_marked_for_somebody_else_is_told_once(duidu: Duidu, marked: Path) -> None:
    duidu("round", "open", MEASURES, "--library", marked)

    printed = mark(duidu, marked, "周", "12:20")

    assert (printed.status, len(printed.out.split())) == (0, 1)


def test_the_last_to_finish_is_told_that_all_is_shown(duidu: Duidu, marked: Path, me: str) -> None:
    duidu("round", "open", MEASURES, "--library", marked)
    first = duidu("finish", MEASURES, "--as", "周", "--library", marked)
    assert first.err == ""
    assert duidu("agreement", "--json", "--library", marked).json["blind"] == 1

    last = duidu("finish", MEASURES, "--library", marked)

    told = f"duidu: All have finished {MEASURES}: others' work in it is shown from now on.\n"
    assert last.err == told
    printed = duidu("annotations", "--library", marked)
    assert "周的话" in printed.out
    assert printed.err == ""
    assert "over, all had finished" in duidu("round", "status", "--library", marked).out
    assert duidu("agreement", "--json", "--library", marked).json["texts"]


def test_who_ended_a_round_is_told(duidu: Duidu, marked: Path, me: str) -> None:
    duidu("round", "open", MEASURES, "--library", marked)

    printed = duidu("round", "end", MEASURES, "--library", marked)

    assert printed.out.startswith(f"{MEASURES}: ended by {me}; opened by {me}\n")
    assert "周的话" in duidu("annotations", "--library", marked).out


def test_a_round_that_cannot_be_is_refused_in_one_line(duidu: Duidu, marked: Path, me: str) -> None:
    for arguments, words in (
        (("open", MEASURES, "--member", me), "needs two members"),
        (("open", MEASURES, "--member", "吴"), "吴"),
        (("end", NOTES), f"No blind round is open on {NOTES}."),
    ):
        printed = duidu("round", *arguments, "--library", marked)
        assert printed.status == 1
        assert words in printed.err
        assert printed.err.count("\n") == 1
    assert duidu("round", "status", "--library", marked).out == (
        "There was no blind round on these texts.\n"
    )
