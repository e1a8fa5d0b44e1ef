"""Keyed list: rows to act on by a menu, by buttons above, and by keys that count only there."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QToolButton,
)

from annotator.qt import icons
from annotator.qt.panels.empty_state import LEAST_HEIGHT_PX

_ICON_PX = 18


class KeyedList(QListView):
    """Shows a model; rows are edited elsewhere, so that no key begins to write in them."""

    def show_rows(
        self, model: QAbstractItemModel, delegate: QAbstractItemDelegate, name: str
    ) -> None:
        """Show these rows, all equally high; `name` is for screen readers."""
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(LEAST_HEIGHT_PX)

    def add_action(self, text: str, key: str, icon: str = "") -> QAction:
        """Return a new action with a key that counts while the list has the keys."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        shown_key = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        told = QCoreApplication.translate("KeyedList", "{name} ({key})")
        name = text.replace("&", "").rstrip("…")
        action.setToolTip(told.format(name=name, key=shown_key))
        if icon:
            action.setIcon(icons.icon(icon))
        self.addAction(action)
        return action


def tool_row(left: Iterable[QAction], right: Iterable[QAction]) -> QHBoxLayout:
    """Return buttons for these actions; those without an icon bear their words."""
    row = QHBoxLayout()
    row.setSpacing(2)
    for actions in (left, right):
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setIconSize(QSize(_ICON_PX, _ICON_PX))
            has_icon = not action.icon().isNull()
            style = Qt.ToolButtonStyle
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if has_icon else style.ToolButtonTextOnly
            )
            row.addWidget(button)
        if actions is left:
            row.addStretch()
    return row
