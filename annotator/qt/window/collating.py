"""Collating: the panel of variant readings, and what is done at the places it tells of."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.span import ReadingSpan
from annotator.qt.attempt import attempt
from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.desk import Desk
from annotator.qt.window.docks import Docks

_Place = tuple[str, ReadingSpan]


class Collating(QObject):
    """Holds the late dock of variant readings. No text is ever changed here.

    Signals: `place_requested` with a document id and the ReadingSpan to go to, `told` with a
    sentence for the status line.
    """

    place_requested = Signal(str, object)
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        focus: AnnotationFocus,
        desk: Desk,
        docks: Docks,
        *,
        commands: Actions,
    ) -> None:
        super().__init__(docks)
        self._session = session
        self._focus = focus
        self._desk = desk
        dock = docks.add_late("collation", self.tr("Variant readings"), self._make_panel)
        commands.collation.triggered.connect(partial(docks.show_late, dock))

    def _make_panel(self) -> QWidget:
        # Here, because the window shows sooner without NumPy.
        from annotator.qt.panels.collation_panel import CollationPanel

        panel = CollationPanel(self._session)
        panel.place_chosen.connect(self.place_requested)
        panel.side_by_side_requested.connect(self._show_both)
        panel.note_requested.connect(self._make_note)
        return panel

    def _show_both(self, one: _Place, other: _Place) -> None:
        """Open both places, each in a pane of its own."""
        self.place_requested.emit(*one)
        self._desk.open_beside(other[0])
        self._focus.frame.reveal(other[1])
        self._focus.frame.pane.select(other[1])

    def _make_note(self, document_id: str, span: ReadingSpan, note: str) -> None:
        """Annotate the place, and show it."""

        def annotate() -> None:
            annotation = self._session.annotate(document_id, span, tag_ids=(), note=note)
            self.place_requested.emit(document_id, span)
            self._focus.frame.pane.select(None)
            self._focus.activate(annotation.id)
            self.told.emit(self.tr("A note stands there now. Ctrl+Z takes it back."))

        attempt(self._focus.frame.window(), annotate)
