"""The house keeps its shape: which way imports go, what must not be used, how large files are."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "annotator").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

# For each contract of pyproject.toml, an import that breaks this one and no other.
FORBIDDEN_IMPORTS = {
    "Imports go one way": ("core/span.py", "import annotator.text"),
    "Only qt and the composition root know Qt": ("core/clock.py", "import PySide6.QtCore"),
    "Only storage knows SQL": ("services/__init__.py", "import sqlite3"),
    "Widgets know the library by its session alone": (
        "qt/panels/__init__.py",
        "import annotator.storage.library",
    ),
    "Only text.words knows jieba": ("exporters/__init__.py", "import jieba"),
}
PLACES = {
    "module": "\n{statement}\n",
    "function": "\n\ndef planted() -> None:\n    {statement}\n",
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-logo", "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Copy the package and its contracts, to be broken."""
    copy = tmp_path / "tree"
    shutil.copytree(
        ROOT / "annotator", copy / "annotator", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def test_imports_go_one_way() -> None:
    result = lint_imports(ROOT)

    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("place", PLACES)
def test_every_contract_notices_a_forbidden_import(place: str, tree: Path) -> None:
    for file, statement in FORBIDDEN_IMPORTS.values():
        with (tree / "annotator" / file).open("a", encoding="utf-8") as source:
            source.write(PLACES[place].format(statement=statement))

    result = lint_imports(tree)

    verdicts = dict(re.findall(r"^(.+?) (KEPT|BROKEN)", result.stdout, re.MULTILINE))
    assert verdicts == dict.fromkeys(FORBIDDEN_IMPORTS, "BROKEN"), result.stdout + result.stderr
    assert result.returncode != 0


def test_command_line_does_without_qt() -> None:
    code = "import annotator.cli, sys; sys.exit('PySide6' in sys.modules)"

    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=60, check=False)

    assert result.returncode == 0


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name)
def test_tests_do_not_sleep(path: Path) -> None:
    assert not re.search(r"qtbot\.wait\(|time\.sleep", path.read_text("utf-8"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_source_stays_in_its_budget(path: Path) -> None:
    source = path.read_text("utf-8")

    assert source.count("\n") <= 400
    assert list(over_budget(ast.parse(source))) == []


def over_budget(tree: ast.Module) -> Iterator[str]:
    """Yield each class over 250 lines, and each function over 40 or with over 5 parameters."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if isinstance(node, ast.ClassDef):
            if lines > 250:
                yield f"class {node.name} has {lines} lines"
            continue
        arguments = [argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)]
        parameters = [name for name in arguments if name not in {"self", "cls"}]
        if lines > 40:
            yield f"{node.name} has {lines} lines"
        if len(parameters) > 5:
            yield f"{node.name} has {len(parameters)} parameters"
