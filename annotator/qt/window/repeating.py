"""Repeating: once a passage is tagged, the same tags for its other places."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.annotation import Annotation
from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.session import Session
from annotator.qt.tasks import Task
from annotator.qt.window.comparing import Comparing
from annotator.services.search import Hit


class Repeating(QObject):
    """Looks for repeats off the GUI thread, and asks which of them are meant.

    Signals: `offered` with a sentence while there is something to tag; `withdrawn` when there no
    longer is; `told` with a sentence.
    """

    offered = Signal(str)
    withdrawn = Signal()
    told = Signal(str)

    def __init__(
        self, session: Session, comparing: Comparing, focus: AnnotationFocus, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._comparing = comparing
        self._focus = focus
        self._window = window
        self._offer_id = ""
        # Looked for as soon as the texts are compared, and whether the reader asked for it.
        self._waiting: tuple[Annotation, bool] | None = None
        comparing.index_changed.connect(self._on_index_changed)
        focus.changed.connect(self._on_focus_changed)

    def look(self, annotation: Annotation) -> None:
        """Offer the other places of a passage that was just tagged."""
        if annotation.tag_ids:
            self._find(annotation, is_asked_for=False)

    def ask(self) -> None:
        """Show the other places of the active annotation's passage."""
        annotation = self._focus.annotation
        if annotation is None:
            self.told.emit(self.tr("Click an annotation first, or tag a passage."))
        else:
            if self._comparing.index is None:
                self.told.emit(
                    self.tr("The texts are being compared. The repeats are shown after that.")
                )
            self._find(annotation, is_asked_for=True)

    def _find(self, annotation: Annotation, *, is_asked_for: bool) -> None:
        index, span = self._comparing.index, self._focus.span_of(annotation)
        self._waiting = (annotation, is_asked_for) if index is None else None
        if index is None or span is None:
            return
        documents, document_id = self._session.documents(), annotation.document_id

        def work(_: object) -> list[Hit]:
            from annotator.services.repeat_hits import other_places

            return other_places(index.repeats, documents, document_id, span)

        task = Task(work, self)
        shown = self._show if is_asked_for else self._offer
        task.done.connect(partial(shown, annotation))
        task.start()

    def _offer(self, annotation: Annotation, hits: list[Hit]) -> None:
        if hits and annotation.id == self._focus.active_id:
            self._offer_id = annotation.id
            self.offered.emit(self.tr("Tag %n repeats too…", "", len(hits)))

    def _show(self, annotation: Annotation, hits: list[Hit]) -> None:
        if not hits:
            self.told.emit(self.tr("This passage stands nowhere else."))
            return
        from annotator.qt.dialogs.tag_hits_dialog import TagHitsDialog  # when it is opened

        now = self._session.annotation(annotation.id)
        if now is not None:
            dialog = TagHitsDialog(self._session, hits, self._window, repeated=now)
            dialog.tagged.connect(self.told)
            dialog.open()

    def _on_index_changed(self, index: object) -> None:
        waiting, self._waiting = self._waiting, None if index else self._waiting
        if index and waiting and waiting[0].id == self._focus.active_id:
            self._find(waiting[0], is_asked_for=waiting[1])

    def _on_focus_changed(self) -> None:
        if self._offer_id and self._focus.active_id != self._offer_id:
            self._offer_id = ""
            self.withdrawn.emit()
