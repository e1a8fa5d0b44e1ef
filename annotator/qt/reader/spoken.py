"""What a screen reader says of a pane besides its text: what is selected, which tags are here."""

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleTextCursorEvent,
)
from PySide6.QtWidgets import QWidget

from annotator.core.span import ReadingSpan
from annotator.qt.reader.accessible_text import AccessibleText
from annotator.qt.reader.selecting import Selecting

_LONGEST_SPOKEN = 200


class Spoken(QObject):
    """Tells screen readers, while there are any, where the caret goes and what gets selected."""

    def __init__(self, pane: QWidget, selecting: Selecting, text: AccessibleText) -> None:
        super().__init__(pane)
        self.text = text
        self._pane = pane
        self._selecting = selecting
        selecting.caret_moved.connect(self._on_caret_moved)
        selecting.span_selected.connect(self._on_span_selected)

    def description(self) -> str:
        """Return which tags stand at the caret, and what is selected."""
        sentences = []
        if names := self._tags_at_caret():
            tags = QLocale().createSeparatedList(names)
            sentences.append(self.tr("Tags here: {tags}").format(tags=tags))
        if span := self._selecting.span:
            sentences.append(self._selected(span))
        return "\n".join(sentences)

    def _selected(self, span: ReadingSpan) -> str:
        if len(span) > _LONGEST_SPOKEN:
            return self.tr("%n characters are selected.", "", len(span))
        return self.tr("Selected: {passage}").format(passage=self._selecting.text)

    def _tags_at_caret(self) -> list[str]:
        decorations = self._selecting.view.decorations
        highlights = decorations.highlights.at(decorations.selection.head.offset)
        ids = dict.fromkeys(tag_id for each in highlights for tag_id in each.tag_ids)
        looks = (decorations.tag_looks.get(tag_id) for tag_id in ids)
        return [look.name for look in looks if look and look.name]

    def _on_caret_moved(self) -> None:
        if QAccessible.isActive():
            position = self.text.cursorPosition()
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self._pane, position))
            changed = QAccessible.Event.DescriptionChanged
            QAccessible.updateAccessibility(QAccessibleEvent(self._pane, changed))

    def _on_span_selected(self, span: ReadingSpan | None) -> None:
        if QAccessible.isActive() and span is not None:
            event = QAccessibleAnnouncementEvent(self._pane, self._selected(span))
            QAccessible.updateAccessibility(event)
