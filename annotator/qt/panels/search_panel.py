"""Search panel: where words stand in texts, notes and tags, as a concordance."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.changes import Changes
from annotator.core.errors import DuiduError, QueryError
from annotator.qt import icons
from annotator.qt.models.hit_groups import AnyHit, HitGroup
from annotator.qt.models.hit_model import HitModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.empty_state import LEAST_HEIGHT_PX, EmptyState
from annotator.qt.panels.hit_arranging import HitArranging
from annotator.qt.panels.hit_delegate import HitDelegate
from annotator.qt.panels.search_options import Scope, SearchOptions
from annotator.qt.panels.search_run import SearchRun
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.services.note_search import NoteHit, TagHit
from annotator.services.search import Hit, Order

_TYPING_PAUSE_MS = 150


class SearchPanel(QWidget):
    """Searches while the reader types, and never holds up the window.

    Signals: `hit_chosen` with a Hit to go to, `annotation_chosen` with the id of an annotation in
    whose note something was found, `tag_chosen` with the id of a tag; `hits_changed` with the list
    of all hits in texts when a search has ended; `tagging_requested` when these shall be tagged.
    """

    hit_chosen = Signal(object)
    annotation_chosen = Signal(str)
    tag_chosen = Signal(str)
    hits_changed = Signal(list)
    tagging_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = HitModel(self)
        self._run = SearchRun(session, self)
        self._arranging = HitArranging(session, self._model.groups, self)
        self._options = SearchOptions(session)
        self._query = QLineEdit()
        self._query.setClearButtonEnabled(True)
        self._query.setPlaceholderText(self.tr("Search…"))
        self._query.setAccessibleName(self.tr("Words to find"))
        self._query.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._list = QListView()
        self._set_up_list()
        self._empty = EmptyState()
        self._problem = ""
        # The reader asked for the next hit before there was any.
        self._awaited_step = 0
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self.tag_all = QToolButton()
        self.tag_all.setIcon(icons.icon("tag"))
        self.tag_all.setToolTip(self.tr("Tag all hits…"))
        self.tag_all.setAccessibleName(self.tr("Tag all hits…"))
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._show_state()

    def focus_query(self, text: str = "", *, everywhere: bool = True) -> None:
        """Let the reader type, to search all texts or this one; search for the text if any."""
        self._query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._options.search_everywhere(everywhere)
        if text:
            self._query.setText(text)
        if self._query.text():
            self._search()
        self._query.selectAll()

    def hits(self) -> list[Hit]:
        """Return the hits in texts as they are listed; none while the search goes on."""
        return [] if self._run.is_running else self._model.hits()

    def set_current_document(self, document_id: str | None) -> None:
        """Tell which document “This text” means."""
        self._options.set_current_document(document_id)

    def go_to_next_hit(self) -> None:
        """Go to the hit after the current one, from the last to the first."""
        self._step(1)

    def go_to_previous_hit(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._pause.isActive():
            self._search()
        index = self._model.following(self._list.currentIndex(), step)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._list.selectionModel().setCurrentIndex(index, flags)
            self._choose(index)
        elif self._run.is_running:
            self._awaited_step = step

    def _set_up_list(self) -> None:
        view = self._list
        view.setModel(self._model)
        view.setProperty("concordance", True)
        view.setItemDelegate(HitDelegate(view))
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(self.tr("Hits"))
        view.setMinimumHeight(LEAST_HEIGHT_PX)

    def _lay_out(self) -> None:
        self._pages = QStackedLayout()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 2, 4, 4)
        foot.addWidget(self._count, 1)
        foot.addWidget(self.tag_all)
        foot.addWidget(self._options.script)
        foot.addWidget(self._options.pattern)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 0)
        column.setSpacing(6)
        column.addWidget(self._query)
        column.addWidget(self._options)
        column.addLayout(self._pages, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._query.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._search)
        self._run.found.connect(self._on_found)
        self._run.ended.connect(self._on_ended)
        self._arranging.arranged.connect(self._on_arranged)
        self.tag_all.clicked.connect(self.tagging_requested)
        self._list.clicked.connect(self._choose)
        for field, keys, slot in (
            (self._query, ("Return", "Enter"), self.go_to_next_hit),
            (self._query, ("Shift+Return", "Shift+Enter"), self.go_to_previous_hit),
            (self._query, ("Down",), self._list.setFocus),
            (self._list, ("Return", "Enter"), lambda: self._choose(self._list.currentIndex())),
        ):
            shortcut = QShortcut(field)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        self._options.changed.connect(self._search)
        self._options.order_changed.connect(lambda _order: self._arrange())
        self._session.changed.connect(self._on_session_changed)

    def _search(self) -> None:
        self._pause.stop()
        self._arranging.stop()
        self._model.clear()
        self._awaited_step = 0
        self._problem = ""
        text = self._query.text()
        try:
            self._run.start(
                self._options.query(text), self._options.wanted_scope() if text else Scope()
            )
        except QueryError as error:
            self._run.stop()
            self._on_ended(error)

    def _on_found(self, hits: Sequence[AnyHit]) -> None:
        self._model.append(hits)
        self._show_state()
        if self._awaited_step:
            step, self._awaited_step = self._awaited_step, 0
            self._step(step)

    def _on_ended(self, error: DuiduError | None) -> None:
        self._problem = sentence_of(error) if error else ""
        if self._options.wanted_order() is Order.TEXT:
            self._tell_of_hits()
        else:
            self._arrange()

    def _arrange(self) -> None:
        if not self._run.is_running:
            self._arranging.arrange(self._model.found(), self._options.wanted_order())

    def _on_arranged(self, groups: Sequence[HitGroup]) -> None:
        scrolled = self._list.verticalScrollBar().value()
        self._model.arrange(groups)
        self._list.verticalScrollBar().setValue(scrolled)
        self._tell_of_hits()

    def _tell_of_hits(self) -> None:
        self._show_state()
        self.hits_changed.emit(self._model.hits())

    def _choose(self, index: ModelIndex) -> None:
        match index.data(HitModel.HitRole):
            case NoteHit() as hit:
                self.annotation_chosen.emit(hit.annotation.id)
            case TagHit() as hit:
                self.tag_chosen.emit(hit.tag.id)
            case None:
                return
            case hit:
                self.hit_chosen.emit(hit)

    def _on_session_changed(self, changes: Changes) -> None:
        if not self._query.text():
            return
        if changes.documents or changes.everything or changes.tags or self._touch_notes(changes):
            self._search()
        elif changes.annotations and self._options.wanted_order() is Order.TAG:
            self._arrange()

    def _touch_notes(self, changes: Changes) -> bool:
        """Whether these changes may change what was found in notes."""
        listed = {hit.annotation.id for hit in self._model.found() if isinstance(hit, NoteHit)}
        if listed & changes.annotations:
            return True
        touched = map(self._session.annotation, changes.annotations)
        return any(each.has_words for each in touched if each)

    def _show_state(self) -> None:
        found = self._model.hit_count()
        query = self._query.text().strip()
        if found:
            self._pages.setCurrentWidget(self._list)
        elif not self._run.is_running:
            self._pages.setCurrentWidget(self._empty)
        if self._problem:
            self._empty.say(self._problem)
        elif query:
            self._empty.say(self.tr("No text has “{query}”. Try fewer words.").format(query=query))
        else:
            self._empty.say(
                self.tr(
                    "Type words to find them. Blanks and width do not matter. "
                    "With “A~20B” A stands near B, 20 characters away at most."
                )
            )
        self._count.setText(self.tr("%n hits", "", found) if query else "")
        self.tag_all.setEnabled(self._model.has_hits_in_texts() and not self._run.is_running)
