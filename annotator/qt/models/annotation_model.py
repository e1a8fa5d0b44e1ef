"""Annotation model: the annotations of a session, and the reader's choice and order of them."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QDateTime, QObject, QSortFilterProxyModel, Qt

from annotator.core.annotation import Annotation
from annotator.core.changes import Changes
from annotator.core.codebook import Tag
from annotator.qt.anchor_states import anchor_state_names
from annotator.qt.models.row_model import ModelIndex, RowModel
from annotator.qt.session import Session
from annotator.qt.tag_names import shown_name
from annotator.services.listing import AnnotationFilter

_Place = tuple[int, int, int, str]


class SortOrder(StrEnum):
    """In what order annotations are listed; PLACE is text by text, as they stand there."""

    PLACE = "place"
    NEWEST = "newest"
    TAG = "tag"


class AnnotationModel(RowModel[Annotation]):
    """All annotations, text by text, in the order of the text.

    Roles: `AnnotationRole` gives the Annotation, `TagsRole` a tuple of its Tags, `TitleRole` the
    title of its document, `MemberRole` the member's name, "" where only one member annotates,
    `DayRole` the ISO day on which it was made, `StateRole` what is to be told of its place and of
    the versions of its note, and `RepliesRole` the number of replies.
    """

    AnnotationRole = Qt.ItemDataRole.UserRole
    TagsRole = Qt.ItemDataRole.UserRole + 1
    TitleRole = Qt.ItemDataRole.UserRole + 2
    MemberRole = Qt.ItemDataRole.UserRole + 3
    DayRole = Qt.ItemDataRole.UserRole + 4
    StateRole = Qt.ItemDataRole.UserRole + 5
    RepliesRole = Qt.ItemDataRole.UserRole + 6

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(_id_of, parent)
        self._session = session
        self._titles: dict[str, str] = {}
        self._ranks: dict[str, int] = {}
        self._member_names: dict[str, str] = {}
        self._learn_names()
        self._rows = session.annotations()
        session.changed.connect(self._on_changed)

    def annotation(self, row: int) -> Annotation:
        return self._rows[row]

    def annotations(self) -> Sequence[Annotation]:
        return self._rows

    def tags(self, row: int) -> tuple[Tag, ...]:
        codebook = self._session.codebook
        found = (codebook.get(tag_id) for tag_id in self._rows[row].tag_ids)
        return tuple(tag for tag in found if tag is not None)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        annotation = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                names = "".join(f"【{shown_name(tag)}】" for tag in self.tags(index.row()))
                return names + annotation.selector.quotation
            case Qt.ItemDataRole.AccessibleDescriptionRole | Qt.ItemDataRole.ToolTipRole:
                told = (annotation.note, self._replies(annotation), self._state(annotation))
                return "\n".join(part for part in told if part) or None
            case self.StateRole:
                return self._state(annotation)
            case self.RepliesRole:
                return len(annotation.replies)
            case self.AnnotationRole:
                return annotation
            case self.TagsRole:
                return self.tags(index.row())
            case self.TitleRole:
                return self._titles.get(annotation.document_id, "")
            case self.MemberRole:
                is_alone = len(self._member_names) < 2
                return "" if is_alone else self._member_names.get(annotation.member_id, "")
            case self.DayRole:
                made = QDateTime.fromMSecsSinceEpoch(annotation.created_ms)
                return made.date().toString(Qt.DateFormat.ISODate)
        return None

    def _state(self, annotation: Annotation) -> str:
        versions = len(self._session.note_versions(annotation.id))
        places = len(self._session.places_of(annotation.id))
        told = (
            anchor_state_names().get(annotation.state, ""),
            self.tr("%n versions", "", versions) if versions else "",
            self.tr("%n places", "", places) if places else "",
        )
        return " · ".join(part for part in told if part)

    def _replies(self, annotation: Annotation) -> str:
        count = len(annotation.replies)
        return self.tr("%n replies", "", count) if count else ""

    def _on_changed(self, changes: Changes) -> None:
        former_names = self._member_names
        if changes.documents or changes.members or changes.everything:
            self._learn_names()
        if changes.documents or changes.everything:
            self._set_rows(self._session.annotations())
        elif changes.annotations:
            self._refresh(changes.annotations)
        if changes.tags:
            codebook = self._session.codebook
            self._rows = [
                replace(row, tag_ids=codebook.in_order(frozenset(row.tag_ids)))
                for row in self._rows
            ]
        is_renamed = self._member_names != former_names
        if changes.tags or changes.documents or is_renamed or changes.everything:
            self._repaint_all()

    def _refresh(self, annotation_ids: frozenset[str]) -> None:
        present = self._session.annotations_with(annotation_ids)
        if len(annotation_ids) == 1 and self._refresh_one(next(iter(annotation_ids)), present):
            return
        rows = [row for row in self._rows if row.id not in annotation_ids]
        self._set_rows(sorted([*rows, *present], key=self._place))

    def _refresh_one(self, annotation_id: str, present: list[Annotation]) -> bool:
        """Add, change or remove one row; return whether that is all there is to do."""
        at = self.row_of(annotation_id)
        if not present:
            if at is not None:
                self._remove(at)
            return True
        annotation = present[0]
        if at is None:
            place = bisect(self._rows, self._place(annotation), key=self._place)
            self._put(place, annotation, is_new=True)
            return True
        if self._place(self._rows[at]) != self._place(annotation):
            return False
        self._put(at, annotation, is_new=False)
        return True

    def _place(self, annotation: Annotation) -> _Place:
        span = annotation.selector.span
        rank = self._ranks.get(annotation.document_id, len(self._ranks))
        return rank, span.start, span.end, annotation.id

    def _learn_names(self) -> None:
        documents = self._session.documents()
        self._titles = {document.id: document.title for document in documents}
        self._ranks = {document.id: rank for rank, document in enumerate(documents)}
        self._member_names = {member.id: member.name for member in self._session.members()}


class AnnotationProxy(QSortFilterProxyModel):
    """Those annotations that a filter accepts, in the reader's order."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = AnnotationFilter()
        self._order = SortOrder.PLACE
        self._model = AnnotationModel(session, self)
        self.setSourceModel(self._model)

    def set_filter(self, wanted: AnnotationFilter) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            # Any new pattern makes Qt ask for every row again; what is made for that is called
            # differently in each Qt from 6.8 on.
            self.setFilterFixedString(wanted.text)

    def set_order(self, order: SortOrder) -> None:
        if order != self._order:
            self._order = order
            # The rows of the source stand in their place already.
            self.sort(-1)
            self.sort(-1 if order is SortOrder.PLACE else 0)

    def index_of(self, annotation_id: str) -> ModelIndex:
        """Return the index of an annotation, an invalid one where it is not listed."""
        return self.mapFromSource(self._model.index_of(annotation_id))

    def passage_count(self) -> int:
        """Return how many distinct passages the listed annotations stand on."""
        annotations, is_listed = self._model.annotations(), self._wanted.accepts
        repeats = [one for one in annotations if one.passage_id and is_listed(one)]
        repeated = {one.passage for one in repeats}
        listed = sum(one.id in repeated and is_listed(one) for one in annotations) if repeats else 0
        return self.rowCount() - len(repeats) + len(repeated) - listed

    def filterAcceptsRow(self, source_row: int, source_parent: ModelIndex) -> bool:
        del source_parent
        return self._wanted.accepts(self._model.annotation(source_row))

    def lessThan(self, left: ModelIndex, right: ModelIndex) -> bool:
        first, second = left.row(), right.row()
        return (self._rank(first), first) < (self._rank(second), second)

    def _rank(self, row: int) -> int:
        annotation = self._model.annotation(row)
        if self._order is SortOrder.NEWEST:
            return -annotation.created_ms
        tags: Sequence[Tag] = self._session.codebook.tags
        first = next(iter(annotation.tag_ids), None)
        return next((rank for rank, tag in enumerate(tags) if tag.id == first), len(tags))


def _id_of(annotation: Annotation) -> str:
    return annotation.id
