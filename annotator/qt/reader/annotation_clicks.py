"""Which annotation a click or a double click means."""

from annotator.qt.reader.decorations import Decorations


class AnnotationClicks:
    """Remembers what was active before the last click, for the double click it may begin."""

    def __init__(self) -> None:
        self._active_before: str | None = None

    def clicked(self, offset: int | None, decorations: Decorations) -> str | None:
        """Return the annotation to activate, None where there is none."""
        self._active_before = decorations.active_id
        if offset is None:
            return None
        highlight = decorations.highlights.next_at(offset, decorations.active_id)
        return highlight.annotation_id if highlight else None

    def double_clicked(self, offset: int | None, decorations: Decorations) -> str | None:
        """Return the annotation to edit: the one that was active before the double click began,
        if it is here, else the one that its first click activated.
        """
        if offset is None:
            return None
        ids = [each.annotation_id for each in decorations.highlights.at(offset)]
        candidates = (self._active_before, decorations.active_id)
        return next((each for each in candidates if each in ids), None)
