"""Floating bar: the tags and a few other things to do, beside a selection."""

from collections.abc import Collection

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from annotator.core.codebook import Codebook, Tag
from annotator.qt import icons
from annotator.qt.tag_names import shown_name
from annotator.qt.theme import Theme, tag_colour

_MOST_TAGS = 6
_GAP_PX = 6
_WITH_NAME = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_WITHOUT_NAME = Qt.ToolButtonStyle.ToolButtonIconOnly


class FloatingBar(QFrame):
    """Floats over the pane of its selection and never takes the focus from it.

    Signals: `tag_clicked` with a tag id, `more_tags_clicked`, `note_clicked`, `copy_clicked`,
    `delete_clicked`.
    """

    tag_clicked = Signal(str)
    more_tags_clicked = Signal()
    note_clicked = Signal()
    copy_clicked = Signal()
    delete_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setObjectName("floatingBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Tags for the selection"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 3, 4, 3)
        self._row.setSpacing(2)
        self._tag_buttons: list[QToolButton] = []
        self._more = self._button("more", self.tr("All tags (Ctrl+K)"), self.more_tags_clicked)
        self._note = self._button("note", self.tr("Note (N)"), self.note_clicked)
        self._copy = self._button("copy", self.tr("Copy with citation"), self.copy_clicked)
        self._delete = self._button("delete", self.tr("Delete (Del)"), self.delete_clicked)
        self.hide()

    def set_tags(self, codebook: Codebook, theme: Theme) -> None:
        """Offer the first tags of the codebook."""
        for button in self._tag_buttons:
            button.deleteLater()
        self._tag_buttons = []
        for number, tag in enumerate(codebook.tags[:_MOST_TAGS], start=1):
            button = self._tag_button(number, tag, theme)
            self._row.insertWidget(number - 1, button)
            self._tag_buttons.append(button)

    def show_at(
        self, passage: QRect, area: QRect, *, chosen: Collection[str], deletable: bool
    ) -> None:
        """Show the bar above the passage, or below it where there is no room.

        `passage` and `area` are in the coordinates of the bar's parent.
        """
        for button in self._tag_buttons:
            button.setChecked(button.property("tag_id") in chosen)
        self._delete.setVisible(deletable)
        size = self._fitting_size()
        above = passage.top() - size.height() - _GAP_PX
        below = min(passage.bottom() + _GAP_PX, area.bottom() - size.height() - _GAP_PX)
        left = passage.center().x() - size.width() // 2
        left = max(area.left() + _GAP_PX, min(left, area.right() - size.width() - _GAP_PX))
        left = max(0, min(left, self._around.width() - size.width()))
        self.move(QPoint(left, above if above >= area.top() else below))
        self.raise_()
        self.show()

    def _fitting_size(self) -> QSize:
        """Let the tags have their names beside them if there is room; return the size."""
        for style in (_WITH_NAME, _WITHOUT_NAME):
            for button in self._tag_buttons:
                button.setToolButtonStyle(style)
            self.adjustSize()
            if self.sizeHint().width() <= self._around.width():
                break
        return self.sizeHint()

    def _tag_button(self, number: int, tag: Tag, theme: Theme) -> QToolButton:
        button = QToolButton()
        button.setProperty("tag_id", tag.id)
        button.setText(shown_name(tag).replace("&", "&&"))
        button.setIcon(icons.swatch(tag_colour(tag.colour, theme), QColor(theme.quiet_ink)))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tip = self.tr("{tag}: key {number}")
        button.setToolTip(tip.format(tag=shown_name(tag), number=number))
        button.clicked.connect(self._on_tag_button_clicked)
        return button

    def _button(self, icon: str, name: str, clicked: SignalInstance) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(clicked)
        self._row.addWidget(button)
        return button

    def _on_tag_button_clicked(self) -> None:
        self.tag_clicked.emit(self.sender().property("tag_id"))
