"""Member dialog: the name and colour of a member."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import EditError, MemberNameError, MemberNameTakenError
from annotator.core.identity import tag_name_key
from annotator.core.member import Member, signs_of
from annotator.qt.dialogs.colour_row import ColourRow
from annotator.qt.member_looks import sign_icon
from annotator.qt.sentences import sentence_of
from annotator.services.libraries import LONGEST_MEMBER_NAME, MEMBER_COLOURS

_COLOUR_PX = QSize(22, 20)
_WIDTH_PX = 440


class MemberDialog(QDialog):
    """Asks what a member of a group is called, and in which colour others see the member.

    `hint` says above the fields what they are for.
    """

    def __init__(
        self,
        members: Sequence[Member],
        member: Member,
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._others = [one for one in members if one.id != member.id]
        self._before = member
        self.setWindowTitle(self.tr("Member"))
        self._hint = QLabel(hint)
        self._hint.setWordWrap(True)
        self._hint.setVisible(bool(hint))
        self.name = QLineEdit(member.name)
        self.name.setMaxLength(LONGEST_MEMBER_NAME)
        self.name.selectAll()
        self.colours = ColourRow(_COLOUR_PX)
        self._trouble = QLabel()
        self._trouble.setProperty("quiet", True)
        self._trouble.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._offer_colours()
        self._lay_out()
        self._connect()
        self._update()
        self.resize(max(_WIDTH_PX, self.sizeHint().width()), self.sizeHint().height())

    @classmethod
    def ask(
        cls, parent: QWidget | None, members: Sequence[Member], member: Member
    ) -> Member | None:
        """Return what the member becomes, None if cancelled."""
        dialog = cls(members, member, parent=parent)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.member() if is_accepted else None

    def member(self) -> Member:
        """Return the member as it stands in the dialog."""
        name = " ".join(self.name.text().split())
        return replace(self._before, name=name, colour=self.colours.swatches.value())

    def _offer_colours(self) -> None:
        names = (
            self.tr("Blue"),
            self.tr("Red"),
            self.tr("Green"),
            self.tr("Amber"),
            self.tr("Violet"),
            self.tr("Turquoise"),
            self.tr("Purple"),
            self.tr("Olive"),
            self.tr("Indigo"),
        )
        self.colours.offer(dict(zip(MEMBER_COLOURS, names, strict=True)), self._before.colour)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("&Name"), self.name)
        label = QLabel(self.tr("&Colour"))
        label.setBuddy(self.colours.swatches)
        form.addRow(label, self.colours)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(self._hint)
        column.addLayout(form)
        column.addWidget(self._trouble)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._update)
        self.colours.swatches.changed.connect(self._update)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _update(self) -> None:
        """Show the member's sign in every colour, and say what is wrong with the name."""
        member, trouble = self.member(), self._name_trouble()
        sign = signs_of([*self._others, member])[member.id] if member.name else ""
        for colour in self.colours.swatches.values():
            self.colours.swatches.set_icon(colour, sign_icon(sign, colour, _COLOUR_PX))
        self._trouble.setText(sentence_of(trouble) if trouble else "")
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(trouble is None)

    def _name_trouble(self) -> EditError | None:
        name = self.member().name
        if not name:
            return MemberNameError(limit=LONGEST_MEMBER_NAME)
        if any(tag_name_key(name) == tag_name_key(other.name) for other in self._others):
            return MemberNameTakenError(name=name)
        return None
