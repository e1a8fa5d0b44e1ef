"""Outline panel: the sections of the text in the active pane."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.reading_text import ReadingText
from annotator.qt import icons
from annotator.qt.models.outline_model import OutlineModel
from annotator.qt.panels.empty_state import LEAST_HEIGHT_PX, EmptyState
from annotator.qt.panels.marks_button import MarksButton
from annotator.qt.panels.outline_tree import OutlineTree
from annotator.text.sections import Section

_MOST_BOOKMARKS_SEEN = 4


class OutlinePanel(QWidget):
    """Shows bookmarks, sections and where reading stands.

    Signals: `place_requested` with a reading offset; `section_alone_requested` and
    `section_pane_requested` with a Section that the reader wants alone here, or in its own pane.
    """

    place_requested = Signal(int)
    section_alone_requested = Signal(object)
    section_pane_requested = Signal(object)

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
        self._tree = OutlineTree(self._model)
        self._tree.setMinimumHeight(LEAST_HEIGHT_PX)
        self._marks = MarksButton()
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
        column.addWidget(self._marks)
        self._bookmarks.itemClicked.connect(self._on_bookmark_chosen)
        self._bookmarks.itemActivated.connect(self._on_bookmark_chosen)
        self._tree.chosen.connect(self._on_section_chosen)
        self._tree.alone_requested.connect(self.section_alone_requested)
        self._tree.pane_requested.connect(self.section_pane_requested)
        self._marks.place_requested.connect(self.place_requested)
        self.set_document("", None)

    def set_document(self, title: str, text: ReadingText | None) -> None:
        """Show the outline of this text, or of none."""
        self._text = text
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._model.set_text(text)
        self._marks.set_text(text)
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
        self._model.set_place(offset)
        index = self._model.current()
        if index.isValid() and index != before:
            self._tree.scrollTo(self._tree.shown(index))

    def _on_bookmark_chosen(self, item: QListWidgetItem) -> None:
        self.place_requested.emit(item.data(Qt.ItemDataRole.UserRole))

    def _on_section_chosen(self, section: Section) -> None:
        self.place_requested.emit(section.start)
