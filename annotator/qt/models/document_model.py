"""Document model: the texts of the library."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from annotator.core.changes import Changes
from annotator.core.document import Document
from annotator.qt.models.row_model import ModelIndex, RowModel
from annotator.qt.session import Session


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document, its number of annotations, whether it lies open, and the per cent read of it.

    `finished_by` are the names of the members who finished it, `is_finished` tells whether the
    reader here is one of them.
    """

    document: Document
    count: int
    is_open: bool
    percent_read: int = 0
    finished_by: tuple[str, ...] = ()
    is_finished: bool = False


class DocumentModel(RowModel[DocumentRow]):
    """The documents in the order of their import.

    `RowRole` gives a DocumentRow, `SubtitleRole` what is known of the document, in one line.
    """

    RowRole = Qt.ItemDataRole.UserRole
    SubtitleRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.document.id, parent)
        self._session = session
        self._open: frozenset[str] = frozenset()
        self._progress: Mapping[str, int] = {}
        self._rows = self._wanted()
        session.changed.connect(self._on_changed)

    def document(self, row: int) -> Document:
        return self._rows[row].document

    def set_open(self, document_ids: Collection[str]) -> None:
        """Show which documents lie open in a pane."""
        self._open = frozenset(document_ids)
        self._set_rows(self._wanted())

    def set_progress(self, percentages: Mapping[str, int]) -> None:
        """Show how far each document has been read, by its id; those not begun are absent."""
        self._progress = dict(percentages)
        self._set_rows(self._wanted())

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.document.title
            case self.SubtitleRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._subtitle(row)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join([row.document.title, self._subtitle(row), *self._finished(row)])
            case self.RowRole:
                return row
        return None

    def _subtitle(self, row: DocumentRow) -> str:
        document = row.document
        read = self.tr("{share} % read").format(share=row.percent_read) if row.percent_read else ""
        length = self.tr("%n characters", "", document.characters)
        finished = self.tr("finished") if row.is_finished else ""
        known = (document.about.publisher, document.about.date, length, read, finished)
        return " · ".join(part for part in known if part)

    def _finished(self, row: DocumentRow) -> list[str]:
        members = self.tr(", ").join(row.finished_by)
        sentence = self.tr("Finished by {members}")
        return [sentence.format(members=members)] if members else []

    def _on_changed(self, changes: Changes) -> None:
        if changes.everything or changes.annotated or changes.documents or changes.members:
            self._set_rows(self._wanted())

    def _wanted(self) -> list[DocumentRow]:
        return [self._row(document) for document in self._session.documents()]

    def _row(self, document: Document) -> DocumentRow:
        finished = self._session.finished_by(document.id)
        members = self._session.members() if finished else []
        return DocumentRow(
            document,
            self._session.annotation_counts().get(document.id, 0),
            document.id in self._open,
            self._progress.get(document.id, 0),
            tuple(member.name for member in members if member.id in finished),
            self._session.member.id in finished,
        )
