"""Search run: one search at a time, in slices between the reader's keys."""

from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.codebook import Tag
from annotator.core.document import Document
from annotator.core.errors import DuiduError
from annotator.qt.feeds import Feed
from annotator.qt.models.hit_groups import AnyHit
from annotator.qt.panels.search_options import Scope
from annotator.qt.session import Session
from annotator.qt.tag_names import shown_definition, shown_name
from annotator.services import apart_search
from annotator.services.note_search import search_notes, search_tags
from annotator.services.search import Hit, search_text
from annotator.text.queries import Query

_SLICE_S = 0.008
# A list is laid out anew whenever rows are added: seldom where there are many already.
_LONGEST_WAIT_S = 0.25
_LEAST_GROWTH = 0.25


class SearchRun(QObject):
    """Searches what is in memory on the GUI thread, in slices of some milliseconds.

    Long texts are read in off that thread first; in a library too big for memory they are also
    searched there. Signals: `found` with a list of hits, and in the end `ended` with the DuiduError
    that ended it too early, or None.
    """

    found = Signal(list)
    ended = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._coming: Iterator[AnyHit | None] = iter(())
        self._loading: Feed | None = None
        self._loading_error: DuiduError | None = None
        self._feed: Feed | None = None
        self._waiting: list[AnyHit] = []
        self._told_count, self._told_s = 0, 0.0
        self.is_running = False
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._take_slice)

    def start(self, query: Query, scope: Scope) -> None:
        """Search for this, and no longer for what was searched before."""
        self.stop()
        self._coming = self._hits(query, scope)
        self._waiting, self._told_count = [], 0
        self.is_running = True
        self._slices.start()
        self._take_slice()

    def stop(self) -> None:
        """Go no further, and say nothing of it."""
        self.is_running = False
        self._slices.stop()
        self._coming = iter(())
        if self._feed is not None:
            self._feed.cancel()
            self._feed = None

    def _take_slice(self) -> None:
        end_s = perf_counter() + _SLICE_S
        is_over, error = False, None
        try:
            for hit in self._coming:
                if hit is not None:
                    self._waiting.append(hit)
                elif not self._slices.isActive():
                    break
                if perf_counter() > end_s:
                    break
            else:
                is_over = True
        except DuiduError as stopped:
            is_over, error = True, stopped
        if is_over:
            self.stop()
        self._tell(is_last=is_over or not self._slices.isActive())
        if is_over:
            self.ended.emit(error)

    def _tell(self, *, is_last: bool) -> None:
        """Tell of the hits that wait, if there are enough of them or they have waited long."""
        has_grown = len(self._waiting) >= _LEAST_GROWTH * self._told_count
        has_waited = perf_counter() - self._told_s >= _LONGEST_WAIT_S
        if self._waiting and (is_last or has_grown or has_waited):
            hits, self._waiting = self._waiting, []
            self._told_count += len(hits)
            self._told_s = perf_counter()
            self.found.emit(hits)

    def _hits(self, query: Query, scope: Scope) -> Iterator[AnyHit | None]:
        is_big = apart_search.is_too_big_for_memory(scope.texts)
        for is_apart, group in groupby(scope.texts, partial(self._is_apart, is_big=is_big)):
            documents = list(group)
            if is_apart:
                yield from self._hits_apart(documents, query)
                continue
            for document in documents:
                yield from self._until_at_hand(document, documents)
                yield from search_text(document, self._session.searchable(document.id), query)
        noted = {document.id for document in scope.noted}
        annotations = self._session.annotations_with_words() if noted else []
        yield from search_notes((a for a in annotations if a.document_id in noted), query)
        tags = self._session.codebook if scope.has_tags else ()
        yield from search_tags(((tag, _told_of(tag)) for tag in tags), query)

    def _is_apart(self, document: Document, *, is_big: bool) -> bool:
        return is_big and not self._session.reading_texts.is_in_memory(document.id)

    def _until_at_hand(self, document: Document, documents: Iterable[Document]) -> Iterator[None]:
        """Wait until a text is in memory; those that come after it are read in with it."""
        texts = self._session.reading_texts
        while not texts.is_at_hand(document):
            if self._loading is None:
                missing = [each.id for each in documents if not texts.is_at_hand(each)]
                self._loading = texts.load_all(missing, self)
                self._loading.came.connect(self._wake)
                self._loading.failed.connect(self._on_loading_failed)
                self._loading.ended.connect(self._on_loading_ended)
                self._loading.start()
            self._slices.stop()
            yield None
            if error := self._loading_error:
                self._loading_error = None
                raise error

    def _hits_apart(self, documents: list[Document], query: Query) -> Iterator[Hit | None]:
        path = self._session.library.path
        self._feed = Feed(partial(apart_search.search_apart, path, documents, query), self)
        incoming = _Incoming(self._feed)
        self._feed.came.connect(self._wake)
        self._feed.ended.connect(self._wake)
        self._feed.start()
        while incoming.hits or not incoming.has_ended:
            if incoming.hits:
                yield incoming.hits.popleft()
            else:
                self._slices.stop()
                yield None
        if incoming.error is not None:
            raise incoming.error

    def _wake(self) -> None:
        if self.is_running:
            self._slices.start()

    def _on_loading_failed(self, error: DuiduError) -> None:
        self._loading_error = error

    def _on_loading_ended(self) -> None:
        self._loading = None
        self._wake()


def _told_of(tag: Tag) -> list[str]:
    """Return name and definition, as they are shown and as they are stored."""
    texts = (shown_name(tag), tag.name, shown_definition(tag), tag.definition)
    return list(dict.fromkeys(texts))


class _Incoming:
    """What has come from a feed and waits to be shown."""

    def __init__(self, feed: Feed) -> None:
        self.hits: deque[Hit] = deque()
        self.error: DuiduError | None = None
        self.has_ended = False
        feed.came.connect(self._on_came)
        feed.failed.connect(self._on_failed)
        feed.ended.connect(self._on_ended)

    def _on_came(self, hits: list[Hit]) -> None:
        self.hits.extend(hits)

    def _on_failed(self, error: DuiduError) -> None:
        self.error = error

    def _on_ended(self) -> None:
        self.has_ended = True
