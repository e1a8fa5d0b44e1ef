"""Frame: a reader pane with its heading, where the reader chooses which text it shows."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.document import Document
from annotator.core.reading_text import ReadingText
from annotator.qt.reader.keeping import set_text_again
from annotator.qt.reader.overview_bar import OverviewBar
from annotator.qt.reader.pane import ReaderPane


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
        self.overview = OverviewBar(self)
        self.document_id: str | None = None
        self.awaited_id: str | None = None
        self._title = QPushButton()
        self._title.setObjectName("paneTitle")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._title.setMenu(QMenu(self._title))
        self._title.setToolTip(self.tr("Choose the text of this pane"))
        self._place = QLabel()
        self._place.setProperty("quiet", True)
        self._hint = QLabel()
        self._hint.setProperty("quiet", True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._reading_text: ReadingText | None = None
        self._lay_out()
        self.setAcceptDrops(True)
        self.pane.installEventFilter(self)
        self.pane.viewport().installEventFilter(self)
        self.pane.place_changed.connect(self._on_place_changed)
        self.overview.place_requested.connect(self.pane.go_to_place)
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

    def show_document(
        self, document: Document, reading_text: ReadingText, *, place: int = 0
    ) -> None:
        """Show a text from the line of this reading offset on."""
        self.document_id = document.id
        self.awaited_id = None
        self._reading_text = reading_text
        self._set_title(document.title)
        self.pane.set_text(reading_text)
        self.overview.set_text(reading_text)
        self.pane.setAccessibleName(document.title)
        self._body.setCurrentWidget(self._reading)
        with QSignalBlocker(self.pane):  # the reader has not scrolled
            self.pane.go_to_place(place)
        self._on_place_changed(self.pane.place())
        self.document_shown.emit()

    def show_again(self, reading_text: ReadingText) -> None:
        """Show the same document as it reads now, where the reader was."""
        if self._reading_text is not None:
            set_text_again(self.pane, self._reading_text, reading_text)
        self._reading_text = reading_text
        self.overview.set_text(reading_text)
        self._on_place_changed(self.pane.place())
        self.document_shown.emit()

    def rename(self, title: str) -> None:
        self._set_title(title)
        self.pane.setAccessibleName(title)

    def clear(self) -> None:
        """Show no text, but how to get one."""
        if self._title.isEnabled():
            self._show_hint(self.tr("Choose a text above, or drop a text file here."))
        else:
            self._show_hint(self.tr("Press Ctrl+O to import a text, or drop a text file here."))
        self._set_title(self.tr("No text"))

    def wait_for(self, document: Document) -> None:
        """Show that this text is being opened."""
        self._show_hint(self.tr("Opening this text…"))
        self._set_title(document.title)
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
        reading.addWidget(self.overview)
        self._body.addWidget(self._reading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addLayout(self._body, 1)

    def _show_hint(self, hint: str) -> None:
        self.document_id = self.awaited_id = self._reading_text = None
        self._place.clear()
        self._hint.setText(hint)
        self._body.setCurrentWidget(self._hint)

    def _set_title(self, title: str) -> None:
        self._title.setText(title.replace("&", "&&"))
        self._title.setAccessibleName(self.tr("Text in this pane: {title}").format(title=title))

    def _on_document_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.document_chosen.emit(action.data())

    def _show_seen(self) -> None:
        """Let the overview follow whatever moves the text: scrolling, zoom, a new size."""
        if self._reading_text is None or not self._reading_text.text:
            return
        bar = self.pane.verticalScrollBar()
        share = bar.pageStep() / max(1, bar.maximum() + bar.pageStep())
        self.overview.set_seen(self.pane.place() / len(self._reading_text.text), share)

    def _on_place_changed(self, offset: int) -> None:
        text = self._reading_text
        if text is None or not text.paragraphs:
            self._place.clear()
            return
        page = text.paragraphs[text.paragraph_at(offset)].page
        share = round(100 * offset / len(text.text))
        if page is None:
            self._place.setText(self.tr("{share} %").format(share=share))
        else:
            place = self.tr("p. {page} · {share} %")
            self._place.setText(place.format(page=page, share=share))
