"""Apart: an importer at work in a process of its own.

Libraries in C read files that may be hostile: a file that crashes one of them, asks for all the
memory or keeps it busy for ever takes nothing with it but that process.
"""

import multiprocessing
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from time import monotonic
from typing import TypeAlias

from annotator.core.errors import DamagedFileError, TextFileError, TextTooLongError
from annotator.importers.incoming import Extract, IncomingFile

TIME_LIMIT_S = 120.0
MEMORY_LIMIT_MB = 3_000

# Called now and then while a file is read; stops the reading if it raises.
Pulse: TypeAlias = Callable[[], None]
Reader: TypeAlias = Callable[[IncomingFile], Extract]

_PULSE_S = 0.1


@dataclass(frozen=True, slots=True)
class _Bug:
    """An exception that no importer should raise, as its traceback."""

    text: str


_Answer: TypeAlias = Extract | TextFileError | _Bug


def read_apart(reader: Reader, file: IncomingFile, *, pulse: Pulse) -> Extract:
    """Return what a reader, which is sent to the process, takes out of a file.

    Raises a TextFileError, and whatever `pulse` raises.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, reader, file), daemon=True)
    with ours:
        with theirs:
            process.start()
        try:
            answer = _answer(ours, file, pulse)
        finally:
            process.kill()
            process.join()
    if isinstance(answer, TextFileError):
        raise answer
    if isinstance(answer, _Bug):
        raise RuntimeError(answer.text)
    return answer


def _answer(
    connection: Connection, file: IncomingFile, pulse: Pulse
) -> Extract | TextFileError | _Bug:
    end_s = monotonic() + TIME_LIMIT_S
    while not connection.poll(_PULSE_S):
        pulse()
        if monotonic() > end_s:
            return TextTooLongError(path=file.name)
    try:
        answer: _Answer = connection.recv()
    except (EOFError, OSError):
        return DamagedFileError(path=file.name)
    return answer


def _work(connection: Connection, reader: Reader, file: IncomingFile) -> None:
    """Read the file in the other process, and send what comes of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(ImportError):
        _limit_memory()
    try:
        answer: _Answer = reader(file)
    except TextFileError as error:
        answer = error
    except MemoryError:
        answer = TextTooLongError(path=file.name)
    except Exception:
        answer = _Bug(traceback.format_exc())
    connection.send(answer)
    connection.close()


def _limit_memory() -> None:
    """Let a request for more memory fail, where the system can. Raises ImportError on Windows."""
    import resource

    limit = MEMORY_LIMIT_MB * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
