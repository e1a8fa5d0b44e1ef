"""The reading texts that a session has in memory, each with the corrections it was made under."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from annotator.core.corrections import Corrections
from annotator.core.document import Document
from annotator.core.reading_text import ReadingText
from annotator.qt.feeds import Feed
from annotator.qt.tasks import Task
from annotator.services import reading
from annotator.storage import document_table
from annotator.storage.library import Library

_SHORT_TEXT = 200_000


class ReadingTexts:
    """Brings reading texts into memory, short ones at once, long ones off the GUI thread.

    A text that was prepared under other corrections waits until the document has these.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._texts: dict[str, tuple[Corrections, ReadingText]] = {}
        self._prepared: dict[str, tuple[Corrections, ReadingText]] = {}

    def is_at_hand(self, document: Document) -> bool:
        """Whether the reading text can be had without keeping the reader waiting."""
        return document.id in self._texts or document.characters <= _SHORT_TEXT

    def is_in_memory(self, document_id: str) -> bool:
        """Whether this reading text is in memory already."""
        return document_id in self._texts

    def of(self, document_id: str) -> ReadingText:
        """Return the reading text, which is kept in memory from then on."""
        if document_id not in self._texts:
            text = reading.reading_text(self._library, document_id)
            self._texts[document_id] = (self._corrections(document_id), text)
        return self._texts[document_id][1]

    def load(self, document_id: str, parent: QObject) -> Task:
        """Return a task that brings a reading text into memory."""
        corrections = self._corrections(document_id)
        path = self._library.path
        task = Task(lambda _report: reading.reading_text_in(path, document_id), parent)
        task.done.connect(partial(self._on_loaded, document_id, corrections))
        return task

    def load_all(self, document_ids: Sequence[str], parent: QObject) -> Feed:
        """Return a feed that brings reading texts into memory, one after the other."""
        corrections = {each: self._corrections(each) for each in document_ids}
        feed = Feed(partial(reading.hand_over, self._library.path, document_ids), parent)
        feed.came.connect(partial(self._on_came, corrections))
        return feed

    def is_ready(self, document: Document, corrections: Corrections) -> bool:
        """Whether the document can get these corrections without keeping the reader waiting."""
        prepared = self._prepared.get(document.id)
        is_prepared = prepared is not None and prepared[0] == corrections
        return is_prepared or document.characters <= _SHORT_TEXT

    def prepare(self, document_id: str, corrections: Corrections, parent: QObject) -> Task:
        """Return a task that makes a reading text ahead of an edit to these corrections."""
        path = self._library.path
        task = Task(lambda _report: reading.corrected_in(path, document_id, corrections), parent)
        task.done.connect(partial(self._on_prepared, document_id, corrections))
        return task

    def renew(self, document_id: str) -> None:
        """Let go of a reading text that was repaired anew; take the one that was prepared."""
        self._texts.pop(document_id, None)
        prepared = self._prepared.pop(document_id, None)
        if prepared is not None and prepared[0] == self._corrections(document_id):
            self._texts[document_id] = prepared

    def outdated(self) -> frozenset[str]:
        """Return the documents in memory that somebody else has corrected."""
        return frozenset(
            document_id
            for document_id, (corrections, _) in self._texts.items()
            if document_table.is_known(self._library, document_id)  # a merge may have been undone
            and corrections != self._corrections(document_id)
        )

    def _corrections(self, document_id: str) -> Corrections:
        return document_table.corrections(self._library, document_id)

    def _on_loaded(self, document_id: str, corrections: Corrections, text: ReadingText) -> None:
        if corrections == self._corrections(document_id):
            self._texts[document_id] = (corrections, text)

    def _on_came(
        self, corrections: Mapping[str, Corrections], texts: Sequence[tuple[str, ReadingText]]
    ) -> None:
        for document_id, text in texts:
            self._on_loaded(document_id, corrections[document_id], text)

    def _on_prepared(self, document_id: str, corrections: Corrections, text: ReadingText) -> None:
        self._prepared[document_id] = (corrections, text)
