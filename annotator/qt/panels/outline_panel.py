"""Outline panel: the headings of the text in the active pane."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedLayout,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.reading_text import ReadingText
from annotator.qt import icons
from annotator.qt.models.outline_model import OutlineModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.empty_state import EmptyState

_INDENT_PX = 14
_MOST_BOOKMARKS_SEEN = 4


class OutlinePanel(QWidget):
    """Shows bookmarks, headings and where reading stands.

    `place_requested` tells a reading offset.
    """

    place_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text: ReadingText | None = None
        self._model = OutlineModel(self)
        self._title = QLabel()
        self._title.setProperty("quiet", True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._bookmarks = QListWidget()
        self._bookmarks.setAccessibleName(self.tr("Bookmarks"))
        self._bookmarks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bookmarks.hide()
        self._tree = QTreeView()
        self._set_up_tree()
        self._empty = EmptyState()
        self._pages = QStackedLayout()
        self._pages.addWidget(self._tree)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._bookmarks)
        column.addLayout(self._pages, 1)
        self._bookmarks.itemClicked.connect(self._on_bookmark_chosen)
        self._bookmarks.itemActivated.connect(self._on_bookmark_chosen)
        self._tree.clicked.connect(self._on_clicked)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), self._tree)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._choose)
        self.set_document("", None)

    def set_document(self, title: str, text: ReadingText | None) -> None:
        """Show the outline of this text, or of none."""
        self._text = text
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._model.set_outline(text.outline if text else ())
        self._tree.setColumnHidden(1, not self._model.has_pages())
        self._tree.expandAll()
        if text is None:
            self._empty.say(self.tr("Open a text to see its headings here."))
        else:
            self._empty.say(self.tr("This text has no headings."))
        has_outline = self._model.rowCount() > 0
        self._pages.setCurrentWidget(self._tree if has_outline else self._empty)

    def set_bookmarks(self, bookmarks: Sequence[tuple[int, str]]) -> None:
        """List these reading offsets with the first words of their paragraphs."""
        shown = self._bookmarks
        shown.clear()
        for offset, words in bookmarks:
            item = QListWidgetItem(icons.icon("bookmark"), words, shown)
            item.setData(Qt.ItemDataRole.UserRole, offset)
            item.setToolTip(words)
        rows = min(len(bookmarks), _MOST_BOOKMARKS_SEEN)
        shown.setFixedHeight(rows * max(0, shown.sizeHintForRow(0)) + 2 * shown.frameWidth())
        shown.setVisible(bool(bookmarks))

    def set_place(self, offset: int) -> None:
        """Mark the heading under which this reading offset stands, and keep it in view."""
        if self._text is None:
            return
        before = self._model.current()
        self._model.set_current(self._text.section_at(offset))
        index = self._model.current()
        if index.isValid() and index != before:
            self._tree.scrollTo(self._shown(index))

    def _set_up_tree(self) -> None:
        tree = self._tree
        tree.setModel(self._model)
        tree.setHeaderHidden(True)
        tree.setIndentation(_INDENT_PX)
        tree.setUniformRowHeights(True)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setExpandsOnDoubleClick(False)
        tree.setAccessibleName(self.tr("Headings"))
        tree.header().setMinimumSectionSize(0)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _shown(self, index: QModelIndex) -> QModelIndex:
        """Return the index itself, or the closed heading that hides it."""
        above = index.parent()
        while above.isValid():
            if not self._tree.isExpanded(above):
                index = above
            above = above.parent()
        return index

    def _on_bookmark_chosen(self, item: QListWidgetItem) -> None:
        self.place_requested.emit(item.data(Qt.ItemDataRole.UserRole))

    def _choose(self) -> None:
        self._on_clicked(self._tree.currentIndex())

    def _on_clicked(self, index: ModelIndex) -> None:
        entry = index.data(OutlineModel.EntryRole)
        if entry is not None:
            self.place_requested.emit(entry.start)
