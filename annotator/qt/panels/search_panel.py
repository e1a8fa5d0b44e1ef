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
from annotator.qt import icons
from annotator.qt.models.hit_model import HitModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.hit_delegate import HitDelegate
from annotator.qt.session import Session
from annotator.services.search import Hit, search_text

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
        self._coming: Iterator[Hit] = iter(())
        self._query = QLineEdit()
        self._query.setClearButtonEnabled(True)
        self._query.setPlaceholderText(self.tr("Search all texts…"))
        self._query.setAccessibleName(self.tr("Words to find in all texts"))
        self._query.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._tree = QTreeView()
        self._set_up_tree()
        self._empty = EmptyState()
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._slices = QTimer(self, interval=0)
        self._lay_out()
        self._connect()
        self._show_state()

    def focus_query(self, text: str = "") -> None:
        """Let the reader type; search for this text if there is one."""
        self._query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self._query.setText(text)
            self._search()
        self._query.selectAll()

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

    def _lay_out(self) -> None:
        self._pages = QStackedLayout()
        self._pages.addWidget(self._tree)
        self._pages.addWidget(self._empty)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 2, 4, 4)
        foot.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 0)
        column.setSpacing(6)
        column.addWidget(self._query)
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
        self._session.changed.connect(self._on_session_changed)

    def _search(self) -> None:
        self._pause.stop()
        self._model.clear()
        self._coming = self._hits(self._query.text())
        self._slices.start()
        self._take_slice()

    def _hits(self, query: str) -> Iterator[Hit]:
        for document in self._session.documents():
            yield from search_text(document, self._session.reading_text(document.id), query)

    def _take_slice(self) -> None:
        end = perf_counter() + _SLICE_S
        hits: list[Hit] = []
        for hit in self._coming:
            hits.append(hit)
            if perf_counter() > end:
                break
        else:
            self._slices.stop()
        self._model.append(hits)
        self._show_state()
        if not self._slices.isActive():
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
        if query:
            self._empty.say(self.tr("No text has “{query}”. Try fewer words.").format(query=query))
        else:
            self._empty.say(
                self.tr("Type words to find them in all texts. Blanks and width do not matter.")
            )
        self._count.setText(self.tr("%n hits", "", found) if query else "")
