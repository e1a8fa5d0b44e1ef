"""Opening the library that a command works on."""

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.cli.output import tell
from annotator.core.errors import LibraryError
from annotator.services import libraries, rounds
from annotator.storage import document_table
from annotator.storage.library import Library


@contextmanager
def to_read(arguments: Namespace) -> Iterator[Library]:
    """Open the library that `--library` names, else the reader's own."""
    with _opened(arguments) as library:
        yield library


@contextmanager
def to_show(arguments: Namespace) -> Iterator[Library]:
    """Open the same library, and say in which texts a blind round hides the others' work."""
    with to_read(arguments) as library:
        for text in rounds.blind_texts(library).values():
            tell(f"{text.document.title} is in a blind round: others' work in it is not shown.")
        yield library


@contextmanager
def to_write(arguments: Namespace) -> Iterator[Library]:
    """Open the same library after the backup of the day. Without a backup, work goes on.

    A blind round that all have finished when the work is done is over.
    """
    with _opened(arguments) as library:
        try:
            libraries.back_up_daily(library.path)
        except LibraryError as error:
            tell(f"Today's backup could not be made. {error}")
        yield library
        for document in rounds.record_finished(library):
            tell(f"All have finished {document.title}: others' work in it is shown from now on.")


@contextmanager
def to_fill(arguments: Namespace) -> Iterator[Library]:
    """Open the library to write, or make the one that `--library` names if anything comes in."""
    if arguments.library and not os.path.lexists(arguments.library):
        with libraries.create(arguments.library) as library:
            yield library
            is_empty = not document_table.all_documents(library)
        if is_empty:
            library.path.unlink()
    else:
        with to_write(arguments) as library:
            yield library


def _opened(arguments: Namespace) -> Library:
    if arguments.library:
        return Library.open(arguments.library)
    return libraries.open_personal()
