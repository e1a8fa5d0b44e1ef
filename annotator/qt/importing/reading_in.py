"""Reading in: files are looked into and previewed off the GUI thread."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.core.reading_text import DroppedPiece, ReadingText
from annotator.qt.importing.candidate import Candidate
from annotator.qt.tasks import Report, Task
from annotator.services import previewing
from annotator.services.previewing import Counts, Look, Preview
from annotator.text.repair import DropReason


@dataclass(frozen=True)
class Views:
    """A preview, its source text as it came, and what of that is crossed out."""

    preview: Preview
    source: ReadingText
    dropped: tuple[DroppedPiece, ...]
    counts: Counts

    @property
    def look(self) -> Look:
        found = self.preview.extract
        return Look(self.preview.document_id, len(found.text), found.encoding)


class ReadingIn(QObject):
    """Previews one candidate at a time, the one wanted last, and looks into the others meanwhile.

    Signals: `previewed` with a Candidate and Views, `looked` with a Candidate and a Look, `failed`
    with a Candidate and a DuiduError, each candidate as it was when the work began; `awaited` with
    the keys of the candidates that wait for the preview, when it is over.
    """

    previewed = Signal(object, object)
    looked = Signal(object, object)
    failed = Signal(object, object)
    awaited = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: Candidate | None = None
        self._previewing: Candidate | None = None
        self._unread: list[Candidate] = []
        self._is_looking = False
        # The keys of the candidates that are to be imported after the preview.
        self.awaiting: list[str] = []

    @property
    def is_previewing(self) -> bool:
        return self._previewing is not None

    def look_into(self, candidates: Iterable[Candidate]) -> None:
        """Look into these one after the other, after those that wait already."""
        self._unread.extend(candidates)
        self._look()

    def preview(self, candidate: Candidate) -> None:
        """Preview this one next; another one that still waits is not wanted any more."""
        self._wanted = candidate
        self._preview()

    def _preview(self) -> None:
        if self._previewing is not None or self._wanted is None:
            return
        candidate, self._wanted = self._wanted, None
        self._previewing = candidate
        task = Task(partial(_views, candidate), self)
        task.done.connect(partial(self.previewed.emit, candidate))
        task.failed.connect(partial(self.failed.emit, candidate))
        task.ended.connect(self._on_preview_ended)
        task.start()

    def _look(self) -> None:
        if self._is_looking or not self._unread:
            return
        self._is_looking = True
        candidate = self._unread.pop(0)
        task = Task(partial(_look, candidate), self)
        task.done.connect(partial(self.looked.emit, candidate))
        task.failed.connect(partial(self.failed.emit, candidate))
        task.ended.connect(self._on_look_ended)
        task.start()

    def _on_preview_ended(self) -> None:
        self._previewing = None
        self._preview()
        if self.awaiting and not self.is_previewing:
            keys, self.awaiting = self.awaiting, []
            self.awaited.emit(keys)

    def _on_look_ended(self) -> None:
        self._is_looking = False
        self._look()


def _look(candidate: Candidate, report: Report) -> Look:
    pulse = partial(report, 0, 1, candidate.name)
    return previewing.look(candidate.source, encoding=candidate.encoding, pulse=pulse)


def _views(candidate: Candidate, report: Report) -> Views:
    pulse = partial(report, 0, 1, candidate.name)
    pulse()
    if candidate.preview is not None:
        seen = candidate.preview.corrected(candidate.corrections, pulse)
    else:
        seen = previewing.preview(
            candidate.source,
            encoding=candidate.encoding,
            corrections=candidate.corrections,
            pulse=pulse,
        )
    dropped = (p for p in seen.reading_text.dropped if p.reason != DropReason.LINE_END)
    structure = seen.extract.structure
    source = previewing.as_it_came(seen.extract.text, structure.pages if structure else ())
    return Views(seen, source, tuple(dropped), seen.counts())
