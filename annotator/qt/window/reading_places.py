"""Reading places: where reading stands in each text, and how far it ever came."""

from collections.abc import Iterable

from annotator.qt.reader.frame import PaneFrame
from annotator.qt.session import Session

_PROGRESS = "progress"


class ReadingPlaces:
    """Turns what panes show into what the library remembers, in source offsets."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, frame: PaneFrame) -> int | None:
        """Return the source offset at the top of a pane, None if it has no text."""
        if frame.document_id is None:
            return None
        text = self._session.reading_text(frame.document_id)
        return text.source_offset(frame.pane.place())

    def section_of(self, frame: PaneFrame) -> int | None:
        """Return the source offset of the section that a pane shows alone, None if it shows all."""
        if frame.document_id is None or frame.section is None:
            return None
        return self._session.reading_text(frame.document_id).source_offset(frame.section.start)

    def remember(self, frames: Iterable[PaneFrame]) -> None:
        """Store the places of these panes; of two with the same text the last one counts."""
        frames = [frame for frame in frames if frame.document_id]
        for document_id, frame in {frame.document_id: frame for frame in frames}.items():
            place = self.of(frame)
            if document_id is None or place is None:
                continue
            if place != self._session.reading_place(document_id):
                self._session.remember_place(document_id, place)
        self._remember_progress(frames)

    def progress(self) -> dict[str, int]:
        """Return for each document id how many per cent of it were passed; 0 are absent."""
        stored: dict[str, int] = self._session.setting(_PROGRESS) or {}
        return stored

    def _remember_progress(self, frames: Iterable[PaneFrame]) -> None:
        before = self.progress()
        progress = dict(before)
        for frame in frames:
            if frame.document_id and (share := _share_passed(frame)):
                progress[frame.document_id] = max(share, progress.get(frame.document_id, 0))
        if progress != before:
            self._session.remember(_PROGRESS, progress)


def _share_passed(frame: PaneFrame) -> int:
    """Return how many per cent of a text stand above the window; all that is shown at its end."""
    place, bar = frame.pane.place(), frame.pane.verticalScrollBar()
    if frame.shown and place > frame.shown.start and bar.value() >= bar.maximum():
        place = frame.shown.end
    return 100 * place // max(1, frame.characters)
