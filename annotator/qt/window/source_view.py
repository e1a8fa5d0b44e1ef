"""Source view: shows the source text at the reader's place."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from annotator.core.span import ReadingSpan, SourceSpan
from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.session import Session
from annotator.services.source_view import source_pieces

_AROUND = 120


class SourceView(QObject):
    """Opens the source of the paragraph that is selected, annotated or at the top of the pane."""

    def __init__(
        self, session: Session, focus: AnnotationFocus, command: QAction, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._focus = focus
        self._window = window
        command.triggered.connect(self.show)

    def show(self) -> None:
        """Show the paragraph with a little of what stands around it in the source."""
        document_id = self._focus.frame.document_id
        if document_id is None:
            return
        text = self._session.reading_text(document_id)
        source = self._session.source_text(document_id)
        paragraph = text.paragraphs[text.paragraph_at(self._offset())]
        shown = text.to_source(ReadingSpan(paragraph.start, paragraph.end))
        if shown is None:
            return
        around = SourceSpan(max(0, shown.start - _AROUND), min(len(source), shown.end + _AROUND))
        seen = text.to_reading(around) or ReadingSpan(paragraph.start, paragraph.end)
        pieces = source_pieces(source, text, around)
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.source_dialog import SourceDialog

        SourceDialog.open_for(pieces, seen.slice_of(text.text), self._window)

    def _offset(self) -> int:
        annotation = self._focus.annotation
        span = self._focus.selection or (self._focus.span_of(annotation) if annotation else None)
        return span.start if span else self._focus.frame.pane.place()
