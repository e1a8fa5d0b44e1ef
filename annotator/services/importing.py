"""Bringing texts in: file → source text → document with its reading text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from annotator.core.clock import now_ms
from annotator.core.corrections import NO_CORRECTIONS, Corrections
from annotator.core.document import About, Document, DocumentKind
from annotator.core.errors import EmptyFileError, TextFileError
from annotator.core.identity import source_hash
from annotator.core.reading_text import ParagraphKind, ReadingText
from annotator.importers import formats
from annotator.importers.apart import Pulse
from annotator.importers.incoming import Extract, IncomingFile, open_file
from annotator.services import reading
from annotator.storage import document_table
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library
from annotator.text import repair

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
    """Return what an import would make of a file. Raises a TextFileError."""
    found = formats.extract(open_file(path), encoding=encoding)
    return repair.repair(found.text, structure=found.structure)


def import_file(
    library: Library, path: Path, *, encoding: str | None = None, pulse: Pulse = lambda: None
) -> Import:
    """Import a file. Raises a TextFileError, or what `pulse` raises; the library is as it was then.

    `pulse` is called now and then while the file is read.
    """
    file = open_file(path)
    return import_extract(library, file, formats.extract(file, encoding=encoding, pulse=pulse))


def import_files(
    library_path: Path,
    paths: Sequence[Path],
    report: Callable[[int, int, str], None],
    *,
    encoding: str | None = None,
) -> ImportOutcome:
    """Import several files, each by itself; now and then `report` is told how many are done.

    Raises a LibraryError where the library itself lets the reader down.
    """
    imports: list[Import] = []
    failures: list[Failure] = []
    with Library.open(library_path) as library:
        for number, path in enumerate(paths):
            pulse = partial(report, number, len(paths), path.name)
            pulse()
            try:
                imports.append(import_file(library, path, encoding=encoding, pulse=pulse))
            except TextFileError as error:
                failures.append(Failure(path, error))
    return ImportOutcome(tuple(imports), tuple(failures))


def import_sample(library: Library, path: Path, about: Mapping[str, str]) -> Import:
    """Import a text whose origin is known: `title`, `publisher`, `date`, `kind`."""
    known = About(about["title"], about["publisher"], about["date"], DocumentKind(about["kind"]))
    file = open_file(path)
    return import_extract(library, file, replace(formats.extract(file), about=known))


def import_extract(
    library: Library,
    file: IncomingFile,
    found: Extract,
    *,
    corrections: Corrections = NO_CORRECTIONS,
) -> Import:
    """Import what was taken out of a file. Raises EmptyFileError if nothing of it is shown."""
    document_id = source_hash(found.text)
    if document := document_table.find(library, document_id):
        return Import(document, already_there=True)
    reading_text = repair.repair(found.text, structure=found.structure, corrections=corrections)
    if not reading_text.text:
        raise EmptyFileError(path=file.name)
    with library.transaction():
        is_new = not document_table.is_known(library, document_id)
        if is_new:
            document = _document(document_id, file, found, reading_text=reading_text)
            source = Source(found.text, found.structure)
            document_table.insert(library, document, source, _origin(file, found))
        else:
            document_table.set_deleted(library, document_id, deleted=False)
        if corrections != NO_CORRECTIONS:
            document_table.set_corrections(library, document_id, corrections)
        if is_new or corrections != NO_CORRECTIONS:
            reading.remember(library, document_id, reading_text)
    return Import(_found(library, document_id), already_there=False)


def _document(
    document_id: str, file: IncomingFile, found: Extract, *, reading_text: ReadingText
) -> Document:
    title = found.about.title or _title(reading_text, file.name)
    return Document(
        id=document_id,
        about=replace(found.about, title=title),
        characters=len(found.text),
        file_name=file.name,
        imported_ms=now_ms(),
    )


def _origin(file: IncomingFile, found: Extract) -> Origin:
    return Origin(file.name, file.file_hash, found.encoding, found.file_format, file.modified_ms)


def _found(library: Library, document_id: str) -> Document:
    document = document_table.find(library, document_id)
    assert document is not None
    return document


def _title(reading_text: ReadingText, file_name: str) -> str:
    """Take the text's own title if it has one, else the name of the file."""
    first = reading_text.paragraphs[0]
    title = reading_text.text[first.start : first.end]
    is_title = first.kind in (ParagraphKind.TITLE, ParagraphKind.HEADING)
    return title if is_title and len(title) <= _TITLE_LENGTH else Path(file_name).stem
