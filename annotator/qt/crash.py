"""Crash hook: a bug is told to the reader, with what a bug report needs; what was done is saved."""

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from annotator import __version__, places
from annotator.qt import prompts

_LOG = "crash.log"


def install() -> None:
    """From now on, write what no part of the program caught to a log, and tell the reader."""
    sys.excepthook = _on_exception


def log_file() -> Path:
    return places.user_data_folder() / _LOG


def _on_exception(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QCoreApplication.exit(130)
        return
    report = "".join(traceback.format_exception(kind, error, trace))
    sys.stderr.write(report)
    _write(report)
    sentence = QCoreApplication.translate(
        "crash",
        "Something in Duidu went wrong. All that you did before is saved. "
        "If it happens again, please report it with the file {path}.",
    )
    prompts.warn(None, sentence.format(path=log_file()))


def _write(report: str) -> None:
    versions = f"Duidu {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        with log_file().open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC · {versions}\n{report}\n")
    except OSError as error:
        sys.stderr.write(f"{log_file()}: {error}\n")
