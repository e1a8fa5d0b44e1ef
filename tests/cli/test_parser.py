"""What may be written after `duidu`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import annotator
from annotator.cli.parser import parse

Duidu = Callable[..., Any]

COMMANDS = (
    "demo", "repair", "import", "documents", "text", "sections", "correct", "search", "annotate",
    "annotations", "export", "editions", "link", "to-check", "finish", "agreement", "check",
    "backup",
)  # fmt: skip


def test_the_version_is_told(duidu: Duidu) -> None:
    printed = duidu("--version")

    assert (printed.status, printed.out) == (0, f"duidu {annotator.__version__}\n")


def test_help_names_the_window_and_every_command(duidu: Duidu) -> None:
    printed = duidu("--help")

    assert printed.status == 0
    assert "opens its window" in printed.out
    assert [name for name in COMMANDS if f"\n    {name} " in printed.out] == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_help_and_stands_in_the_readme(duidu: Duidu, command: str) -> None:
    readme = Path(annotator.__file__).parents[1] / "README.md"

    printed = duidu(command, "--help")

    assert printed.status == 0
    assert printed.out.startswith(f"usage: duidu {command} ")
    assert f"`duidu {command}" in readme.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["publish"], "argument COMMAND: invalid choice: 'publish'"),
        (["text"], "the following arguments are required: DOC"),
        (["import"], "the following arguments are required: FILE"),
        (["documents", "two\nlines\udcff"], "unrecognized arguments: two lines"),
        (["demo", "--library", "a.duidu"], "demo shows the sample texts in a library of its own"),
        (["--library"], "argument --library: expected one argument"),
        (["documents", "--js"], "unrecognized arguments: --js"),
        (["search", "\udcff"], "argument QUERY: these bytes are not UTF-8"),
    ],
)
def test_a_wrong_usage_is_told_in_one_line(
    duidu: Duidu, arguments: list[str], message: str
) -> None:
    printed = duidu(*arguments)

    assert (printed.status, printed.out) == (1, "")
    assert printed.err.startswith("duidu: " + message)
    assert "--help` says more" in printed.err
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "command", "library"),
    [
        ([], None, None),
        (["--library", "a.duidu"], None, Path("a.duidu")),
        (["--library=a.duidu"], None, Path("a.duidu")),
        (["demo"], "demo", None),
        (["--library", "a.duidu", "check"], "check", Path("a.duidu")),
        (["check", "--library", "a.duidu"], "check", Path("a.duidu")),
        (["--library", "a.duidu", "check", "--library", "b.duidu"], "check", Path("b.duidu")),
    ],
)
def test_command_and_library_are_recognised(
    arguments: list[str], command: str | None, library: Path | None
) -> None:
    parsed = parse(arguments)

    assert (parsed.command, parsed.library) == (command, library)
