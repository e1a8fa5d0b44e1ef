"""Merge dialog: what other libraries would bring, before it is let in."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import DuiduError
from annotator.core.printable import printable
from annotator.qt import prompts
from annotator.qt.sentences import sentence_of
from annotator.qt.tasks import Task
from annotator.services import merging
from annotator.services.matching import Match
from annotator.services.merging import Merged, MergeReport

_SIZE = (640, 460)


class MergeDialog(QDialog):
    """Looks at the libraries off the GUI thread, tells what they bring, and merges on request.

    Signal: `merged` with the Merged, once something came in.
    """

    merged = Signal(object)

    def __init__(
        self, library_path: Path, paths: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Merge libraries"))
        self._library_path = library_path
        self._paths = tuple(paths)
        self._task: Task | None = None
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self.found = QTreeWidget()
        self.found.setAccessibleName(self.tr("What would come in"))
        self._progress = QProgressBar()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = QPushButton(self.tr("&Merge"))
        self._buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._set_up()
        self._run(self._on_looked, dry_run=True)

    def accept(self) -> None:
        """Let in what was shown."""
        if self.accept_button.isEnabled():
            self._run(self._on_merged, dry_run=False)

    def reject(self) -> None:
        """Break off what runs, which leaves the library as it was; otherwise close."""
        if self._task is not None:
            self._task.cancel()
        super().reject()

    def _set_up(self) -> None:
        self.found.setColumnCount(2)
        self.found.setHeaderHidden(True)
        self.found.setWordWrap(True)
        self.found.header().setStretchLastSection(False)
        self.found.header().setSectionResizeMode(0, self.found.header().ResizeMode.Stretch)
        self.found.header().setSectionResizeMode(1, self.found.header().ResizeMode.ResizeToContents)
        self.accept_button.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._progress, 1)
        foot.addStretch()
        foot.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._summary)
        column.addWidget(self.found, 1)
        column.addLayout(foot)
        self.resize(*_SIZE)

    def _run(self, on_done: Callable[[Merged], None], *, dry_run: bool) -> None:
        merge = partial(merging.merge_all_in, self._library_path, self._paths, dry_run=dry_run)
        self._task = task = Task(lambda report: merge(report=report), self)
        task.progress.connect(self._on_progress)
        task.done.connect(on_done)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        self._progress.setRange(0, 0)
        self._progress.show()
        self.accept_button.setEnabled(False)
        looking, coming = self.tr("Looking at the libraries…"), self.tr("Merging…")
        self._summary.setText(looking if dry_run else coming)
        task.start()

    def _on_progress(self, done: int, _total: int, _what: str) -> None:
        self._progress.setAccessibleDescription(self.tr("%n entries", "", done))

    def _on_looked(self, looked: Merged) -> None:
        reports = looked.reports.values()
        for path, report in looked.reports.items():
            self._show_report(path, report)
        for path, error in looked.refused.items():
            item = self._add(printable(path.name), self.tr("cannot be merged"))
            reason = QTreeWidgetItem(item, [sentence_of(error)])
            reason.setFirstColumnSpanned(True)
        self.found.expandAll()
        has_news = any(not report.is_empty for report in reports)
        is_blind = any(report.is_blind for report in reports)
        self.accept_button.setEnabled(has_news or is_blind)
        if has_news:
            conflicts = sum(len(report.conflicts) for report in reports)
            told = [self.tr("This would come in. A backup is made first.")]
            if conflicts:
                told.append(self.tr("%n annotations were changed on both sides.", "", conflicts))
            self._summary.setText(" ".join(told))
        elif is_blind:
            self._summary.setText(
                self.tr("What may be seen of it while a blind round is open is all here already.")
            )
        else:
            self._summary.setText(self.tr("There is nothing new in it."))

    def _show_report(self, path: Path, report: MergeReport) -> None:
        nothing = self.tr("nothing new to see") if report.is_blind else self.tr("nothing new")
        item = self._add(printable(path.name), nothing if report.is_empty else "")
        for share in report.shares:
            count = self.tr("%n annotations", "", share.annotations)
            item.addChild(QTreeWidgetItem([f"{share.member} · {share.document}", count]))
        if "document" in report.counts and (texts := report.counts["document"].new):
            item.addChild(QTreeWidgetItem([self.tr("New texts"), str(texts)]))
        if "reply" in report.counts and (replies := report.counts["reply"].new):
            item.addChild(QTreeWidgetItem([self.tr("New replies"), str(replies)]))
        for match in report.matched:
            self._show_match(item, match)
        for title in report.missing:
            waiting = QTreeWidgetItem(
                item,
                [self.tr("A part waits for a text that is not here: {title}").format(title=title)],
            )
            waiting.setFirstColumnSpanned(True)
        if changed := sum(count.changed for count in report.counts.values()):
            item.addChild(QTreeWidgetItem([self.tr("Changes of what is here"), str(changed)]))

    def _show_match(self, item: QTreeWidgetItem, match: Match) -> None:
        names = {"theirs": match.theirs.title, "ours": match.ours.title}
        if match.is_joined:
            told = self.tr("An older edition of “{ours}”: “{theirs}”").format(**names)
        else:
            told = self.tr("Nearly your “{ours}”: “{theirs}”").format(**names)
        text = QTreeWidgetItem(item, [told])
        text.setFirstColumnSpanned(True)
        text.setToolTip(0, told)
        for told, count in (
            (self.tr("Annotations that find their place when you link the two"), match.placed),
            (self.tr("To check"), match.to_check),
            (self.tr("Not found"), match.not_found),
        ):
            text.addChild(QTreeWidgetItem([told, str(count)]))

    def _add(self, name: str, told: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.found, [name, told])
        font = QFont(self.found.font())
        font.setBold(True)
        item.setFont(0, font)
        return item

    def _on_merged(self, merged: Merged) -> None:
        if merged.reports:
            self.merged.emit(merged)
        super().accept()

    def _on_failed(self, error: DuiduError) -> None:
        prompts.warn(self, sentence_of(error))
        super().reject()

    def _on_ended(self) -> None:
        self._task = None
        self._progress.hide()
