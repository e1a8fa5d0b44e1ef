"""Documents and their source texts."""

import zlib
from dataclasses import dataclass

from annotator.core.changes import Changes
from annotator.core.document import About, Document, DocumentKind
from annotator.core.errors import DamagedLibraryError
from annotator.storage.file_checks import backup_folder
from annotator.storage.library import Library

_KINDS = {kind.value: kind for kind in DocumentKind}
_COLUMNS = "id, title, publisher, date, kind, characters, file_name, imported_ms"


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that a source text came from: its name, the SHA-256 of its bytes, its encoding."""

    file_name: str
    file_hash: str
    encoding: str


def insert(library: Library, document: Document, source: str, origin: Origin) -> Changes:
    """Add a document with its source text."""
    about = document.about
    with library.transaction() as write:
        write.db.execute(
            """
            INSERT INTO document (id, source, characters, file_name, file_hash, encoding,
                imported_ms, title, publisher, date, kind, about_stamp, seq)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                document.id,
                zlib.compress(source.encode()),
                document.characters,
                origin.file_name,
                origin.file_hash,
                origin.encoding,
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
    rows = library.rows(
        f"SELECT {_COLUMNS} FROM document WHERE deleted = 0 ORDER BY imported_ms, rowid"
    )
    return [_document(row) for row in rows]


def find(library: Library, document_id: str) -> Document | None:
    """Return a document that is not deleted."""
    rows = library.rows(
        f"SELECT {_COLUMNS} FROM document WHERE id = ? AND deleted = 0", (document_id,)
    )
    return _document(rows[0]) if rows else None


def is_known(library: Library, document_id: str) -> bool:
    """Whether the library holds this source text, deleted or not."""
    return bool(library.rows("SELECT 1 FROM document WHERE id = ?", (document_id,)))


def source_text(library: Library, document_id: str) -> str:
    """Return the source text. Raises KeyError for an unknown document, or DamagedLibraryError."""
    rows = library.rows("SELECT source FROM document WHERE id = ?", (document_id,))
    if not rows:
        raise KeyError(document_id)
    try:
        return zlib.decompress(rows[0][0]).decode()
    except zlib.error as error:
        raise DamagedLibraryError(path=library.path, backups=backup_folder(library.path)) from error


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


def _document(row: tuple[str, str, str, str, str, int, str, int]) -> Document:
    document_id, title, publisher, date, kind, characters, file_name, imported_ms = row
    about = About(title, publisher, date, _KINDS.get(kind, DocumentKind.UNKNOWN))
    return Document(document_id, about, characters, file_name, imported_ms)
