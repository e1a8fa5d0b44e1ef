"""Frame: a reader pane with its heading, where the reader chooses which text it shows."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.document import Document
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.agreed_lines import AgreedLines
from annotator.qt.reader.agreement_bar import AgreementBar
from annotator.qt.reader.keeping import set_text_again
from annotator.qt.reader.overview_bar import OverviewBar
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.reader.pane_title import PaneTitle
from annotator.qt.reader.round_bar import RoundBar
from annotator.qt.reader.section_bar import SectionBar
from annotator.qt.reader.seeing import Seeing
from annotator.qt.reader.shared_lines import SharedLines
from annotator.text.sections import Section, sections_of

_LEAST_WIDTH_PX = 113
_WIDTH_WITH_PLACE_PX = 220


class PaneFrame(QWidget):
    """One place of the reader grid.

    Signals: `document_chosen` with a document id, `document_shown` when the pane has got its text,
    `focused` when the reader turns to this pane, `files_dropped` with the paths of files.
    """

    document_chosen = Signal(str)
    document_shown = Signal()
    focused = Signal()
    files_dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = ReaderPane(self)
        self.shared_lines = SharedLines(self.pane.selecting)
        self.agreed_lines = AgreedLines(self.pane)
        self.agreement_bar = AgreementBar(self)
        self.overview = OverviewBar(self)
        self.document_id: str | None = None
        self.awaited_id: str | None = None
        self.section: Section | None = None
        self._wanted: tuple[str, int] | None = None
        self._title = PaneTitle()
        self._place = QLabel()
        self._place.setProperty("quiet", True)
        self._hint = QLabel()
        self._hint.setProperty("quiet", True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._reading_text: ReadingText | None = None
        self._section_bar = SectionBar()
        self.round_bar = RoundBar()
        self._lay_out()
        self.setAcceptDrops(True)
        self.pane.installEventFilter(self)
        self.pane.viewport().installEventFilter(self)
        self.pane.place_changed.connect(self._on_place_changed)
        self.overview.place_requested.connect(self.pane.go_to_place)
        self._section_bar.clicked.connect(self._on_whole_text_requested)
        self.set_active(False)
        self.clear()

    def offer(self, documents: Sequence[Document]) -> None:
        """List the documents that this pane can show."""
        menu = self._title.menu()
        menu.clear()
        for document in documents:
            action = menu.addAction(document.title)
            action.setCheckable(True)
            action.setChecked(document.id == self.document_id)
            action.setData(document.id)
            action.triggered.connect(self._on_document_triggered)
        self._title.setEnabled(bool(documents))
        if self.document_id is None and self.awaited_id is None:
            self.clear()

    @property
    def characters(self) -> int:
        """How long the text in this pane is, 0 without one."""
        return len(self._reading_text.text) if self._reading_text else 0

    @property
    def shown(self) -> ReadingSpan | None:
        """What of the text in this pane can be read here, None without one."""
        if self.section is not None:
            return self.section.span
        return ReadingSpan(0, self.characters) if self.characters else None

    def show_document(
        self, document: Document, reading_text: ReadingText, *, place: int = 0
    ) -> None:
        """Show a text, or the section that is wanted of it, from this reading offset on."""
        self.document_id = document.id
        self.awaited_id = None
        self._reading_text = reading_text
        self._title.set_title(document.title)
        self.pane.setAccessibleName(document.title)
        self._body.setCurrentWidget(self._reading)
        wanted, self._wanted = self._wanted, None
        is_wanted = wanted is not None and wanted[0] == document.id
        section = _section_from(reading_text, wanted[1]) if wanted and is_wanted else None
        self.show_section(section, place=place)

    def want_section(self, document_id: str, source_offset: int) -> None:
        """Let the next text, if it is this one, show only the section that begins here."""
        self._wanted = (document_id, source_offset)

    def show_section(self, section: Section | None, *, place: int) -> None:
        """Show this section of the text alone, or None for all of it, from this offset on."""
        text = self._reading_text
        if text is None:
            return
        self.section = section
        part = section.span if section else None
        self._section_bar.show_section(section, text)
        self.pane.set_text(text, part)
        self.overview.set_text(text, part)
        with QSignalBlocker(self.pane):  # the reader has not scrolled
            self.pane.go_to_place(place)
        self._on_place_changed(self.pane.place())
        self.document_shown.emit()

    def go_to_place(self, offset: int) -> None:
        """Put the line of this offset at the top, and show the whole text if it is not in it."""
        self._reach(offset, offset + 1)
        self.pane.go_to_place(offset)

    def reveal(self, span: ReadingSpan) -> None:
        """Scroll so that the passage is seen, and show the whole text if it is not in it."""
        self._reach(span.start, span.end)
        self.pane.reveal(span)

    def show_again(self, reading_text: ReadingText) -> None:
        """Show the same document as it reads now, where the reader was."""
        before, self._reading_text = self._reading_text, reading_text
        if before is None:
            return
        start = before.source_offset(self.section.start) if self.section else None
        self.section = None if start is None else _section_from(reading_text, start)
        part = self.section.span if self.section else None
        self._section_bar.show_section(self.section, reading_text)
        set_text_again(self.pane, before, reading_text, part)
        self.overview.set_text(reading_text, part)
        self._on_place_changed(self.pane.place())
        self.document_shown.emit()

    def see(self, seeing: Seeing) -> None:
        """Show the highlights like this, those that are there and those to come."""
        self.pane.selecting.view.decorations.highlights.seeing = seeing
        self.pane.viewport().update()
        self.overview.see(seeing)

    def rename(self, title: str) -> None:
        self._title.set_title(title)
        self.pane.setAccessibleName(title)

    def clear(self) -> None:
        """Show no text, but how to get one."""
        if self._title.isEnabled():
            self._show_hint(self.tr("Choose a text above, or drop a text file here."))
        else:
            self._show_hint(self.tr("Press Ctrl+O to import a text, or drop a text file here."))
        self._title.set_title(self.tr("No text"))

    def wait_for(self, document: Document) -> None:
        """Show that this text is being opened."""
        self._show_hint(self.tr("Opening this text…"))
        self._title.set_title(document.title)
        self.awaited_id = document.id

    def set_active(self, active: bool) -> None:
        """Show that keys and menus work on this pane."""
        self._header.setProperty("active", active)
        self._header.style().unpolish(self._header)
        self._header.style().polish(self._header)

    def choose_document(self) -> None:
        """Open the list of documents."""
        self._title.showMenu()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        elif watched is self.pane.viewport() and event.type() == QEvent.Type.Paint:
            self._show_seen()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place.setVisible(self.width() >= _WIDTH_WITH_PLACE_PX)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.focused.emit()
            self.files_dropped.emit(paths)

    def _lay_out(self) -> None:
        self._header = QWidget()
        self._header.setObjectName("paneHeader")
        self._header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._header.setMinimumWidth(_LEAST_WIDTH_PX)
        row = QHBoxLayout(self._header)
        row.setContentsMargins(10, 2, 12, 2)
        row.addWidget(self._title, 1)
        row.addWidget(self._place)
        self._body = QStackedLayout()
        self._body.addWidget(self._hint)
        self._reading = QWidget()
        reading = QHBoxLayout(self._reading)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(0)
        reading.addWidget(self.pane, 1)
        reading.addWidget(self.agreement_bar)
        reading.addWidget(self.overview)
        self._body.addWidget(self._reading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in (self._header, self._section_bar, self.round_bar):
            column.addWidget(bar)
        column.addLayout(self._body, 1)

    def _reach(self, start: int, end: int) -> None:
        if self.section is not None and not self.section.span.overlaps(ReadingSpan(start, end)):
            self.show_section(None, place=start)

    def _show_hint(self, hint: str) -> None:
        self.document_id = self.awaited_id = self._reading_text = self.section = None
        for bar in (self._section_bar, self.round_bar):
            bar.hide()
        self._place.clear()
        self._hint.setText(hint)
        self._body.setCurrentWidget(self._hint)

    def _on_whole_text_requested(self) -> None:
        self.show_section(None, place=self.pane.place())
        self.pane.setFocus()

    def _on_document_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.document_chosen.emit(action.data())

    def _show_seen(self) -> None:
        """Let the overview follow whatever moves the text: scrolling, zoom, a new size."""
        shown, seen = self.shown, self.pane.seen()
        if shown and seen:
            self.overview.set_seen((seen.start - shown.start) / len(shown), len(seen) / len(shown))
        self._on_place_changed(self.pane.place())

    def _on_place_changed(self, offset: int) -> None:
        text, shown = self._reading_text, self.shown
        if text is None or shown is None or not text.paragraphs:
            self._place.clear()
            return
        page, bar = text.page_at(offset), self.pane.verticalScrollBar()
        is_at_end = bar.value() >= bar.maximum()
        share = 100 if is_at_end else round(100 * (offset - shown.start) / len(shown))
        if page is None:
            self._place.setText(self.tr("{share} %").format(share=share))
        else:
            place = self.tr("p. {page} · {share} %")
            self._place.setText(place.format(page=page, share=share))


def _section_from(text: ReadingText, source_offset: int) -> Section | None:
    """Return the section that begins at this place of the source, None if none does any more."""
    start = text.reading_offset(source_offset)
    return next((section for section in sections_of(text) if section.start == start), None)
