"""Outline tree: the sections of a text as rows that can be opened."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeView, QWidget

from annotator.qt.models.outline_model import OutlineModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.outline_delegate import OutlineDelegate
from annotator.text.sections import Section

_INDENT_PX = 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutlineTree(QTreeView):
    """Asks for what the reader wants done with a Section: go to it, see nothing but it here, or
    open it in a pane of its own.
    """

    chosen = Signal(object)
    alone_requested = Signal(object)
    pane_requested = Signal(object)

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(OutlineDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT_PX)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(self.tr("Headings"))
        self.header().setMinimumSectionSize(0)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.clicked.connect(self._on_clicked)

    def shown(self, index: QModelIndex) -> QModelIndex:
        """Return the index itself, or the closed section that hides it."""
        above = index.parent()
        while above.isValid():
            if not self.isExpanded(above):
                index = above
            above = above.parent()
        return index

    def menu_of(self, section: Section) -> QMenu:
        """Return what can be done with a section."""
        menu = QMenu(self)
        menu.addAction(self.tr("&Go there"), lambda: self.chosen.emit(section))
        alone = self.tr("Show &only this section")
        menu.addAction(alone, lambda: self.alone_requested.emit(section))
        beside = self.tr("Open in a &pane of its own")
        menu.addAction(beside, lambda: self.pane_requested.emit(section))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        section = _section(self.currentIndex())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if section is None or event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif modifiers == Qt.KeyboardModifier.ControlModifier:
            self.pane_requested.emit(section)
        elif modifiers == Qt.KeyboardModifier.NoModifier:
            self.chosen.emit(section)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        section = _section(self.indexAt(event.position().toPoint()))
        if event.button() == Qt.MouseButton.MiddleButton and section is not None:
            self.pane_requested.emit(section)
        else:
            super().mouseReleaseEvent(event)

    def _on_menu_requested(self, place: QPoint) -> None:
        section = _section(self.indexAt(place))
        if section is not None:
            menu = self.menu_of(section)
            menu.popup(self.viewport().mapToGlobal(place))
            menu.aboutToHide.connect(menu.deleteLater)

    def _on_clicked(self, index: ModelIndex) -> None:
        section = _section(index)
        if section is not None:
            self.chosen.emit(section)


def _section(index: ModelIndex) -> Section | None:
    section: Section | None = index.data(OutlineModel.SectionRole) if index.isValid() else None
    return section
