"""Documents panel: the texts of the library, to open, describe and remove."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.qt import icons
from annotator.qt.models.document_model import DocumentModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.document_delegate import DocumentDelegate
from annotator.qt.panels.empty_state import LEAST_HEIGHT_PX, EmptyState
from annotator.qt.session import Session


class DocumentsPanel(QWidget):
    """Lists the documents.

    Signals with a document id: `open_requested`, `open_beside_requested`, `remove_requested`,
    `about_requested`, `link_requested`, `unlink_requested`; and `import_requested`.
    """

    open_requested = Signal(str)
    open_beside_requested = Signal(str)
    remove_requested = Signal(str)
    about_requested = Signal(str)
    link_requested = Signal(str)
    unlink_requested = Signal(str)
    import_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = DocumentModel(session, self)
        self._list = QListView()
        self._set_up_list()
        import_texts = QPushButton(icons.icon("import"), self.tr("&Import texts…"))
        import_texts.clicked.connect(self.import_requested)
        self._empty = EmptyState(
            self.tr("This library holds no texts yet. Import some, or drop text files here."),
            button=import_texts,
        )
        self._pages = QStackedLayout()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.addLayout(self._pages)
        self._connect()
        self._update_state()

    def set_open(self, document_ids: Collection[str]) -> None:
        """Show which documents lie open in a pane."""
        self._model.set_open(document_ids)

    def set_progress(self, percentages: Mapping[str, int]) -> None:
        """Show how far each document has been read, by its id."""
        self._model.set_progress(percentages)

    def current_id(self) -> str | None:
        """Return the id of the document in the current row."""
        index = self._list.currentIndex()
        return self._model.document(index.row()).id if index.isValid() else None

    def menu(self) -> QMenu:
        """Return what can be done with the current document."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_here = menu.addAction(self.tr("&Open"), self._on_open)
        open_here.setShortcut(Qt.Key.Key_Return)
        open_beside = menu.addAction(self.tr("Open &beside"), self._on_open_beside)
        open_beside.setShortcut(QKeySequence("Ctrl+Return"))
        menu.addSeparator()
        about = menu.addAction(icons.icon("edit"), self.tr("&About this text…"), self._on_about)
        about.setShortcut(Qt.Key.Key_F2)
        if self._model.document(self._list.currentIndex().row()).predecessor_id:
            menu.addAction(self.tr("&Unlink the older edition"), self._on_unlink)
        else:
            menu.addAction(self.tr("Link as &newer edition of…"), self._on_link)
        remove = menu.addAction(icons.icon("delete"), self.tr("&Remove"), self._on_remove)
        remove.setShortcut(Qt.Key.Key_Delete)
        return menu

    def _set_up_list(self) -> None:
        view = self._list
        view.setModel(self._model)
        view.setItemDelegate(DocumentDelegate(view))
        view.setUniformItemSizes(True)
        view.setMinimumHeight(LEAST_HEIGHT_PX)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(self.tr("Texts"))

    def _connect(self) -> None:
        self._list.doubleClicked.connect(self._on_open)
        self._list.customContextMenuRequested.connect(self._on_menu_requested)
        for keys, slot in (
            ("Return", self._on_open),
            ("Enter", self._on_open),
            ("Ctrl+Return", self._on_open_beside),
            ("F2", self._on_about),
            ("Del", self._on_remove),
        ):
            shortcut = QShortcut(QKeySequence(keys), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        for happened in (self._model.rowsInserted, self._model.rowsRemoved, self._model.modelReset):
            happened.connect(self._update_state)

    def _ask(self, request: SignalInstance) -> None:
        if document_id := self.current_id():
            request.emit(document_id)

    def _on_open(self, _index: ModelIndex | None = None) -> None:
        self._ask(self.open_requested)

    def _on_open_beside(self) -> None:
        self._ask(self.open_beside_requested)

    def _on_about(self) -> None:
        self._ask(self.about_requested)

    def _on_link(self) -> None:
        self._ask(self.link_requested)

    def _on_unlink(self) -> None:
        self._ask(self.unlink_requested)

    def _on_remove(self) -> None:
        self._ask(self.remove_requested)

    def _on_menu_requested(self, position: QPoint) -> None:
        if self._list.indexAt(position).isValid():
            self.menu().popup(self._list.viewport().mapToGlobal(position))

    def _update_state(self) -> None:
        self._pages.setCurrentWidget(self._list if self._model.rowCount() else self._empty)
