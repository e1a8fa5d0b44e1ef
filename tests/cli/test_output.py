"""How answers are printed."""

import errno
from argparse import Namespace
from collections.abc import Callable

import pytest

from annotator import cli
from annotator.cli import output
from annotator.cli.output import Answer


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("对读", 4), ("ｱ", 1), ("Ａ", 2), ("é", 1), ("e\u0301", 1), ("𠮷😀", 4)],
)
def test_width_counts_the_columns_of_a_terminal(text: str, columns: int) -> None:
    assert output.width(text) == columns


def test_text_is_aligned_by_its_width() -> None:
    assert output.right_aligned("对读", 6) == "  对读"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 hits"), (1, "1 hit"), (2, "2 hits"), (71891, "71,891 hits")]
)
def test_numbers_agree_with_their_nouns(number: int, words: str) -> None:
    assert output.counted(number, "hit") == words


def test_times_are_told_in_utc_to_the_millisecond() -> None:
    assert output.iso_utc(1_700_000_000_007) == "2023-11-14T22:13:20.007+00:00"


def test_a_message_of_several_lines_is_told_in_one(capsys: pytest.CaptureFixture[str]) -> None:
    output.tell("one\ntwo\r\nthree")

    assert capsys.readouterr().err == "duidu: one two three\n"


def test_json_keeps_chinese_readable() -> None:
    assert output.as_json({"title": "对读"}) == Answer('{"title": "对读"}\n')


def test_an_interrupted_command_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    def answer(_: Namespace) -> Answer:
        raise KeyboardInterrupt

    status = cli.run(Namespace(answer=answer))

    assert status == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 0, ""),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            1,
            "duidu: The output cannot be written: No space left on device.\n",
        ),
    ],
)
def test_an_output_that_takes_no_more(
    error: OSError,
    status: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stdout.write", _raising(error))
    monkeypatch.setattr(output, "_let_go_of_stdout", lambda: None)

    assert output.write(Answer("text")) == status
    assert capfd.readouterr().err == told


def _raising(error: OSError) -> Callable[[str], int]:
    def write(_: str) -> int:
        raise error

    return write
