"""Bringing texts in: file → source text → document with its reading text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.core.clock import now_ms
from annotator.core.document import About, Document, DocumentKind
from annotator.core.errors import EmptyFileError, TextFileError
from annotator.core.identity import source_hash
from annotator.core.reading_text import ParagraphKind, ReadingText
from annotator.importers import txt
from annotator.services import reading
from annotator.storage import document_table
from annotator.storage.document_table import Origin
from annotator.storage.library import Library

_TITLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Import:
    """What became of a file; `already_there` if the library held the same text before."""

    document: Document
    already_there: bool


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that did not come in, and why."""

    path: Path
    error: TextFileError


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What became of several files."""

    imports: tuple[Import, ...]
    failures: tuple[Failure, ...]


def preview(path: Path, *, encoding: str | None = None) -> ReadingText:
    """Return what an import would make of a text file. Raises a TextFileError."""
    return reading.repaired(txt.read(path, encoding=encoding).text)


def import_file(library: Library, path: Path, *, encoding: str | None = None) -> Import:
    """Import a text file. Raises a TextFileError and then leaves the library as it was."""
    text_file = txt.read(path, encoding=encoding)
    return _import(library, _file_name(path), text_file, None)


def import_files(
    library_path: Path,
    paths: Sequence[Path],
    report: Callable[[int, int, str], None],
    *,
    encoding: str | None = None,
) -> ImportOutcome:
    """Import several files, each by itself; before each `report` is told how many are done.

    Raises a LibraryError where the library itself lets the reader down.
    """
    imports: list[Import] = []
    failures: list[Failure] = []
    with Library.open(library_path) as library:
        for number, path in enumerate(paths):
            report(number, len(paths), path.name)
            try:
                imports.append(import_file(library, path, encoding=encoding))
            except TextFileError as error:
                failures.append(Failure(path, error))
    return ImportOutcome(tuple(imports), tuple(failures))


def import_sample(library: Library, path: Path, about: Mapping[str, str]) -> Import:
    """Import a text whose origin is known: `title`, `publisher`, `date`, `kind`."""
    known = About(about["title"], about["publisher"], about["date"], DocumentKind(about["kind"]))
    return _import(library, _file_name(path), txt.read(path), known)


def _import(
    library: Library, file_name: str, text_file: txt.TextFile, about: About | None
) -> Import:
    document_id = source_hash(text_file.text)
    if document := document_table.find(library, document_id):
        return Import(document, already_there=True)
    reading_text = reading.repaired(text_file.text)
    if not reading_text.text:
        raise EmptyFileError(path=file_name)
    with library.transaction():
        if document_table.is_known(library, document_id):
            document_table.set_deleted(library, document_id, deleted=False)
        else:
            document = Document(
                id=document_id,
                about=about or About(_title(reading_text, file_name)),
                characters=len(text_file.text),
                file_name=file_name,
                imported_ms=now_ms(),
            )
            origin = Origin(file_name, text_file.file_hash, text_file.encoding)
            document_table.insert(library, document, text_file.text, origin)
        reading.remember(library, document_id, reading_text)
    return Import(_found(library, document_id), already_there=False)


def _found(library: Library, document_id: str) -> Document:
    document = document_table.find(library, document_id)
    assert document is not None
    return document


def _file_name(path: Path) -> str:
    """Return the name as text; bytes of it that are no text become question marks."""
    return path.name.encode(errors="replace").decode()


def _title(reading_text: ReadingText, file_name: str) -> str:
    """Take the text's own title if it has one, else the name of the file."""
    first = reading_text.paragraphs[0]
    title = reading_text.text[first.start : first.end]
    is_title = first.kind in (ParagraphKind.TITLE, ParagraphKind.HEADING)
    return title if is_title and len(title) <= _TITLE_LENGTH else Path(file_name).stem
