"""Group: the dock of the members, and who of them annotates here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from annotator.core.changes import Changes
from annotator.core.member import signs_of
from annotator.qt import icons
from annotator.qt.attempt import attempt
from annotator.qt.member_looks import sign_icon
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.docks import Docks
from annotator.qt.window.highlighting import Highlighting

if TYPE_CHECKING:
    from annotator.qt.panels.group_panel import GroupPanel

_BY_MEMBER = "colours_by_member"
_SIGN_PX = QSize(20, 18)


class Group(QObject):
    """Shows in `button` who annotates here, and lets the reader choose among the members.

    Signal: `told` with a sentence.
    """

    told = Signal(str)

    def __init__(
        self, session: Session, highlighting: Highlighting, docks: Docks, *, commands: Actions
    ) -> None:
        super().__init__(docks)
        self._session = session
        self._highlighting = highlighting
        self._docks = docks
        self._commands = commands
        self._panel: GroupPanel | None = None
        self.button = QToolButton()
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setIconSize(_SIGN_PX)
        self.button.clicked.connect(self.choose)
        self._dock = docks.add_late_beside("group", self.tr("Members"), self._make_panel)
        self._dock.setWindowIcon(icons.icon("members"))
        commands.members.triggered.connect(self.open)
        commands.annotate_as.triggered.connect(self.choose)
        commands.colour_by_member.triggered.connect(self._colour_by_member)
        session.changed.connect(self._on_changed)
        commands.colour_by_member.setChecked(bool(session.setting(_BY_MEMBER)))
        highlighting.colour_by_member(commands.colour_by_member.isChecked())

    def open(self) -> None:
        """Bring the dock to the front."""
        self._docks.show_late(self._dock)
        if self._panel is not None:
            self._panel.list.setFocus()

    def refresh(self) -> None:
        """Tell anew who annotates, for example in another theme."""
        members, current = self._session.members(), self._session.member
        sign = signs_of(members).get(current.id, "")
        self.button.setIcon(sign_icon(sign, current.colour, _SIGN_PX))
        shown = self.button.fontMetrics().elidedText(
            current.name, Qt.TextElideMode.ElideRight, _SIGN_PX.width() * 8
        )
        self.button.setText(shown.replace("&", "&&"))
        told = self.tr("{name} annotates here. Click to choose another member.")
        self.button.setToolTip(told.format(name=current.name))
        self.button.setAccessibleName(told.format(name=current.name))

    def choose(self) -> None:
        """Offer the members to annotate as, above the button."""
        menu = self.menu()
        top_left = self.button.mapToGlobal(QPoint(0, 0))
        menu.setActiveAction(next(one for one in menu.actions() if one.isChecked()))
        menu.popup(top_left - QPoint(0, menu.sizeHint().height()))

    def menu(self) -> QMenu:
        """Return the members, the one who annotates ticked, and what else can be done."""
        menu = QMenu(self.button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for member in self._session.members():
            action = menu.addAction(member.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(member.id == self._session.member.id)
            action.triggered.connect(lambda _checked, id_=member.id: self._become(id_))
        menu.addSeparator()
        menu.addAction(self._commands.members)
        return menu

    def _become(self, member_id: str) -> None:
        if attempt(self.button.window(), lambda: self._session.become(member_id)):
            told = self.tr("{name} annotates here from now on.")
            self.told.emit(told.format(name=self._session.member.name))

    def _make_panel(self) -> QWidget:
        from annotator.qt.panels.group_panel import GroupPanel

        self._panel = panel = GroupPanel(self._session)
        panel.by_member.setChecked(self._commands.colour_by_member.isChecked())
        panel.colouring_requested.connect(self._colour_by_member)
        panel.annotations_requested.connect(self._list_annotations)
        return panel

    def _list_annotations(self, member_id: str) -> None:
        self._docks.annotations.show_member(member_id)
        self._docks.show_panel(self._docks.annotations)

    def _colour_by_member(self, is_by_member: bool) -> None:
        self._commands.colour_by_member.setChecked(is_by_member)
        if self._panel is not None:
            self._panel.by_member.setChecked(is_by_member)
        self._highlighting.colour_by_member(is_by_member)
        attempt(self.button.window(), lambda: self._session.remember(_BY_MEMBER, is_by_member))

    def _on_changed(self, changes: Changes) -> None:
        if changes.members or changes.everything:
            self.refresh()
