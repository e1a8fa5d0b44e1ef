"""News panel: what came from others since the reader last looked, by member and text."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.changes import Changes
from annotator.core.news import News, NewsFilter, NewsKind
from annotator.qt.models.news_model import NewsModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.narrow_combo import narrow_combo
from annotator.qt.panels.news_delegate import NewsDelegate
from annotator.qt.session import Session


class NewsPanel(QWidget):
    """Lists the news; one that is chosen is read.

    Signals: `chosen` with the News to go to, `restoring_requested` with that of an annotation which
    is to come back, `all_read`, and `brought_back` when all that was marked as read is to be new
    again.
    """

    chosen = Signal(object)
    restoring_requested = Signal(object)
    all_read = Signal()
    brought_back = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = NewsModel(session, self)
        self.member = narrow_combo(self.tr("Member"))
        self.document = narrow_combo(self.tr("Text"))
        self.restore = QPushButton(self.tr("&Bring the annotation back"))
        self.restore.hide()
        self.mark_all = QPushButton(self.tr("&Mark all as read"))
        self.bring_back = QPushButton(self.tr("Show what was marked &again"))
        self.bring_back.hide()
        self.list = QListView()
        self._nothing = EmptyState(
            self.tr("Nothing is new. What others write comes in when you merge or share."),
            button=self.bring_back,
        )
        self._offer_choices()
        self._set_up()
        self._lay_out()
        self._connect()
        self._update_state()

    def next(self) -> None:
        """Go to the next news that is not read; after the last one, to the first."""
        at = self.list.currentIndex().row()
        row = self.model.first_unread(max(0, at))
        if row is None:
            row = self.model.first_unread(0)
        if row is not None:
            index = self.model.index(row)
            self.list.setCurrentIndex(index)
            self._choose(index)

    def reload(self) -> None:
        """List what is new now."""
        one = self._current()
        self._offer_choices()
        self.model.load(self._wanted())
        if one and (row := self.model.row_of(one.key)) is not None:
            self.list.setCurrentIndex(self.model.index(row))

    def _set_up(self) -> None:
        view = self.list
        view.setModel(self.model)
        view.setItemDelegate(NewsDelegate(view))
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setAccessibleName(self.tr("New from others"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.member)
        head.addWidget(self.document)
        head.addStretch()
        head.addWidget(self.restore)
        head.addWidget(self.mark_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(6)
        column.addLayout(head)
        self._pages = QStackedLayout()
        column.addLayout(self._pages, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)

    def _connect(self) -> None:
        for combo in (self.member, self.document):
            combo.currentIndexChanged.connect(self._on_filter_changed)
        self.restore.clicked.connect(self._ask_to_restore)
        self.mark_all.clicked.connect(self.all_read)
        self.bring_back.clicked.connect(self.brought_back)
        self.list.clicked.connect(self._choose)
        for keys in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda: self._choose(self.list.currentIndex()))
        self.list.selectionModel().currentChanged.connect(self._offer_restoring)
        self.model.modelReset.connect(self._update_state)
        self._session.changed.connect(self._on_changed)

    def _choose(self, index: ModelIndex) -> None:
        if index.isValid():
            self.model.mark_read(index.row())
            self.chosen.emit(self.model.news_at(index.row()))

    def _offer_restoring(self) -> None:
        """Show the button where the row is about an annotation that is still deleted."""
        one = self._current()
        self.restore.setVisible(
            one is not None
            and one.kind is NewsKind.DELETION
            and self._session.annotation(one.annotation_id) is None
        )

    def _ask_to_restore(self) -> None:
        self.model.mark_read(self.list.currentIndex().row())
        self.restoring_requested.emit(self._current())

    def _current(self) -> News | None:
        at = self.list.currentIndex()
        return self.model.news_at(at.row()) if at.isValid() else None

    def _wanted(self) -> NewsFilter:
        return NewsFilter(self.member.currentData(), self.document.currentData())

    def _offer_choices(self) -> None:
        """List members and texts as they are now; choices that are still there stay."""
        me = self._session.member.id
        members = [(one.name, one.id) for one in self._session.members() if one.id != me]
        _offer(self.member, [(self.tr("All members"), None), *members])
        documents = [(one.title, one.id) for one in self._session.documents()]
        _offer(self.document, [(self.tr("All texts"), None), *documents])

    def _on_filter_changed(self) -> None:
        self.model.load(self._wanted())

    def _on_changed(self, changes: Changes) -> None:
        is_about_members = changes.members or changes.only_seen
        if changes.documents or is_about_members or changes.everything:
            self.reload()
        elif changes.annotations:
            self._offer_restoring()

    def _update_state(self) -> None:
        has_news = bool(self.model.rowCount())
        self._pages.setCurrentIndex(0 if has_news else 1)
        self.mark_all.setEnabled(has_news)
        self._offer_restoring()


def _offer(combo: QComboBox, choices: list[tuple[str, str | None]]) -> None:
    chosen = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        for name, value in choices:
            combo.addItem(name, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
