"""Copying passages to the clipboard, alone or with their citation."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtGui import QGuiApplication

from annotator.core.span import ReadingSpan
from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.session import Session
from annotator.text.sections import sections_of

if TYPE_CHECKING:
    from annotator.exporters.wording import Language


class Copying(QObject):
    """Copies the selection, or else the active annotation. Signal: `told` with a sentence."""

    told = Signal(str)

    def __init__(self, session: Session, focus: AnnotationFocus, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._focus = focus

    def copy(self) -> None:
        """Copy the passage itself."""
        if (passage := self._passage()) is not None:
            self._put(passage[1], self.tr("Copied."))

    def copy_with_citation(self) -> None:
        """Copy the passage as a quotation, with where it stands."""
        # Loaded when a citation is asked for: the window need not wait for them.
        from annotator.exporters.citation import excerpt_with_citation
        from annotator.services.citing import passage_excerpt

        passage = self._passage()
        document_id = self._focus.frame.document_id
        document = self._session.document(document_id) if document_id else None
        if passage is None or document is None:
            self.told.emit(self.tr("Select a passage, or click an annotation, to copy it."))
            return
        span, quotation = passage
        text = self._session.reading_text(document.id)
        excerpt = passage_excerpt(document, text, span.start, quotation, sections=sections_of(text))
        self._put(excerpt_with_citation(excerpt, _language()), self.tr("Copied with citation."))

    def _passage(self) -> tuple[ReadingSpan, str] | None:
        document_id, annotation = self._focus.frame.document_id, self._focus.annotation
        span = self._focus.selection
        if span is None and annotation is not None and annotation.document_id == document_id:
            span = self._focus.span_of(annotation)
        if document_id is None or span is None:
            return None
        return span, span.slice_of(self._session.reading_text(document_id).text)

    def _put(self, text: str, sentence: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.told.emit(sentence)


def _language() -> "Language":
    from annotator.exporters.wording import Language

    is_chinese = QLocale().language() is QLocale.Language.Chinese
    return Language.ZH if is_chinese else Language.EN
