"""Tool bar: the few things that readers do all the time, and the tags as chips."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from annotator.core.codebook import Codebook
from annotator.qt import icons
from annotator.qt.tag_names import shown_name
from annotator.qt.theme import Theme, tag_colour
from annotator.qt.window.actions import TAG_KEYS, Actions

_MOST_TAGS = 5


class ToolBar(QToolBar):
    """Signal: `tag_clicked` with a tag id."""

    tag_clicked = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolBar")
        self.setWindowTitle(self.tr("Tool bar"))
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._tags: list[QAction] = []
        if more := self.findChild(QToolButton, "qt_toolbar_ext_button"):
            more.setToolTip(self.tr("More tools"))
            more.setAccessibleName(more.toolTip())
        self._add(actions.import_files, self.tr("Import"))
        self.addWidget(self._panes_button(actions))
        self._add(actions.link, self.tr("Link"))
        self._add(actions.search, self.tr("Search"))
        self.addSeparator()
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._space = self.addWidget(space)
        self._add(actions.export, self.tr("Export"))

    def set_tags(self, codebook: Codebook, theme: Theme) -> None:
        """Show the first tags of the codebook."""
        for action in self._tags:
            self.removeAction(action)
            action.deleteLater()
        self._tags = []
        for number, tag in enumerate(codebook.tags[: min(_MOST_TAGS, TAG_KEYS)], start=1):
            swatch = icons.swatch(tag_colour(tag.colour, theme), QColor(theme.quiet_ink))
            action = QAction(swatch, shown_name(tag).replace("&", "&&"), self)
            action.setToolTip(self.tr("Tag the selection (key {number})").format(number=number))
            action.setData(tag.id)
            action.triggered.connect(self._on_tag_triggered)
            self.insertAction(self._space, action)
            self._tags.append(action)

    def _add(self, action: QAction, short_name: str) -> None:
        action.setIconText(short_name)
        self.addAction(action)

    def _panes_button(self, actions: Actions) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon("panes-2"))
        button.setText(self.tr("Panes"))
        button.setToolTip(self.tr("How many texts stand side by side"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addActions(actions.pane_counts)
        button.setMenu(menu)
        return button

    def _on_tag_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.tag_clicked.emit(action.data())
