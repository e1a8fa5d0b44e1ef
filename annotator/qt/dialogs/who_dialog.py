"""Who dialog: which member sits at the keyboard, where a library cannot know."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.member import Member, signs_of
from annotator.qt.member_looks import sign_icon

_SIGN_PX = QSize(22, 20)
_SIZE = QSize(420, 340)


class WhoDialog(QDialog):
    """Lists the members to choose from. Signal: `new_requested` by somebody who is none of them."""

    new_requested = Signal()

    def __init__(
        self, members: Sequence[Member], current: Member, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who are you?"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Members"))
        self.list.setIconSize(_SIGN_PX)
        self.list.setUniformItemSizes(True)
        self.new = QPushButton(self.tr("&New here…"))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.addButton(self.new, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setDefault(True)
        self._lay_out()
        self._offer(members, current)
        self.new.clicked.connect(self.new_requested)
        self.list.itemDoubleClicked.connect(self.accept)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.resize(_SIZE.expandedTo(self.sizeHint()))

    def member_id(self) -> str:
        """Return the chosen member."""
        chosen: str = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        return chosen

    def _offer(self, members: Sequence[Member], current: Member) -> None:
        signs = signs_of(members)
        for member in members:
            icon = sign_icon(signs[member.id], member.colour, _SIGN_PX)
            item = QListWidgetItem(icon, member.name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, member.id)
        self.list.setCurrentRow([member.id for member in members].index(current.id))

    def _lay_out(self) -> None:
        hint = QLabel(
            self.tr(
                "This library was used by somebody else, or on another computer. Choose who "
                "annotates here from now on; what others annotated stays theirs."
            )
        )
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(hint)
        column.addWidget(self.list, 1)
        column.addWidget(self.buttons)
