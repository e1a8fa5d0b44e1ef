"""Annotation model: the annotations of a session, and the reader's choice and order of them."""

from bisect import bisect, bisect_left
from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QDateTime, QObject, Qt

from annotator.core.annotation import Annotation
from annotator.core.changes import Changes
from annotator.core.codebook import Tag
from annotator.qt.anchor_states import anchor_state_names
from annotator.qt.models.row_model import ModelIndex, RowModel
from annotator.qt.session import Session
from annotator.qt.tag_names import shown_name
from annotator.services.listing import AnnotationFilter

# What the reader's order asks for, then the place in the texts.
_Place = tuple[int, int, int, int, str]


class SortOrder(StrEnum):
    """In what order annotations are listed; PLACE is text by text, as they stand there."""

    PLACE = "place"
    NEWEST = "newest"
    TAG = "tag"


class AnnotationModel(RowModel[Annotation]):
    """Those annotations that a filter accepts, in the reader's order; at first all, by place.

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
        self._tag_ranks: dict[str, int] = {}
        self._wanted = AnnotationFilter()
        self._order = SortOrder.PLACE
        self._learn_names()
        self._rows = self._listed()
        session.changed.connect(self._on_changed)

    def set_filter(self, wanted: AnnotationFilter) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._set_rows(self._listed())

    def set_order(self, order: SortOrder) -> None:
        if order != self._order:
            self._order = order
            self._set_rows(self._listed())

    def annotation(self, row: int) -> Annotation:
        return self._rows[row]

    def row_of(self, identity: str) -> int | None:
        annotation = self._session.annotation(identity)
        if annotation is not None:
            at = bisect_left(self._rows, self._place(annotation), key=self._place)
            if at < len(self._rows) and self._rows[at].id == identity:
                return at
        return super().row_of(identity)  # it may be about to move, or to go

    def passage_count(self) -> int:
        """Return how many distinct passages the listed annotations stand on."""
        repeats = [one for one in self._rows if one.passage_id]
        repeated = {one.passage for one in repeats}
        listed = sum(one.id in repeated for one in self._rows) if repeats else 0
        return len(self._rows) - len(repeats) + len(repeated) - listed

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
        if changes.documents or changes.members or changes.tags or changes.everything:
            self._learn_names()
        if changes.documents or changes.tags or changes.only_seen or changes.everything:
            self._set_rows(self._listed())
        elif changes.annotations:
            self._refresh(changes.annotations)
        is_renamed = self._member_names != former_names
        if changes.tags or changes.documents or is_renamed or changes.everything:
            self._repaint_all()

    def _listed(self) -> list[Annotation]:
        """Return what is to be listed now."""
        found: Iterable[Annotation] = self._session.annotations()
        if self._wanted != AnnotationFilter():
            found = filter(self._wanted.accepts, found)
        # The session has them by place already.
        is_by_place = self._order is SortOrder.PLACE
        return list(found) if is_by_place else sorted(found, key=self._place)

    def _refresh(self, annotation_ids: frozenset[str]) -> None:
        annotation_id = next(iter(annotation_ids))
        if len(annotation_ids) > 1 or not self._refresh_one(annotation_id):
            self._set_rows(self._listed())

    def _refresh_one(self, annotation_id: str) -> bool:
        """Add, change or remove one row; return whether that is all there is to do."""
        at, annotation = self.row_of(annotation_id), self._session.annotation(annotation_id)
        if annotation is None or not self._wanted.accepts(annotation):
            if at is not None:
                self._remove(at)
            return True
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
        return self._rank(annotation), rank, span.start, span.end, annotation.id

    def _rank(self, annotation: Annotation) -> int:
        """Return what the reader's order asks for first."""
        match self._order:
            case SortOrder.PLACE:
                return 0
            case SortOrder.NEWEST:
                return -annotation.created_ms
            case SortOrder.TAG:
                first = next(iter(annotation.tag_ids), "")
                return self._tag_ranks.get(first, len(self._tag_ranks))

    def _learn_names(self) -> None:
        documents = self._session.documents()
        self._titles = {document.id: document.title for document in documents}
        self._ranks = {document.id: rank for rank, document in enumerate(documents)}
        self._member_names = {member.id: member.name for member in self._session.members()}
        self._tag_ranks = {tag.id: rank for rank, tag in enumerate(self._session.codebook)}


def _id_of(annotation: Annotation) -> str:
    return annotation.id
