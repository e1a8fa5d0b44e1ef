"""README.md names every command, in both languages, and nothing that is not there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from annotator import cli
from annotator.importers import formats

ROOT = Path(__file__).resolve().parents[1]
ENGLISH, CHINESE = (ROOT / "README.md").read_text("utf-8").split("\n# 中文说明\n")


def commands(capsys: pytest.CaptureFixture[str]) -> set[str]:
    with pytest.raises(SystemExit):
        cli.parse(["--help"])
    return set(re.findall(r"^ {4}([a-z-]+) ", capsys.readouterr().out, re.MULTILINE))


@pytest.mark.parametrize("language", [ENGLISH, CHINESE], ids=["English", "Chinese"])
def test_readme_lists_the_commands_that_there_are(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = set(re.findall(r"^\| `duidu ([a-z-]+)", language, re.MULTILINE))

    assert listed == commands(capsys)


@pytest.mark.skipif(sys.platform == "win32", reason="run is a POSIX shell script")
def test_every_word_after_run_is_known_to_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    done = subprocess.run([ROOT / "run", "help"], capture_output=True, text=True, check=True)
    known = set(re.findall(r"^\./run ([a-z]+)", done.stdout, re.MULTILINE))

    used = set(re.findall(r"\./run ([a-z]+)", ENGLISH + CHINESE))

    assert used
    assert used <= known | commands(capsys)


@pytest.mark.parametrize("language", [ENGLISH, CHINESE], ids=["English", "Chinese"])
def test_readme_lists_every_kind_of_file(language: str) -> None:
    rows = [row for row in language.splitlines() if re.match(r"\| [^|]+ \| \.", row)]

    listed = set(re.findall(r"\.[a-z]+", " ".join(row.split("|")[2] for row in rows)))

    assert set(formats.SUFFIXES) <= listed


def test_both_languages_have_the_same_sections_and_keys() -> None:
    for mark in (r"^## ", r"^\| ", r"^```"):
        assert len(re.findall(mark, ENGLISH, re.MULTILINE)) == len(
            re.findall(mark, CHINESE, re.MULTILINE)
        )


def test_every_file_that_readme_names_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", ENGLISH + CHINESE)

    assert [link for link in links if not (ROOT / link).exists()] == []


GROUPS = {
    "English": (ENGLISH, "## Reading together", "essay.txt", "They say that quality comes first."),
    "Chinese": (CHINESE, "## 小组共读", "短文.txt", "新质生产力，关键在质优，本质是先进生产力。"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="the lines are for a POSIX shell")
@pytest.mark.parametrize(("text", "section", "name", "content"), GROUPS.values(), ids=GROUPS.keys())
def test_group_begins_with_the_lines_of_readme(
    text: str, section: str, name: str, content: str, tmp_path: Path
) -> None:
    (block,) = re.findall(
        r"```sh\n(.*?)```", text.partition(section)[2].partition("\n## ")[0], re.S
    )
    folder = re.search(r"~/(\S+)", block)
    assert folder is not None
    (tmp_path / folder[1]).mkdir()
    (tmp_path / name).write_text(content, encoding="utf-8")
    people: list[str] = []
    printed = ""
    for line in block.splitlines():
        if line.startswith("# "):
            people.append("小林" if "Lin" in line or "小林" in line else "小周")
        else:
            printed = run_as(people[-1], line, tmp_path)

    assert len(block.splitlines()) <= 10
    assert people == ["小林", "小周", "小林"]
    assert "小周" in printed


def run_as(person: str, line: str, home: Path) -> str:
    """Run a line as a person with a library of their own; return what it prints."""
    duidu = f'duidu() {{ "{sys.executable}" -m annotator "$@"; }}'
    done = subprocess.run(
        ["sh", "-c", f"{duidu}\n{line}"],
        cwd=home,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={
            **os.environ,
            "HOME": str(home),
            "DUIDU_HOME": str(home / person),
            "LOGNAME": person,
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
        },
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
