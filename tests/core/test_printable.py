"""Names from outside stand within a sentence, on one line, in its direction."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import FileMissingError
from annotator.core.printable import printable


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("报告 2024.txt", "报告 2024.txt"),
        ("𠮷野家😀.txt", "𠮷野家😀.txt"),
        ("一\n二\x00三\x1b[31m.txt", "一�二�三�[31m.txt"),
        ("gnp.\u202etxt.exe", "gnp.�txt.exe"),
        ("报告\udcff.txt", "报告�.txt"),
        ("", ""),
    ],
)
def test_what_breaks_or_turns_a_line_is_replaced(name: str, shown: str) -> None:
    assert printable(name) == shown


@given(st.text())
def test_printable_text_is_one_line_that_can_be_stored(text: str) -> None:
    shown = printable(text)

    assert len(shown) == len(text)
    assert len(shown.splitlines()) <= 1
    assert shown.encode().decode() == shown
    assert printable(shown) == shown


def test_error_shows_a_hostile_name_on_one_line() -> None:
    said = str(FileMissingError(path=Path("报告\n\x1b[2J\u202e.txt")))

    assert said == "There is no file 报告��[2J�.txt. Check the name."


def test_error_keeps_its_sentence_on_the_way_between_processes() -> None:
    error = FileMissingError(path=Path("报告.txt"))

    back = pickle.loads(pickle.dumps(error))

    assert (type(back), str(back)) == (FileMissingError, str(error))
