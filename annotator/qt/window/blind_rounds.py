"""Blind rounds in the window: they are opened and ended, signed on panes, and told of when over."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from annotator.core.changes import Changes
from annotator.core.document import Document
from annotator.core.errors import LibraryError
from annotator.core.member import Member
from annotator.qt.attempt import attempt
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.desk import Desk
from annotator.services import rounds
from annotator.services.rounds import BlindText

if TYPE_CHECKING:
    from annotator.qt.dialogs.blind_round_dialog import BlindRoundDialog


class BlindRounds(QObject):
    """Keeps the panes' bars in step with the rounds of the library.

    Signals: `told` with a sentence, `agreement_requested` with the id of a text whose round is
    over.
    """

    told = Signal(str)
    agreement_requested = Signal(str)

    def __init__(self, session: Session, grid: ReaderGrid, desk: Desk, commands: Actions) -> None:
        super().__init__(desk)
        self._session = session
        self._grid = grid
        self._desk = desk
        self._blind: dict[str, BlindText] = {}
        self._over: set[str] = set()
        self._dialog: BlindRoundDialog | None = None
        commands.blind_round.triggered.connect(self.open_dialog)
        grid.frame_added.connect(self._on_frame_added)
        session.changed.connect(self._on_changed)
        QTimer.singleShot(0, self, self._look)

    def open_dialog(self) -> None:
        """Show the texts with their rounds, that of the active pane chosen."""
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.blind_round_dialog import BlindRoundDialog

        if self._dialog is None:
            self._dialog = BlindRoundDialog(self._grid.window())
            self._dialog.opening_requested.connect(self._open)
            self._dialog.ending_requested.connect(self._end)
            self._dialog.destroyed.connect(self._on_dialog_gone)
        self._refresh_dialog()
        self._dialog.choose(self._desk.active_document_id)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _open(self, documents: list[Document], members: list[Member]) -> None:
        def open_() -> None:
            library, member = self._session.library, self._session.member
            edit = rounds.plan_opening(library, documents, members, member)
            self._session.do(edit, self.tr("Open a blind round"))

        attempt(self._dialog, open_)

    def _end(self, documents: list[Document]) -> None:
        def end() -> None:
            edit = rounds.plan_ending(self._session.library, documents, self._session.member)
            self._session.do(edit, self.tr("End a blind round"))

        attempt(self._dialog, end)

    def _on_changed(self, changes: Changes) -> None:
        if changes.documents or changes.members or changes.everything:
            self._look()

    def _look(self) -> None:
        """Record which rounds all have finished, and show what is in a round and what not."""
        library = self._session.library
        finished: list[Document] = []
        with suppress(LibraryError):  # what cannot be recorded now is so at the next look
            finished = rounds.record_finished(library)
        before, self._blind = self._blind, rounds.blind_texts(library)
        begun = [text.document for id_, text in self._blind.items() if id_ not in before]
        over = {id_: text.document for id_, text in before.items() if id_ not in self._blind}
        over |= {document.id: document for document in finished}
        self._over = (self._over | over.keys()) - self._blind.keys()
        for frame in self._grid:
            self._sign(frame)
        self._refresh_dialog()
        self._tell(self.tr("In a blind round you see only your own work: {titles}"), begun)
        self._tell(
            self.tr("The blind round on {titles} is over: the work of all is shown."),
            list(over.values()),
        )
        if finished:
            ids = frozenset(document.id for document in finished)
            self._session.announce(Changes(documents=ids, annotated=ids))

    def _tell(self, sentence: str, documents: list[Document]) -> None:
        """Tell it of those of these texts that are in the library."""
        known = {one.id for one in self._session.documents()} if documents else set()
        titles = [document.title for document in documents if document.id in known]
        if titles:
            self.told.emit(sentence.format(titles=QLocale().createSeparatedList(titles)))

    def _on_frame_added(self, frame: PaneFrame) -> None:
        frame.document_shown.connect(partial(self._sign, frame))
        frame.round_bar.clicked.connect(partial(self._on_bar_clicked, frame))

    def _sign(self, frame: PaneFrame) -> None:
        """Let the bar over a pane say what the text in it needs to have said."""
        text = self._blind.get(frame.document_id or "")
        if text is not None:
            finished = len(text.finished)
            frame.round_bar.show_open(finished, finished + len(text.awaited))
        elif frame.document_id in self._over:
            frame.round_bar.show_over()
        else:
            frame.round_bar.hide()

    def _on_bar_clicked(self, frame: PaneFrame) -> None:
        document_id = frame.document_id
        if document_id in self._blind:
            self.open_dialog()
        elif document_id in self._over:
            self._over.discard(document_id)
            for each in self._grid:
                self._sign(each)
            self.agreement_requested.emit(document_id)

    def _refresh_dialog(self) -> None:
        if self._dialog is not None:
            session = self._session
            statuses = rounds.statuses(session.library)
            self._dialog.show_rounds(session.documents(), session.members(), statuses)

    def _on_dialog_gone(self) -> None:
        self._dialog = None
