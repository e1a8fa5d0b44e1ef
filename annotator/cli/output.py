"""What commands print: answers on stdout, one line for what went wrong on stderr."""

import io
import json
import os
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

DONE = 0
FAILED = 1

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command prints, and its exit status."""

    text: str
    status: int = DONE


def lines(texts: Iterable[str], *, status: int = DONE) -> Answer:
    return Answer("".join(f"{text}\n" for text in texts), status)


def as_json(value: object, *, status: int = DONE) -> Answer:
    return Answer(json.dumps(value, ensure_ascii=False) + "\n", status)


def use_utf8() -> None:
    """Print UTF-8 whatever the locale says; a file name that is none comes out as it came in."""
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def tell(message: object) -> None:
    """Say one line to the person at the keyboard."""
    print("duidu:", " ".join(str(message).splitlines()), file=sys.stderr)


def write(answer: Answer) -> int:
    """Print the answer and return its status. A reader who has seen enough is no failure."""
    try:
        print(answer.text, end="", flush=True)
    except BrokenPipeError:
        _let_go_of_stdout()
    except OSError as error:
        _let_go_of_stdout()
        tell(f"The output cannot be written: {error.strerror}.")
        return FAILED
    return answer.status


def counted(number: int, noun: str) -> str:
    """Return `1 document`, `2 documents`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def iso_utc(unix_ms: int) -> str:
    """Return a time as ISO 8601, to the millisecond."""
    return (_EPOCH + timedelta(milliseconds=unix_ms)).isoformat(timespec="milliseconds")


def in_line(text: str) -> str:
    """Return a text of several lines as one that can be told from one of a single line."""
    return text.replace("\n", "⏎")


def width(text: str) -> int:
    """Return how many columns of a terminal the text takes: an ideograph takes two."""
    return sum(_columns(character) for character in text)


def right_aligned(text: str, columns: int) -> str:
    return " " * (columns - width(text)) + text


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _let_go_of_stdout() -> None:
    """Send what is still buffered nowhere, or Python complains of it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
