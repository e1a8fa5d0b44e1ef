"""Agreement heat: how far members agree, along the texts in the panes."""

from functools import partial

from PySide6.QtCore import QObject

from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.window.actions import Actions
from annotator.qt.window.agreeing import Agreeing


class AgreementHeat(QObject):
    """Shows a bar on each pane while the command is ticked: for the tag that Agreement is on."""

    def __init__(self, agreeing: Agreeing, grid: ReaderGrid, commands: Actions) -> None:
        super().__init__(agreeing)
        self._agreeing = agreeing
        self._grid = grid
        self._action = commands.agreement_heat
        self._action.toggled.connect(self._on_toggled)
        agreeing.shown_changed.connect(self._show_all)
        grid.frame_added.connect(self._on_frame_added)

    def _on_toggled(self, is_on: bool) -> None:
        """Open the dock in which the tag is chosen, and whose figures are shown."""
        if is_on:
            self._agreeing.open()
        self._show_all()

    def _on_frame_added(self, frame: PaneFrame) -> None:
        frame.document_shown.connect(partial(self._show, frame))
        frame.agreement_bar.place_requested.connect(frame.reveal)

    def _show_all(self) -> None:
        for frame in self._grid:
            self._show(frame)

    def _show(self, frame: PaneFrame) -> None:
        shown, part = self._agreeing.shown(), frame.shown
        text = shown.agreement.text(frame.document_id) if shown else None
        if not self._action.isChecked() or shown is None or text is None or part is None:
            frame.agreement_bar.hide()
            return
        spans = text.marked.get(shown.row.key, ())
        frame.agreement_bar.show_marks(spans, len(text.members), part)
        name = self.tr("Agreement along the text: {tag}").format(tag=shown.tag)
        frame.agreement_bar.setAccessibleName(name)
