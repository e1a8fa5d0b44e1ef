"""Source view: shows the source text at the reader's place."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.session import Session
from annotator.services.source_view import source_pieces


class SourceView(QObject):
    """Opens the source of the paragraph that is annotated, or where the reader is."""

    def __init__(
        self, session: Session, focus: AnnotationFocus, command: QAction, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._focus = focus
        self._window = window
        command.triggered.connect(self.show)

    def show(self) -> None:
        """Show the paragraph between its neighbours, as far as they reach in the source."""
        document_id = self._focus.frame.document_id
        if document_id is None:
            return
        text = self._session.reading_text(document_id)
        source = self._session.source_text(document_id)
        seen = _with_neighbours(text, text.paragraph_at(self._offset()))
        around = text.to_source(seen) if seen else None
        if seen is None or around is None:
            return
        pieces = source_pieces(source, text, around)
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.source_dialog import SourceDialog

        SourceDialog.open_for(pieces, seen.slice_of(text.text), self._window)

    def _offset(self) -> int:
        annotation = self._focus.annotation
        span = self._focus.span_of(annotation) if annotation else None
        return span.start if span else self._focus.frame.pane.selecting.place


def _with_neighbours(text: ReadingText, number: int) -> ReadingSpan | None:
    around = text.paragraphs[max(0, number - 1) : number + 2]
    return ReadingSpan(around[0].start, around[-1].end) if around else None
