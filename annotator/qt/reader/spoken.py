"""What screen readers are told of a pane, and where they find its text."""

from collections.abc import Callable
from typing import TYPE_CHECKING

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
from annotator.qt.anchor_states import anchor_state_sentences
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.selecting import Selecting

if TYPE_CHECKING:
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
        self._said: list[str] = []
        selecting.caret_moved.connect(self._on_caret_moved)
        selecting.span_selected.connect(self._on_span_selected)

    def text(self) -> QAccessibleTextInterface:
        """Return what screen readers read text, caret, selection and tags from."""
        return self._mirrored().interface()

    def description(self) -> str:
        """Return what stands at the caret and beside its paragraph."""
        return "\n".join([*self._said_here(), *self._beside_paragraph()])

    def _said_here(self) -> list[str]:
        """Return which tags and states stand at the caret, and whether there is a note."""
        highlights, sentences = self._highlights_here(), []
        if names := self._names_of(highlights):
            tags = QLocale().createSeparatedList(names)
            sentences.append(self.tr("Tags here: {tags}").format(tags=tags))
        if any(highlight.has_note for highlight in highlights):
            sentences.append(self.tr("There is a note here."))
        states = {highlight.state for highlight in highlights}
        told = anchor_state_sentences().items()
        return sentences + [sentence for state, sentence in told if state in states]

    def _beside_paragraph(self) -> list[str]:
        """Return what the margin shows: the numbers of paragraph and page, and marks."""
        view = self._selecting.view
        offset = view.decorations.selection.head.offset
        paragraph = view.model.paragraph_at(offset)
        number = view.model.piece(view.model.piece_at(offset)).number
        if not number:
            return []
        place = self.tr("Paragraph {number}").format(number=number)
        if (page := view.model.page_at(offset)) is not None:
            place = self.tr("Paragraph {number}, page {page}")
            place = place.format(number=number, page=page)
        marks = view.decorations.marks_in(paragraph.start, paragraph.end)
        return [place, *[mark.message for mark in marks]]

    def _mirrored(self) -> "TextMirror":
        # Loaded for the first who listens: most windows need not wait for it.
        from annotator.qt.reader.text_mirror import TextMirror

        if self._mirror is None:
            self._mirror = TextMirror(self._pane, self._selecting, self._reveal)
        return self._mirror

    def _highlights_here(self) -> list[Highlight]:
        decorations = self._selecting.view.decorations
        return decorations.highlights.at(decorations.selection.head.offset)

    def _names_of(self, highlights: list[Highlight]) -> list[str]:
        tag_looks = self._selecting.view.decorations.tag_looks
        ids = dict.fromkeys(tag_id for each in highlights for tag_id in each.tag_ids)
        looks = (tag_looks.get(tag_id) for tag_id in ids)
        return [look.name for look in looks if look and look.name]

    def _on_caret_moved(self) -> None:
        if QAccessible.isActive():
            head = self._selecting.view.decorations.selection.head
            position = self._mirrored().qt_offset(head.offset)
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self._pane, position))
            self._tell_description()

    def _tell_description(self) -> None:
        """Tell that the description is another one; say it where it is about an annotation."""
        said, description = self._said_here(), self.description()
        if description != self._told:
            changed = QAccessible.Event.DescriptionChanged
            QAccessible.updateAccessibility(QAccessibleEvent(self._pane, changed))
        if said and said != self._said:
            event = QAccessibleAnnouncementEvent(self._pane, "\n".join(said))
            QAccessible.updateAccessibility(event)
        self._told, self._said = description, said

    def _on_span_selected(self, span: ReadingSpan | None) -> None:
        if QAccessible.isActive():
            head = self._selecting.view.decorations.selection.head.offset
            start, end = (span.start, span.end) if span else (head, head)
            to_qt = self._mirrored().qt_offset
            event = QAccessibleTextSelectionEvent(self._pane, to_qt(start), to_qt(end))
            QAccessible.updateAccessibility(event)
