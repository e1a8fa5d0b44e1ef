"""Documents and their source texts."""

import json
import zlib
from dataclasses import dataclass

from annotator.core.changes import Changes
from annotator.core.corrections import Corrections, Rule
from annotator.core.document import About, Document, DocumentKind
from annotator.core.errors import DamagedLibraryError, DocumentGoneError
from annotator.core.page import Page, page_labelled
from annotator.core.reading_text import ParagraphKind
from annotator.core.structure import Structure, ToldParagraph
from annotator.storage.file_checks import backup_folder
from annotator.storage.library import Library

_RULES = {rule.value: rule for rule in Rule}
_KINDS = {kind.value: kind for kind in DocumentKind}
_COLUMNS = "id, title, publisher, date, kind, characters, file_name, imported_ms, predecessor_id"


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that a source text came from.

    Its name, the SHA-256 of its bytes, the encoding it was read in ("" where the format has none),
    its format, and when it was last changed (0 if that is not known).
    """

    file_name: str
    file_hash: str
    encoding: str = ""
    file_format: str = "txt"
    modified_ms: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A source text, and what its file tells of the paragraphs; None for plain text."""

    text: str
    structure: Structure | None = None


def insert(library: Library, document: Document, source: Source, origin: Origin) -> Changes:
    """Add a document with its source text."""
    about = document.about
    with library.transaction() as write:
        write.db.execute(
            """
            INSERT INTO document (id, source, structure, characters, file_name, file_hash,
                encoding, file_format, file_modified_ms, imported_ms, title, publisher, date, kind,
                about_stamp, seq)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                document.id,
                zlib.compress(source.text.encode()),
                _structure_json(source.structure),
                document.characters,
                origin.file_name,
                origin.file_hash,
                origin.encoding,
                origin.file_format,
                origin.modified_ms,
                document.imported_ms,
                about.title,
                about.publisher,
                about.date,
                about.kind,
                write.stamp,
                write.seq,
            ),
        )
    return Changes(documents=frozenset([document.id]))


def all_documents(library: Library) -> list[Document]:
    """Return the documents that are not deleted, in the order of their import."""
    rows = library.rows(f"SELECT {_COLUMNS} FROM present_document ORDER BY imported_ms, id")
    return [_document(row) for row in rows]


def find(library: Library, document_id: str) -> Document | None:
    """Return a document that is not deleted."""
    rows = library.rows(f"SELECT {_COLUMNS} FROM present_document WHERE id = ?", (document_id,))
    return _document(rows[0]) if rows else None


def is_known(library: Library, document_id: str) -> bool:
    """Whether the library holds this source text, deleted or not."""
    return bool(library.rows("SELECT 1 FROM document WHERE id = ?", (document_id,)))


def source_text(library: Library, document_id: str) -> str:
    """Return the source text. Raises DocumentGoneError or DamagedLibraryError."""
    rows = library.rows("SELECT source FROM document WHERE id = ?", (document_id,))
    if not rows:
        raise DocumentGoneError
    try:
        return zlib.decompress(rows[0][0]).decode()
    except zlib.error as error:
        raise DamagedLibraryError(path=library.path, backups=backup_folder(library.path)) from error


def origin(library: Library, document_id: str) -> Origin:
    """Return the file that a document came from. Raises DocumentGoneError."""
    rows = library.rows(
        """
        SELECT file_name, file_hash, encoding, file_format, file_modified_ms
        FROM document WHERE id = ?
        """,
        (document_id,),
    )
    if not rows:
        raise DocumentGoneError
    return Origin(*rows[0])


def made_of(library: Library, file_hash: str) -> list[str]:
    """Return the ids of the documents that came out of this very file and are not deleted."""
    rows = library.rows("SELECT id FROM present_document WHERE file_hash = ?", (file_hash,))
    return [document_id for (document_id,) in rows]


def structure(library: Library, document_id: str) -> Structure | None:
    """Return what the file told of its paragraphs. Raises DocumentGoneError."""
    rows = library.rows("SELECT structure FROM document WHERE id = ?", (document_id,))
    if not rows:
        raise DocumentGoneError
    fields = json.loads(rows[0][0])
    if fields is None:
        return None
    is_typeset = isinstance(fields, dict)
    told = fields["typeset"] if is_typeset else fields
    return Structure(
        tuple(ToldParagraph(start, ParagraphKind(kind), level) for start, kind, level in told),
        is_typeset,
        _pages(fields.get("pages")) if is_typeset else (),
    )


def corrections(library: Library, document_id: str) -> Corrections:
    """Return what readers corrected. Raises DocumentGoneError."""
    rows = library.rows("SELECT corrections FROM document WHERE id = ?", (document_id,))
    if not rows:
        raise DocumentGoneError
    told = json.loads(rows[0][0]) or {}
    return Corrections(
        frozenset(_RULES[name] for name in told.get("off", ()) if name in _RULES),
        frozenset(told.get("breaks", ())),
        frozenset(told.get("joins", ())),
    )


def set_corrections(library: Library, document_id: str, corrections: Corrections) -> Changes:
    told = {
        "off": sorted(corrections.off),
        "breaks": sorted(corrections.breaks),
        "joins": sorted(corrections.joins),
    }
    with library.transaction() as write:
        write.db.execute(
            "UPDATE document SET corrections = ?, corrections_stamp = ?, seq = ? WHERE id = ?",
            (json.dumps(told), write.stamp, write.seq, document_id),
        )
    ids = frozenset([document_id])
    return Changes(documents=ids, annotated=ids, repaired=ids)


def set_predecessor(library: Library, document_id: str, predecessor_id: str) -> Changes:
    """Say which document this one is a newer edition of; "" for none."""
    with library.transaction() as write:
        write.db.execute(
            "UPDATE document SET predecessor_id = ?, edition_stamp = ?, seq = ? WHERE id = ?",
            (predecessor_id, write.stamp, write.seq, document_id),
        )
    return Changes(documents=frozenset([document_id]))


def modified_ms(library: Library, document_id: str) -> int:
    """Return when the file was last changed, 0 where that is not known."""
    rows = library.rows("SELECT file_modified_ms FROM document WHERE id = ?", (document_id,))
    return int(rows[0][0]) if rows else 0


def set_about(library: Library, document_id: str, about: About) -> Changes:
    with library.transaction() as write:
        write.db.execute(
            "UPDATE document SET title = ?, publisher = ?, date = ?, kind = ?, about_stamp = ?,"
            " seq = ? WHERE id = ?",
            (
                about.title,
                about.publisher,
                about.date,
                about.kind,
                write.stamp,
                write.seq,
                document_id,
            ),
        )
    return Changes(documents=frozenset([document_id]))


def set_deleted(library: Library, document_id: str, *, deleted: bool) -> Changes:
    """Take a document out of the library or bring it back; its annotations stay with it."""
    with library.transaction() as write:
        write.db.execute(
            "UPDATE document SET deleted = ?, deletion_stamp = ?, seq = ? WHERE id = ?",
            (int(deleted), write.stamp, write.seq, document_id),
        )
    ids = frozenset([document_id])
    return Changes(documents=ids, annotated=ids)


def _structure_json(structure: Structure | None) -> str:
    if structure is None:
        return "null"
    told = [(item.start, item.kind, item.level) for item in structure.told]
    fields: object = told
    if structure.is_typeset:
        fields = {"typeset": told} | ({"pages": structure.pages} if structure.pages else {})
    return json.dumps(fields, separators=(",", ":"))


def _pages(labels: object) -> tuple[Page | None, ...]:
    """Return the pages of these labels; libraries of former versions have none."""
    told = labels if isinstance(labels, list) else []
    return tuple(
        page_labelled(str(label)) if isinstance(label, int | str) else None for label in told
    )


def _document(row: tuple[str, str, str, str, str, int, str, int, str]) -> Document:
    document_id, title, publisher, date, kind, characters, file_name, imported_ms, older_id = row
    about = About(title, publisher, date, _KINDS.get(kind, DocumentKind.UNKNOWN))
    return Document(document_id, about, characters, file_name, imported_ms, older_id)


def corrections_stamps(library: Library) -> dict[str, int]:
    """Return when each document was last corrected, as a stamp, by document id."""
    return dict(library.rows("SELECT id, corrections_stamp FROM present_document"))
