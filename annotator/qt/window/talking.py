"""Talking: the dock with the thread of the active annotation, and the replies written in it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.reply import Reply
from annotator.qt import icons
from annotator.qt.attempt import attempt
from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.docks import Docks
from annotator.services.editing.reply_edits import DeleteReply, add_reply, change_reply

if TYPE_CHECKING:
    from annotator.qt.panels.thread_panel import ThreadPanel


class Talking(QObject):
    """Lets the reader reply.

    Signals: `told` with a sentence; `note_requested` and `versions_requested` with the id of an
    annotation whose note is to be written, or settled.
    """

    told = Signal(str)
    note_requested = Signal(str)
    versions_requested = Signal(str)

    def __init__(
        self, session: Session, focus: AnnotationFocus, docks: Docks, commands: Actions
    ) -> None:
        super().__init__(docks)
        self._session = session
        self._focus = focus
        self._docks = docks
        self._panel: ThreadPanel | None = None
        self._dock = docks.add_late_beside("thread", self.tr("Replies"), self._make_panel)
        self._dock.setWindowIcon(icons.icon("reply"))
        focus.active_changed.connect(self._on_active_changed)
        commands.reply.triggered.connect(self.reply)
        docks.annotations.reply_requested.connect(self.reply_to)

    def reply(self) -> None:
        """Let the reader reply to the active annotation."""
        if self._focus.active_id is None:
            self.told.emit(self.tr("Click an annotation first, then reply to it."))
        else:
            self.reply_to(self._focus.active_id)

    def reply_to(self, annotation_id: str) -> None:
        """Let the reader reply to this annotation."""
        self._focus.activate(annotation_id)
        self._docks.show_late(self._dock)
        if self._panel is not None:
            self._panel.write()

    def show(self, reply_id: str) -> None:
        """Show this reply in the thread of the active annotation; the keys stay where they are."""
        self._dock.show()
        self._dock.raise_()
        if self._panel is not None:
            self._panel.show_reply(reply_id)

    def _make_panel(self) -> QWidget:
        from annotator.qt.panels.thread_panel import ThreadPanel

        self._panel = panel = ThreadPanel(self._session)
        panel.show_annotation(self._focus.active_id)
        panel.reply_written.connect(self._add)
        panel.reply_changed.connect(self._change)
        panel.delete_requested.connect(self._delete)
        panel.note_requested.connect(self.note_requested)
        panel.versions_requested.connect(self.versions_requested)
        panel.left.connect(self._go_back_to_text)
        return panel

    def _go_back_to_text(self) -> None:
        self._focus.frame.pane.setFocus()

    def _on_active_changed(self, annotation_id: str | None) -> None:
        if self._panel is not None:
            self._panel.show_annotation(annotation_id)

    def _add(self, annotation_id: str, content: str) -> None:
        def run() -> None:
            edit = add_reply(annotation_id, self._session.member.id, content)
            self._session.do(edit, self.tr("Reply"))

        attempt(self._panel, run)

    def _change(self, reply: Reply, content: str) -> None:
        def run() -> None:
            self._session.do(change_reply(reply, content), self.tr("Change reply"))

        if content != reply.content:
            attempt(self._panel, run)

    def _delete(self, reply: Reply) -> None:
        edit = DeleteReply(reply.id)
        attempt(self._panel, partial(self._session.do, edit, self.tr("Delete reply")))
