"""Bringing texts in: file → source text → document with its reading text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from annotator.core.clock import now_ms
from annotator.core.corrections import NO_CORRECTIONS, Corrections
from annotator.core.document import About, Document, DocumentKind
from annotator.core.errors import FileChangedError, TextFileError
from annotator.core.identity import source_hash
from annotator.core.printable import printable
from annotator.importers import formats
from annotator.importers.apart import Pulse
from annotator.importers.incoming import Extract, IncomingFile, open_file
from annotator.services import previewing, reading
from annotator.services.previewing import Preview
from annotator.storage import document_table
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library


@dataclass(frozen=True, slots=True)
class Import:
    """What became of a file; `already_there` if the library held the same text before."""

    document: Document
    already_there: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text that the reader wants in the library, with what was decided over its preview.

    An empty `title` is the text's own. Corrections count for the text whose document id is
    `seen_id`; one that has become another since fails. `preview` saves reading it once more.
    """

    source: Path | IncomingFile
    encoding: str | None = None
    corrections: Corrections = NO_CORRECTIONS
    title: str = ""
    seen_id: str = ""
    preview: Preview | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What became of each of several texts, in their order."""

    results: tuple[Import | TextFileError, ...]

    @property
    def imports(self) -> list[Import]:
        return [result for result in self.results if isinstance(result, Import)]


def import_file(
    library: Library,
    path: Path,
    *,
    encoding: str | None = None,
    corrections: Corrections = NO_CORRECTIONS,
) -> Import:
    """Import a file. Raises a TextFileError and then leaves the library as it was."""
    file = open_file(path)
    found = formats.extract(file, encoding=encoding)
    return import_extract(library, file, found, corrections=corrections)


def import_all(
    library_path: Path, wanted: Sequence[Wanted], report: Callable[[int, int, str], None]
) -> ImportOutcome:
    """Import several texts; before each, and while it is read, `report` is told how many are.

    Each succeeds or fails by itself. All are read before the first is written, so that of an import
    that `report` breaks off nothing stays. Raises a LibraryError, and then writes nothing either.
    """
    read: list[Preview | TextFileError] = []
    for number, one in enumerate(wanted):
        pulse = partial(report, number, len(wanted), printable(one.source.name))
        pulse()
        try:
            read.append(_read(one, pulse))
        except TextFileError as error:
            read.append(error)
    report(len(wanted), len(wanted), "")
    with Library.open(library_path) as library, library.transaction():
        return ImportOutcome(
            tuple(
                import_preview(library, each) if isinstance(each, Preview) else each
                for each in read
            )
        )


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
    if document := document_table.find(library, source_hash(found.text)):
        return Import(document, already_there=True)
    return import_preview(library, previewing.of_extract(file, found, corrections=corrections))


def import_preview(library: Library, seen: Preview) -> Import:
    """Import a text as its preview shows it."""
    document_id = seen.document_id
    if document := document_table.find(library, document_id):
        return Import(document, already_there=True)
    with library.transaction():
        is_new = not document_table.is_known(library, document_id)
        if is_new:
            source = Source(seen.extract.text, seen.extract.structure)
            document_table.insert(library, _document(seen), source, _origin(seen))
        else:
            document_table.set_deleted(library, document_id, deleted=False)
        if seen.corrections != NO_CORRECTIONS:
            document_table.set_corrections(library, document_id, seen.corrections)
        if is_new or seen.corrections != NO_CORRECTIONS:
            reading.remember(library, document_id, seen.reading_text)
    return Import(_found(library, document_id), already_there=False)


def _read(wanted: Wanted, pulse: Pulse) -> Preview:
    """Return a text as it shall come in. Raises a TextFileError."""
    seen = wanted.preview or previewing.preview(
        wanted.source, encoding=wanted.encoding, pulse=pulse
    )
    if wanted.corrections != NO_CORRECTIONS and seen.document_id != wanted.seen_id:
        raise FileChangedError(path=seen.file.name)
    return previewing.with_title(seen.corrected(wanted.corrections, pulse), wanted.title)


def _document(seen: Preview) -> Document:
    return Document(
        id=seen.document_id,
        about=replace(seen.extract.about, title=seen.title),
        characters=len(seen.extract.text),
        file_name=seen.file.name,
        imported_ms=now_ms(),
    )


def _origin(seen: Preview) -> Origin:
    file, found = seen.file, seen.extract
    return Origin(file.name, file.file_hash, found.encoding, found.file_format, file.modified_ms)


def _found(library: Library, document_id: str) -> Document:
    document = document_table.find(library, document_id)
    assert document is not None
    return document
