"""Agreeing: the dock that tells how far members agree, and what leads from it into the texts."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.changes import Changes
from annotator.core.errors import DuiduError
from annotator.core.span import ReadingSpan
from annotator.qt import prompts
from annotator.qt.attempt import attempt
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.qt.tasks import Task
from annotator.qt.window.actions import Actions
from annotator.qt.window.desk import Desk
from annotator.qt.window.docks import Docks

if TYPE_CHECKING:
    from annotator.qt.panels.agreement_panel import AgreementPanel
    from annotator.services.agreement import Agreement, TagAgreement

_PAUSE_MS = 400


class Shown(NamedTuple):
    """What the dock shows: the comparison, and the row and the name of a tag in it."""

    agreement: "Agreement"
    row: "TagAgreement"
    tag: str


class Agreeing(QObject):
    """Compares off the GUI thread, again after changes while the dock is seen.

    `told` carries a sentence; `compared` follows once figures are shown, `shown_changed` when the
    reader looks at those of another tag.
    """

    told = Signal(str)
    compared = Signal()
    shown_changed = Signal()

    def __init__(self, session: Session, desk: Desk, docks: Docks, commands: Actions) -> None:
        super().__init__(docks)
        self._session = session
        self._desk = desk
        self._docks = docks
        self._panel: AgreementPanel | None = None
        self._task: Task | None = None
        self._is_outdated = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._compare_if_seen)
        self._along = (commands.agreement_heat, commands.agreement_lines)
        self._awaited_step = 0
        self._dock = docks.add_late("agreement", self.tr("Agreement"), self._make_panel)
        self._dock.visibilityChanged.connect(self._compare_if_seen)
        commands.agreement.triggered.connect(self.open)
        commands.next_dispute.triggered.connect(partial(self._step, 1))
        commands.previous_dispute.triggered.connect(partial(self._step, -1))
        session.changed.connect(self._on_changed)

    def open(self) -> None:
        """Bring the dock to the front."""
        self._docks.show_late(self._dock)

    def open_on(self, document_id: str) -> None:
        """Bring the dock to the front and compare what was marked in this text."""
        self.open()
        if self._panel is not None:
            self._offer_choices(self._panel)
            self._panel.choose_text(document_id)

    def open_at(self, document_id: str, span: ReadingSpan) -> None:
        """Bring the dock to the front, with the passage here that was not marked alike."""
        self.open()
        if self._panel is not None and not self._panel.go_to_dispute(document_id, span):
            self.told.emit(self.tr("All who have finished this text marked this alike."))

    def shown(self) -> Shown | None:
        """Return what the dock shows, None before it was opened."""
        panel = self._panel
        row = panel.shown() if panel else None
        return Shown(panel.agreement, row, panel.model.name(row)) if panel and row else None

    def _make_panel(self) -> QWidget:
        from annotator.qt.panels.agreement_panel import AgreementPanel

        self._panel = panel = AgreementPanel()
        panel.scope_changed.connect(self._compare)
        panel.place_requested.connect(self._desk.show_passage)
        panel.dispute_chosen.connect(self._desk.select_passage)
        panel.export_requested.connect(self._export)
        panel.shown_changed.connect(self.shown_changed)
        self._is_outdated = True
        self._pause.start(0)
        return panel

    def _on_changed(self, changes: Changes) -> None:
        if changes.only_seen:  # who agrees is asked of all who finished, seen or not
            return
        others = changes.tags or changes.members or changes.everything
        if changes.annotated or changes.documents or others:
            self._is_outdated = True
            self._pause.start()

    def _compare_if_seen(self) -> None:
        if self._panel is not None and self._is_outdated and self._is_seen(self._panel):
            self._compare()

    def _is_seen(self, panel: "AgreementPanel") -> bool:
        return panel.isVisible() or any(action.isChecked() for action in self._along)

    def _compare(self, *_: object) -> None:
        from annotator.services import agreement

        if self._panel is None:
            return
        self._is_outdated = False
        self._offer_choices(self._panel)
        if self._task is not None:
            self._task.cancel()
        path, scope = self._session.library.path, self._panel.scope()
        task = Task(lambda report: agreement.compare_in(path, scope, report), self)
        task.done.connect(partial(self._on_compared, task))
        task.failed.connect(self._on_failed)
        self._task = task
        task.start()

    def _offer_choices(self, panel: "AgreementPanel") -> None:
        session = self._session
        finished = {one.id: session.finished_by(one.id) for one in session.documents()}
        titles = {one.id: one.title for one in session.documents() if len(finished[one.id]) > 1}
        readers = frozenset().union(*finished.values())
        panel.set_choices(titles, [one for one in session.members() if one.id in readers])

    def _on_compared(self, task: Task, found: "Agreement") -> None:
        if task is self._task and self._panel is not None:
            self._task = None
            self._panel.show_agreement(found)
            self.compared.emit()
            if self._awaited_step:
                self._step_in(self._panel, self._awaited_step)

    def _on_failed(self, error: DuiduError) -> None:
        self._task = None
        if self._panel is not None:
            self._panel.empty.say(sentence_of(error))

    def _step(self, by: int) -> None:
        """Go on in the dock; whoever reads on in a pane keeps the keys there."""
        if self._panel is None or not self._is_seen(self._panel):
            self._docks.bring_late(self._dock)
        if self._panel is not None:
            self._step_in(self._panel, by)

    def _step_in(self, panel: "AgreementPanel", by: int) -> None:
        """Step now, or once the figures that are being made are there."""
        is_waiting = self._is_outdated or self._task is not None
        self._awaited_step = 0
        if panel.step(by):
            return
        if is_waiting:
            self._awaited_step = by
        else:
            self.told.emit(self.tr("Nothing was marked differently with this tag."))

    def _export(self, row: "TagAgreement") -> None:
        name = self.tr("Agenda.md")
        path = prompts.ask_save_file(
            self._panel,
            self.tr("Export for a talk"),
            kinds=self.tr("Markdown (*.md)"),
            suggested=self._session.library.path.parent / name,
        )
        if path is not None:
            attempt(self._panel, lambda: self._write(path, row))

    def _write(self, path: Path, row: "TagAgreement") -> None:
        from annotator.exporters.wording import Language
        from annotator.services import agreement, exporting

        assert self._panel is not None
        is_chinese = QLocale().language() is QLocale.Language.Chinese
        language = Language.ZH if is_chinese else Language.EN
        exporting.write_file(path, agreement.agenda(row, self._panel.model.name(row), language))
        self.told.emit(self.tr("Written to {path}").format(path=path))
