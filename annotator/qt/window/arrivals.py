"""Arrivals: long texts come into their panes when they have been read in."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from annotator.core.document import Document
from annotator.core.errors import DuiduError
from annotator.qt import prompts
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session


class Arrivals(QObject):
    """Reads texts in off the GUI thread, for panes that wait for them."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps: dict[PaneFrame, Callable[[], None]] = {}

    def wait_for(self, document: Document, frame: PaneFrame, then: Callable[[], None]) -> None:
        """Take a step when this text is in memory, unless the pane gets another one meanwhile.

        Where the pane waits for the text already, this step is taken instead.
        """
        self._steps[frame] = then
        if frame.awaited_id == document.id:
            return
        frame.wait_for(document)
        task = self._session.reading_texts.load(document.id, frame)
        task.done.connect(partial(self._on_loaded, document.id, frame))
        task.failed.connect(partial(self._on_failed, document.id, frame))
        task.start()

    def _on_loaded(self, document_id: str, frame: PaneFrame, _text: object) -> None:
        if frame.awaited_id == document_id:
            frame.awaited_id = None
            self._steps.pop(frame)()

    def _on_failed(self, document_id: str, frame: PaneFrame, error: DuiduError) -> None:
        if frame.awaited_id == document_id:
            self._steps.pop(frame)
            frame.clear()
            prompts.warn(frame, sentence_of(error))
