"""What screen readers are told of a pane, and where they find its text."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QWidget

from annotator.core.span import ReadingSpan
from annotator.qt.reader.selecting import Selecting
from annotator.qt.reader.text_mirror import TextMirror


class Spoken(QObject):
    """Tells screen readers, while there are any, where the caret goes and what gets selected."""

    def __init__(
        self, pane: QWidget, selecting: Selecting, reveal: Callable[[ReadingSpan], None]
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._selecting = selecting
        self._reveal = reveal
        self._mirror: TextMirror | None = None
        self._told = ""
        selecting.caret_moved.connect(self._on_caret_moved)
        selecting.span_selected.connect(self._on_span_selected)

    def text(self) -> QAccessibleTextInterface:
        """Return what screen readers read text, caret, selection and tags from."""
        return self._mirrored().interface()

    def description(self) -> str:
        """Return which tags stand at the caret."""
        names = self._tags_at_caret()
        tags = QLocale().createSeparatedList(names)
        return self.tr("Tags here: {tags}").format(tags=tags) if names else ""

    def _mirrored(self) -> TextMirror:
        if self._mirror is None:
            self._mirror = TextMirror(self._pane, self._selecting, self._reveal)
        return self._mirror

    def _tags_at_caret(self) -> list[str]:
        decorations = self._selecting.view.decorations
        highlights = decorations.highlights.at(decorations.selection.head.offset)
        ids = dict.fromkeys(tag_id for each in highlights for tag_id in each.tag_ids)
        looks = (decorations.tag_looks.get(tag_id) for tag_id in ids)
        return [look.name for look in looks if look and look.name]

    def _on_caret_moved(self) -> None:
        if QAccessible.isActive():
            head = self._selecting.view.decorations.selection.head
            position = self._mirrored().qt_offset(head.offset)
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self._pane, position))
            self._tell_tags()

    def _tell_tags(self) -> None:
        """Say the tags at the caret when it comes to others than it was at."""
        description = self.description()
        if description == self._told:
            return
        self._told = description
        changed = QAccessible.Event.DescriptionChanged
        QAccessible.updateAccessibility(QAccessibleEvent(self._pane, changed))
        if description:
            announced = QAccessibleAnnouncementEvent(self._pane, description)
            QAccessible.updateAccessibility(announced)

    def _on_span_selected(self, span: ReadingSpan | None) -> None:
        if QAccessible.isActive():
            head = self._selecting.view.decorations.selection.head.offset
            start, end = (span.start, span.end) if span else (head, head)
            to_qt = self._mirrored().qt_offset
            event = QAccessibleTextSelectionEvent(self._pane, to_qt(start), to_qt(end))
            QAccessible.updateAccessibility(event)
