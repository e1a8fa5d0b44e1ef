"""Annotations panel: all annotations, narrowed and ordered as the reader likes."""

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.annotation import Annotation
from annotator.qt import icons
from annotator.qt.attempt import attempt
from annotator.qt.models.annotation_model import AnnotationModel
from annotator.qt.models.row_model import ModelIndex, for_long_lists
from annotator.qt.panels.annotation_delegate import AnnotationDelegate
from annotator.qt.panels.annotation_filters import AnnotationFilters
from annotator.qt.panels.empty_state import LEAST_HEIGHT_PX, EmptyState
from annotator.qt.session import Session
from annotator.qt.tag_names import shown_name


class AnnotationsPanel(QWidget):
    """Lists annotations with their tags, notes and origins.

    Signals: `annotation_chosen` with the id of an annotation to go to, `note_requested` with the id
    of one to write on, `reply_requested` with that of one to reply to, `delete_requested` with a
    list of ids, `tag_requested` with a list of ids and the id of the tag to give or take.
    """

    annotation_chosen = Signal(str)
    note_requested = Signal(str)
    reply_requested = Signal(str)
    delete_requested = Signal(list)
    tag_requested = Signal(list, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._active_id: str | None = None
        self._model = AnnotationModel(session, self)
        self._rows = for_long_lists(self._model)
        self._filters = AnnotationFilters(session)
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._list = QListView()
        self._set_up_list()
        self._none_yet = EmptyState(
            self.tr(
                "No annotations yet. Select a passage and press 1 to 9 to tag it, or N to note."
            )
        )
        show_all = QPushButton(self.tr("Show all annotations"))
        show_all.clicked.connect(self._filters.clear)
        self._none_fit = EmptyState(self.tr("No annotation fits the filter."), button=show_all)
        show_everybody = QPushButton(self.tr("Show all members"))
        show_everybody.clicked.connect(self._on_show_everybody)
        self._all_hidden = EmptyState(
            self.tr("What you look for may be of a member who is hidden."), button=show_everybody
        )
        self._lay_out()
        self._connect()
        self._update_state()

    def set_current_document(self, document_id: str | None) -> None:
        """Tell which document “This text” means."""
        self._filters.set_current_document(document_id)

    def set_active(self, annotation_id: str | None) -> None:
        """Select this annotation and bring it into view, without telling anybody."""
        self._active_id = annotation_id
        selection = self._list.selectionModel()
        at = self._model.row_of(annotation_id) if annotation_id else None
        if at is None:
            selection.clearSelection()
        elif self.selected_ids() != [annotation_id]:
            index = self._rows.index(at, 0)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._list.scrollTo(index)

    def show_tag(self, tag_id: str) -> None:
        """List the annotations with this tag."""
        self._filters.show_tag(tag_id)

    def show_member(self, member_id: str) -> None:
        """List the annotations of this member."""
        self._filters.show_member(member_id)

    def focus_filter(self) -> None:
        """Let the reader type what to look for."""
        self._filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filters.text.selectAll()

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected annotations, from top to bottom."""
        return [annotation.id for annotation in self._selected()]

    def _set_up_list(self) -> None:
        view = self._list
        view.setModel(self._rows)
        view.setItemDelegate(AnnotationDelegate(view))
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(self.tr("Annotations"))
        view.setMinimumHeight(LEAST_HEIGHT_PX)

    def _lay_out(self) -> None:
        self._pages = QStackedLayout()
        for page in (self._list, self._none_yet, self._none_fit, self._all_hidden):
            self._pages.addWidget(page)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 0, 0, 6)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._filters.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 0)
        column.setSpacing(6)
        column.addWidget(self._filters)
        column.addLayout(self._pages, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._filters.changed.connect(self._on_filters_changed)
        self._list.clicked.connect(self._on_clicked)
        self._list.doubleClicked.connect(self._on_double_clicked)
        self._list.customContextMenuRequested.connect(self._on_menu_requested)
        for keys, slot in (
            (Qt.Key.Key_Return, self._choose),
            (Qt.Key.Key_Enter, self._choose),
            (Qt.Key.Key_F2, self._request_note),
            (Qt.Key.Key_T, self._request_reply),
            (Qt.Key.Key_Delete, self._request_delete),
        ):
            shortcut = QShortcut(QKeySequence(keys), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        for happened in (
            self._model.rowsInserted,
            self._model.rowsRemoved,
            self._model.modelReset,
        ):
            happened.connect(self._update_state)
        self._rows.modelReset.connect(self._select_active)

    def _selected(self) -> list[Annotation]:
        indexes = sorted(self._list.selectionModel().selectedIndexes(), key=lambda i: i.row())
        return [index.data(AnnotationModel.AnnotationRole) for index in indexes]

    def _choose(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            self.annotation_chosen.emit(index.data(AnnotationModel.AnnotationRole).id)

    def _request_note(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            self.note_requested.emit(index.data(AnnotationModel.AnnotationRole).id)

    def _request_reply(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            self.reply_requested.emit(index.data(AnnotationModel.AnnotationRole).id)

    def _request_delete(self) -> None:
        if ids := self.selected_ids():
            self.delete_requested.emit(ids)

    def menu(self) -> QMenu:
        """Return what can be done with the selected annotations."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        go_to = menu.addAction(self.tr("&Go to passage"), self._choose)
        go_to.setShortcut(Qt.Key.Key_Return)
        note = menu.addAction(icons.icon("note"), self.tr("&Note…"), self._request_note)
        note.setShortcut(Qt.Key.Key_F2)
        reply = menu.addAction(icons.icon("reply"), self.tr("&Reply…"), self._request_reply)
        reply.setShortcut(Qt.Key.Key_T)
        tags = menu.addMenu(icons.icon("tag"), self.tr("&Tags"))
        annotations = self._selected()
        ids = [annotation.id for annotation in annotations]
        for tag in self._session.codebook:
            action = tags.addAction(shown_name(tag).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(all(tag.id in annotation.tag_ids for annotation in annotations))
            action.triggered.connect(
                lambda _checked, tag_id=tag.id: self.tag_requested.emit(ids, tag_id)
            )
        menu.addSeparator()
        delete = menu.addAction(icons.icon("delete"), self.tr("&Delete"), self._request_delete)
        delete.setShortcut(Qt.Key.Key_Delete)
        return menu

    def _on_clicked(self, index: ModelIndex) -> None:
        chooses_more = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if not QGuiApplication.keyboardModifiers() & chooses_more:
            self.annotation_chosen.emit(index.data(AnnotationModel.AnnotationRole).id)

    def _on_double_clicked(self, index: ModelIndex) -> None:
        self.note_requested.emit(index.data(AnnotationModel.AnnotationRole).id)

    def _on_menu_requested(self, position: QPoint) -> None:
        if self._list.indexAt(position).isValid():
            self.menu().popup(self._list.viewport().mapToGlobal(position))

    def _on_show_everybody(self) -> None:
        everybody = replace(self._session.visibility, hidden_members=frozenset())
        attempt(self, lambda: self._session.see(everybody))

    def _on_filters_changed(self) -> None:
        self._model.set_order(self._filters.wanted_order())
        self._model.set_filter(self._filters.wanted())
        self._update_state()
        self.set_active(self._active_id)

    def _select_active(self) -> None:
        self.set_active(self._active_id)

    def _update_state(self) -> None:
        shown = self._model.rowCount()
        passages = self._model.passage_count()
        told = [self.tr("%n annotations", "", shown)]
        if passages != shown:
            told.append(self.tr("%n distinct passages", "", passages))
        self._count.setText(" · ".join(told))
        if shown:
            self._pages.setCurrentWidget(self._list)
        elif self._session.visibility.hidden_members:
            self._pages.setCurrentWidget(self._all_hidden)
        elif self._session.annotation_counts():
            self._pages.setCurrentWidget(self._none_fit)
        else:
            self._pages.setCurrentWidget(self._none_yet)
