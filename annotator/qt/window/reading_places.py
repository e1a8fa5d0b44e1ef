"""Reading places: where reading stands in each text, and what of it was ever seen."""

from collections.abc import Iterable

from annotator.qt.reader.frame import PaneFrame
from annotator.qt.session import Session

_READ = "read"

# Source offsets [start, end), ascending, none touching the next; as lists, which JSON keeps.
_Stretches = list[list[int]]


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

    def remember(self, frames: Iterable[PaneFrame]) -> None:
        """Store the places of these panes; of two with the same text the last one counts.

        What is in their windows counts as read.
        """
        frames = [frame for frame in frames if frame.document_id]
        for document_id, frame in {frame.document_id: frame for frame in frames}.items():
            place = self.of(frame)
            if document_id is None or place is None:
                continue
            if place != self._session.reading_place(document_id):
                self._session.remember_place(document_id, place)
        self._remember_read(frames)

    def progress(self) -> dict[str, int]:
        """Return for each document id how many per cent of it were read; 0 are absent."""
        lengths = {document.id: document.characters for document in self._session.documents()}
        shares = {
            document_id: 100 * sum(end - start for start, end in read) // lengths[document_id]
            for document_id, read in self._read().items()
            if lengths.get(document_id)
        }
        return {document_id: share for document_id, share in shares.items() if share}

    def _remember_read(self, frames: Iterable[PaneFrame]) -> None:
        before = self._read()
        read = dict(before)
        for frame in frames:
            if frame.document_id and (seen := self._seen(frame)):
                read[frame.document_id] = with_stretch(read.get(frame.document_id, []), seen)
        if read != before:
            self._session.remember(_READ, read)

    def _seen(self, frame: PaneFrame) -> tuple[int, int] | None:
        """Return the source offsets of what is in a window; the ends of a text are its source's."""
        document = self._session.document(frame.document_id) if frame.document_id else None
        span = frame.pane.seen() if frame.pane.isVisible() else None
        if document is None or span is None:
            return None
        text = self._session.reading_text(document.id)
        start = text.source_offset(span.start) if span.start else 0
        is_end = span.end >= frame.characters
        return start, document.characters if is_end else text.source_offset(span.end)

    def _read(self) -> dict[str, _Stretches]:
        stored: dict[str, _Stretches] = self._session.setting(_READ) or {}
        return stored


def with_stretch(stretches: _Stretches, new: tuple[int, int]) -> _Stretches:
    """Return the stretches with another one, joined with those that it meets."""
    start, end = new
    apart = [each for each in stretches if each[1] < start or each[0] > end]
    met = [each for each in stretches if each not in apart]
    joined = [min([start, *[each[0] for each in met]]), max([end, *[each[1] for each in met]])]
    return sorted([*apart, joined])
