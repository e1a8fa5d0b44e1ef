"""Search panel: where words stand in all texts, as a concordance."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedLayout,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.changes import Changes
from annotator.core.errors import QueryError
from annotator.qt import icons
from annotator.qt.models.hit_model import HitModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.empty_state import LEAST_HEIGHT_PX, EmptyState
from annotator.qt.panels.hit_delegate import HitDelegate
from annotator.qt.panels.search_options import SearchOptions
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.services.search import Hit, Order, search_text

_TYPING_PAUSE_MS = 150
_SLICE_S = 0.008


class SearchPanel(QWidget):
    """Searches while the reader types, in slices that never hold up the window.

    Signals: `hit_chosen` with a Hit to go to, `hits_changed` with the list of all hits when a
    search has ended.
    """

    hit_chosen = Signal(object)
    hits_changed = Signal(list)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = HitModel(self)
        self._coming: Iterator[Hit | None] = iter(())
        self._options = SearchOptions(session)
        self._query = QLineEdit()
        self._query.setClearButtonEnabled(True)
        self._query.setPlaceholderText(self.tr("Search…"))
        self._query.setAccessibleName(self.tr("Words to find"))
        self._query.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._tree = QTreeView()
        self._set_up_tree()
        self._empty = EmptyState()
        self._problem = ""
        self._is_arranged = False
        # The reader asked for the next hit before there was any.
        self._awaited_step = 0
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._slices = QTimer(self, interval=0)
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
        index = self._model.following(self._tree.currentIndex(), step)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._tree.selectionModel().setCurrentIndex(index, flags)
            self._choose(index)
        elif self._slices.isActive():
            self._awaited_step = step

    def _set_up_tree(self) -> None:
        tree = self._tree
        tree.setModel(self._model)
        tree.setItemDelegate(HitDelegate(tree))
        tree.setHeaderHidden(True)
        tree.setIndentation(0)
        tree.setRootIsDecorated(False)
        tree.setItemsExpandable(False)
        tree.setUniformRowHeights(True)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setAccessibleName(self.tr("Hits"))
        tree.setMinimumHeight(LEAST_HEIGHT_PX)

    def _lay_out(self) -> None:
        self._pages = QStackedLayout()
        self._pages.addWidget(self._tree)
        self._pages.addWidget(self._empty)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 2, 4, 4)
        foot.addWidget(self._count, 1)
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
        self._slices.timeout.connect(self._take_slice)
        self._model.rowsInserted.connect(self._on_rows_inserted)
        self._tree.clicked.connect(self._choose)
        for field, keys, slot in (
            (self._query, ("Return", "Enter"), self.go_to_next_hit),
            (self._query, ("Shift+Return", "Shift+Enter"), self.go_to_previous_hit),
            (self._query, ("Down",), self._tree.setFocus),
            (self._tree, ("Return", "Enter"), lambda: self._choose(self._tree.currentIndex())),
        ):
            shortcut = QShortcut(field)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        self._options.changed.connect(self._search)
        self._options.order_changed.connect(self._arrange)
        self._session.changed.connect(self._on_session_changed)

    def _search(self) -> None:
        self._pause.stop()
        self._model.clear()
        self._is_arranged = False
        self._awaited_step = 0
        self._problem = ""
        self._coming = self._hits(self._query.text())
        self._slices.start()
        self._take_slice()

    def _hits(self, text: str) -> Iterator[Hit | None]:
        """Yield the hits; what is wrong with the query is told in their place."""
        try:
            query = self._options.query(text)
            for document in self._options.documents() if text else ():
                yield from search_text(
                    document,
                    self._session.reading_text(document.id),
                    searchable=self._session.searchable(document.id),
                    query=query,
                )
        except QueryError as error:
            self._problem = sentence_of(error)

    def _take_slice(self) -> None:
        end = perf_counter() + _SLICE_S
        hits: list[Hit] = []
        for hit in self._coming:
            if hit is not None:
                hits.append(hit)
            if perf_counter() > end:
                break
        else:
            self._slices.stop()
        self._model.append(hits)
        if not self._slices.isActive():
            self._arrange(self._options.wanted_order())
        else:
            self._show_state()
        if self._awaited_step and self._model.hit_count():
            step, self._awaited_step = self._awaited_step, 0
            self._step(step)

    def _arrange(self, order: Order) -> None:
        if self._slices.isActive():
            return
        if order is not Order.TEXT or self._is_arranged:
            self._model.arrange(order)
            self._tree.expandAll()
        self._is_arranged = order is not Order.TEXT
        self._show_state()
        self.hits_changed.emit(self._model.hits())

    def _choose(self, index: ModelIndex) -> None:
        hit = index.data(HitModel.HitRole)
        if hit is not None:
            self.hit_chosen.emit(hit)

    def _on_rows_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        if not parent.isValid():
            for row in range(first, last + 1):
                self._tree.expand(self._model.index(row, 0))

    def _on_session_changed(self, changes: Changes) -> None:
        if self._query.text() and (changes.documents or changes.everything):
            self._search()

    def _show_state(self) -> None:
        found = self._model.hit_count()
        query = self._query.text().strip()
        if found:
            self._pages.setCurrentWidget(self._tree)
        elif not self._slices.isActive():
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
