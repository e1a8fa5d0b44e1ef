"""Preview view: the source text and the reading text side by side, each showing the other."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan, SourceSpan
from annotator.qt.importing.reading_in import Views
from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.keeping import set_text_again
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.reader.source_pane import SourceAppearance, SourcePane
from annotator.text.repair import DropReason

_LARGEST_POINT_SIZE = 12.0
_HEAD_PX = 34
_EMPTY = ReadingText("", (), ())


class PreviewView(QWidget):
    """Both panes scroll together; what is pointed to in one is marked in the other.

    Signals: `split_requested` and `join_requested` with an offset of the reading text.
    """

    split_requested = Signal(int)
    join_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = SourcePane()
        self.reading = ReaderPane()
        self._text = _EMPTY
        self._document_id = ""
        self._is_following = False
        self._menu_actions: list[QAction] = []
        self._tools = QHBoxLayout()
        self._lay_out()
        self._dress(appearance)
        self.source.place_changed.connect(self._on_source_scrolled)
        self.reading.place_changed.connect(self._on_reading_scrolled)
        self.source.selecting.caret_moved.connect(self._on_source_pointed)
        self.reading.selecting.caret_moved.connect(self._on_reading_pointed)
        self.reading.context_menu_requested.connect(self._on_context_menu_requested)
        self.reading.installEventFilter(self)

    @property
    def text(self) -> ReadingText:
        """The reading text that is shown."""
        return self._text

    def set_tools(self, actions: list[QAction]) -> None:
        """Offer these above the reading text, and with the right mouse button."""
        self._menu_actions = actions
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            self._tools.addWidget(button)

    def clear(self) -> None:
        """Show no text."""
        self._text, self._document_id = _EMPTY, ""
        self.source.set_text(_EMPTY)
        self.reading.set_text(_EMPTY)

    def show_views(self, views: Views) -> None:
        """Show a preview; of a text that is shown already, the reader's place stays."""
        before, self._text = self._text, views.preview.reading_text
        self._is_following = True
        if views.look.document_id == self._document_id:
            set_text_again(self.reading, before, self._text)
        else:
            self._document_id = views.look.document_id
            self.source.set_text(views.source)
            self.reading.set_text(self._text)
        self._is_following = False
        self.source.set_dropped(views.dropped, self._name_reason)
        self._on_reading_pointed()

    def point(self) -> int:
        """Return the reading offset of the caret, or where the selection begins."""
        span = self.reading.selection()
        return span.start if span else self.reading.selecting.caret

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.reading and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Edit paragraphs as in a text field; return False for any other key."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        offset = self.point()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.split_requested.emit(offset)
        elif event.key() == Qt.Key.Key_Backspace:
            if self._is_paragraph_start(offset):
                self.join_requested.emit(offset)
        elif event.key() == Qt.Key.Key_Delete:
            if self._is_paragraph_start(offset + 1):
                self.join_requested.emit(offset + 1)
        else:
            return False
        return True

    def _is_paragraph_start(self, offset: int) -> bool:
        paragraphs = self._text.paragraphs
        return bool(paragraphs) and paragraphs[self._text.paragraph_at(offset)].start == offset

    def _lay_out(self) -> None:
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        for pane, title in (
            (self.source, self.tr("What the file says")),
            (self.reading, self.tr("What you will read")),
        ):
            pane.setAccessibleName(title)
            side, column = QWidget(), QVBoxLayout()
            side.setLayout(column)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            head = QHBoxLayout()
            head.setSpacing(2)
            heading = QLabel(title)
            heading.setProperty("quiet", True)
            heading.setMinimumHeight(_HEAD_PX)
            head.addWidget(heading, 1)
            if pane is self.reading:
                head.addLayout(self._tools)
            column.addLayout(head)
            column.addWidget(pane, 1)
            splitter.addWidget(side)
        splitter.setSizes([1, 1])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def _dress(self, appearance: Appearance) -> None:
        size = min(appearance.point_size, _LARGEST_POINT_SIZE)
        self.reading.set_appearance(replace(appearance, point_size=size))
        self.source.set_appearance(
            SourceAppearance(
                font_families=appearance.font_families,
                point_size=size,
                line_spacing=appearance.line_spacing,
                longest_line=None,
                colours=appearance.colours,
            )
        )

    def _on_source_scrolled(self, offset: int) -> None:
        if not self._is_following:
            self._is_following = True
            self.reading.go_to_place(self._text.reading_offset(offset))
            self._is_following = False

    def _on_reading_scrolled(self, offset: int) -> None:
        if not self._is_following:
            self._is_following = True
            self.source.go_to_place(self._text.source_offset(offset))
            self._is_following = False

    def _on_source_pointed(self) -> None:
        if self._is_following or not self._text.text:
            return
        span = self.source.selection() or _letter(self.source.selecting.caret)
        shown = self._text.to_reading(SourceSpan(span.start, span.end))
        self._mark(self.reading, shown)

    def _on_reading_pointed(self) -> None:
        if self._is_following or not self._text.text:
            return
        span = self.reading.selection() or _letter(self.reading.selecting.caret)
        found = self._text.to_source(span)
        self._mark(self.source, ReadingSpan(found.start, found.end) if found else None)

    def _mark(self, pane: ReaderPane, span: ReadingSpan | None) -> None:
        pane.set_hits([span] if span else [])
        if span:
            self._is_following = True
            pane.reveal(span)
            self._is_following = False

    def _on_context_menu_requested(self, offset: int | None, position: QPoint) -> None:
        span = self.reading.selection()
        if offset is not None and not (span and span.start <= offset < span.end):
            self.reading.selecting.put_caret(offset)
        menu = QMenu(self)
        menu.addActions(self._menu_actions)
        menu.popup(position)
        menu.aboutToHide.connect(menu.deleteLater)

    def _name_reason(self, reason: str) -> str:
        names = {
            DropReason.BLANK: self.tr("Left out: a stray blank."),
            DropReason.PAGE_NUMBER: self.tr("Left out: a page number."),
            DropReason.HEADER: self.tr("Left out: a line that stands above every page."),
            DropReason.FOOTER: self.tr("Left out: a line that stands below every page."),
            DropReason.REPEATED_TITLE: self.tr("Left out: a title that was shown before."),
            DropReason.SECTION_NUMBER: self.tr(
                "Left out: the number of a section; the outline has it before the heading."
            ),
            DropReason.CONTENTS_LEADER: self.tr("Left out: the dots that lead to a page number."),
            DropReason.ORNAMENT: self.tr("Left out: an ornament."),
        }
        return next((name for key, name in names.items() if key.value == reason), "")


def _letter(offset: int) -> ReadingSpan:
    return ReadingSpan(offset, offset + 1)
