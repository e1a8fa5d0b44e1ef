"""Thread panel: what was written about one annotation, and a field to reply in."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.annotation import Annotation
from annotator.core.changes import Changes
from annotator.core.reply import Reply
from annotator.qt import icons
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.models.thread_model import ThreadEntry, ThreadModel
from annotator.qt.panels.empty_state import LEAST_HEIGHT_PX, EmptyState
from annotator.qt.panels.thread_delegate import ThreadDelegate
from annotator.qt.session import Session

_LONGEST_QUOTATION = 60
_FIELD_LINES = 3


class ThreadPanel(QWidget):
    """Follows the active annotation. What is begun and not sent stays with its annotation.

    Signals: `reply_written` with the id of the annotation and the words, `reply_changed` with the
    Reply and the new words, `delete_requested` with a Reply, `note_requested` and
    `versions_requested` with the id of the annotation, `left` when the reader has written enough.
    """

    reply_written = Signal(str, str)
    reply_changed = Signal(object, str)
    delete_requested = Signal(object)
    note_requested = Signal(str)
    versions_requested = Signal(str)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._annotation: Annotation | None = None
        self._changing: Reply | None = None
        self._drafts: dict[str, str] = {}
        self._model = ThreadModel(session, self)
        self._quotation = QLabel()
        self._quotation.setProperty("quiet", True)
        self._quotation.setTextFormat(Qt.TextFormat.PlainText)
        self._quotation.setWordWrap(True)
        self._versions = QPushButton()
        self._list = QListView()
        self._field = QPlainTextEdit()
        self._send = QPushButton()
        self._cancel = QPushButton(self.tr("Do not change it"))
        self._nothing = EmptyState(
            self.tr("Click an annotation to see what was written about it, and to reply.")
        )
        self._set_up()
        self._lay_out()
        self._connect()
        self.show_annotation(None)

    def show_annotation(self, annotation_id: str | None) -> None:
        """Show what was written about this annotation, or nothing."""
        self._keep_draft()
        annotation = self._session.annotation(annotation_id) if annotation_id else None
        is_other = annotation is None or annotation_id != self._shown_id
        self._annotation = annotation
        if is_other:
            self._changing = None
            self._field.setPlainText(self._drafts.get(annotation.id, "") if annotation else "")
        self._refresh()

    def write(self) -> None:
        """Let the reader write a reply."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_reply(self, reply_id: str) -> None:
        """Bring a reply into view; without it, the beginning of the thread."""
        row = self._model.row_of(reply_id) or 0
        self._list.setCurrentIndex(self._model.index(row))

    @property
    def _shown_id(self) -> str | None:
        return self._annotation.id if self._annotation else None

    def _keep_draft(self) -> None:
        if self._annotation is None or self._changing is not None:
            return
        if draft := self._field.toPlainText():
            self._drafts[self._annotation.id] = draft
        else:
            self._drafts.pop(self._annotation.id, None)

    def _set_up(self) -> None:
        view = self._list
        view.setModel(self._model)
        view.setItemDelegate(ThreadDelegate(view))
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setAccessibleName(self.tr("Note and replies"))
        view.setMinimumHeight(LEAST_HEIGHT_PX)
        self._field.setTabChangesFocus(True)
        self._field.setAccessibleName(self.tr("Reply"))
        self._field.setPlaceholderText(self.tr("Reply… (Ctrl+Enter sends it)"))
        line = self._field.fontMetrics().lineSpacing()
        self._field.setFixedHeight(_FIELD_LINES * line + 14)
        self._versions.setIcon(icons.icon("note"))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self._send)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(6)
        column.addWidget(self._quotation)
        column.addWidget(self._versions)
        column.addWidget(self._list, 1)
        column.addWidget(self._field)
        column.addLayout(foot)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(page)
        self._pages.addWidget(self._nothing)

    def _connect(self) -> None:
        self._session.changed.connect(self._on_changed)
        self._field.textChanged.connect(self._offer)
        self._send.clicked.connect(self._on_send)
        self._cancel.clicked.connect(self._leave_as_it_is)
        self._versions.clicked.connect(self._on_versions_clicked)
        self._list.doubleClicked.connect(self._change)
        self._list.customContextMenuRequested.connect(self._on_menu_requested)
        for keys, widget, slot in (
            ("Ctrl+Return", self._field, self._on_send),
            ("Ctrl+Enter", self._field, self._on_send),
            ("Esc", self._field, self._on_escape),
            ("F2", self._list, self._change),
            ("Return", self._list, self._change),
            ("Del", self._list, self._request_delete),
            ("Ctrl+C", self._list, self._copy),
        ):
            shortcut = QShortcut(QKeySequence(keys), widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def _refresh(self) -> None:
        """Show the annotation as it now is."""
        annotation = self._annotation
        self._pages.setCurrentIndex(0 if annotation else 1)
        self._model.show_annotation(annotation)
        if annotation is None:
            return
        self._quotation.setText(f"“{_shortened(annotation.selector.quotation)}”")
        self._offer_versions(annotation)
        self._offer()

    def _offer_versions(self, annotation: Annotation) -> None:
        """Lead to what is to settle: the note first, then the place."""
        versions = len(self._session.note_versions(annotation.id))
        places = len(self._session.places_of(annotation.id))
        self._versions.setVisible(versions + places > 0)
        if versions:
            self._versions.setText(self.tr("This note stands in %n versions…", "", versions))
        else:
            self._versions.setText(self.tr("This annotation was given %n places…", "", places))

    def _offer(self) -> None:
        is_change = self._changing is not None
        self._send.setText(self.tr("Change the reply") if is_change else self.tr("Reply"))
        self._cancel.setVisible(is_change)
        self._send.setEnabled(bool(self._field.toPlainText().strip()))

    def _entry(self) -> ThreadEntry | None:
        index = self._list.currentIndex()
        return self._model.entry(index.row()) if index.isValid() else None

    def _change(self, *_: ModelIndex) -> None:
        """Let the reader change the note, or a reply of his own."""
        entry = self._entry()
        if entry is None or self._annotation is None:
            return
        if entry.reply is None:
            self.note_requested.emit(self._annotation.id)
        elif entry.is_own:
            self._keep_draft()
            self._changing = entry.reply
            self._field.setPlainText(entry.reply.content)
            self._field.selectAll()
            self.write()
            self._offer()

    def _leave_as_it_is(self) -> None:
        if self._changing is not None and self._annotation is not None:
            self._changing = None
            self._field.setPlainText(self._drafts.get(self._annotation.id, ""))
            self._offer()

    def _on_escape(self) -> None:
        if self._changing is None:
            self.left.emit()
        self._leave_as_it_is()

    def _on_send(self) -> None:
        words = self._field.toPlainText().strip()
        if self._annotation is None or not words:
            return
        if (reply := self._changing) is not None:
            self._leave_as_it_is()
            self.reply_changed.emit(reply, words)
        else:
            self._field.clear()
            self._drafts.pop(self._annotation.id, None)
            self.reply_written.emit(self._annotation.id, words)

    def _request_delete(self) -> None:
        entry = self._entry()
        if entry is not None and entry.reply is not None and entry.is_own:
            self.delete_requested.emit(entry.reply)

    def _copy(self) -> None:
        if entry := self._entry():
            QGuiApplication.clipboard().setText(entry.words)

    def _on_versions_clicked(self) -> None:
        if self._annotation is not None:
            self.versions_requested.emit(self._annotation.id)

    def _on_menu_requested(self, position: QPoint) -> None:
        if self._list.indexAt(position).isValid():
            self.menu().popup(self._list.viewport().mapToGlobal(position))

    def menu(self) -> QMenu:
        """Return what can be done with the note or reply that is chosen."""
        menu, entry = QMenu(self), self._entry()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_note = entry is not None and entry.reply is None
        can_change = entry is not None and (is_note or entry.is_own)
        change = menu.addAction(icons.icon("edit"), self.tr("&Change…"), self._change)
        change.setShortcut(Qt.Key.Key_F2)
        change.setEnabled(can_change)
        menu.addAction(icons.icon("copy"), self.tr("C&opy"), self._copy)
        menu.addSeparator()
        delete = menu.addAction(icons.icon("delete"), self.tr("&Delete"), self._request_delete)
        delete.setShortcut(Qt.Key.Key_Delete)
        delete.setEnabled(can_change and not is_note)
        return menu

    def _on_changed(self, changes: Changes) -> None:
        is_touched = self._shown_id in changes.annotations or changes.everything
        may_be_touched = is_touched or changes.members or changes.only_seen
        if self._annotation is not None and may_be_touched:
            self._keep_draft()
            self._annotation = self._session.annotation(self._annotation.id)
            last = self._model.rowCount()
            self._refresh()
            if self._model.rowCount() > last:
                self._list.scrollToBottom()


def _shortened(quotation: str) -> str:
    quotation = " ".join(quotation.split("\n"))
    if len(quotation) <= _LONGEST_QUOTATION:
        return quotation
    return quotation[:_LONGEST_QUOTATION] + "…"
