"""Hit arranging: puts what a search has found in the order that the reader wishes."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.qt.models.hit_groups import AnyHit, HitGroups
from annotator.qt.session import Session
from annotator.qt.tasks import Task
from annotator.services import tagged_places
from annotator.services.search import Hit, Order
from annotator.services.tagged_places import TaggedPassage, tagged_passages


class HitArranging(QObject):
    """Says with the signal `arranged`, which carries a list of HitGroups, when it is done."""

    arranged = Signal(list)

    def __init__(self, session: Session, groups: HitGroups, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._groups = groups
        self._task: Task | None = None

    def arrange(self, hits: Sequence[AnyHit], order: Order) -> None:
        """Arrange these hits, and no longer what was arranged before."""
        self.stop()
        match order:
            case Order.TEXT:
                self.arranged.emit(self._groups.as_found(hits))
            case Order.TAG:
                self._look_up_tags(hits)
            case _:
                self.arranged.emit(self._groups.sorted(hits, order))

    def stop(self) -> None:
        """Arrange nothing any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _look_up_tags(self, hits: Sequence[AnyHit]) -> None:
        """Find out which tags the places have, off the GUI thread where a text is not in memory."""
        document_ids = list({hit.document.id: None for hit in hits if isinstance(hit, Hit)})
        texts, documents = self._session.reading_texts, self._session.documents()
        at_hand = {document.id for document in documents if texts.is_at_hand(document)}
        if at_hand.issuperset(document_ids):
            annotations = [a for id_ in document_ids for a in self._session.annotations_in(id_)]
            self._on_tagged(hits, tagged_passages(annotations, self._session.reading_text))
            return
        path = self._session.library.path
        seen = self._session.visibility
        task = Task(partial(tagged_places.tagged_passages_in, path, document_ids, seen), self)
        task.done.connect(partial(self._on_task_done, task, hits))
        self._task = task
        task.start()

    def _on_task_done(
        self, task: Task, hits: Sequence[AnyHit], passages: Sequence[TaggedPassage]
    ) -> None:
        if task is self._task:
            self._on_tagged(hits, passages)

    def _on_tagged(self, hits: Sequence[AnyHit], passages: Sequence[TaggedPassage]) -> None:
        self.arranged.emit(self._groups.under_tags(hits, self._session.codebook, passages))
