"""Introducing: learning who sits at the keyboard when a library is new, or comes from elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from annotator.core.changes import Changes
from annotator.core.identity import new_id
from annotator.core.member import Member
from annotator.qt.attempt import attempt
from annotator.qt.session import Session
from annotator.qt.settings import Settings
from annotator.services import seats
from annotator.services.editing.member_edits import ChangeMember
from annotator.services.libraries import free_colour

# The reader sees the window first.
_PAUSE_MS = 400


class Introducing(QObject):
    """Asks, where it must, who annotates; from then on both library and settings remember it."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self._is_known = False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(lambda: attempt(window, self.begin))
        session.changed.connect(self._on_changed)

    def begin_soon(self) -> None:
        self._timer.start()

    def begin(self) -> None:
        """Let the member of this seat annotate, or ask who that is. Raises a DuiduError."""
        library, reader = self._session.library, self._settings.reader
        if member := seats.member_at(library, self._settings.seat, reader):
            self._seat(member.id)
        elif seats.is_fresh(library):
            self._introduce()
        else:
            self._ask_who()

    def _introduce(self) -> None:
        member = self._session.member
        hint = self.tr(
            "Your name and colour stand beside what you annotate, so that a group can tell its "
            "members apart. Press Esc to do this later."
        )

        def change(after: Member) -> None:
            if after != member:
                # No step to undo: the reader has done nothing yet.
                self._session.announce(ChangeMember(member, after).apply(self._session.library))

        dialog = self._asked_for(member, hint, change)
        dialog.finished.connect(lambda: attempt(self._window, lambda: self._seat(member.id)))

    def _ask_who(self) -> None:
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.who_dialog import WhoDialog

        dialog = WhoDialog(self._session.members(), self._session.member, self._window)
        dialog.accepted.connect(
            lambda: attempt(self._window, lambda: self._seat(dialog.member_id()))
        )
        dialog.new_requested.connect(dialog.reject)
        dialog.new_requested.connect(self._ask_newcomer)
        _open(dialog)

    def _ask_newcomer(self) -> None:
        def add(wanted: Member) -> None:
            self._session.add_member(wanted)
            self._seat(wanted.id)

        newcomer = Member(new_id(), "", free_colour(self._session.library))
        self._asked_for(self._settings.reader or newcomer, "", add)

    def _asked_for(self, member: Member, hint: str, take: Callable[[Member], None]) -> QDialog:
        """Open the dialog for a member; `take` gets what the reader makes of it."""
        from annotator.qt.dialogs.member_dialog import MemberDialog

        members = self._session.members()
        dialog = MemberDialog(members, member, hint=hint, parent=self._window)
        dialog.accepted.connect(lambda: attempt(self._window, lambda: take(dialog.member())))
        _open(dialog)
        return dialog

    def _seat(self, member_id: str) -> None:
        if member_id != self._session.member.id:
            self._session.become(member_id)
        self._is_known = True
        self._remember()

    def _remember(self) -> None:
        member = self._session.member
        seats.take(self._session.library, self._settings.seat, member.id)
        if member != self._settings.reader:
            self._settings.reader = member

    def _on_changed(self, changes: Changes) -> None:
        if self._is_known and (changes.members or changes.everything):
            attempt(self._window, self._remember)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
