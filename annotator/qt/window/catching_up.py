"""Catching up: the dock with what came from others, and how much of it is not read."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.changes import Changes
from annotator.core.news import News, NewsFilter, NewsKind, ReadSoFar
from annotator.qt.attempt import attempt
from annotator.qt.latest_task import LatestTask
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.docks import Docks
from annotator.services import news
from annotator.services.editing.annotation_edits import BringBackAnnotations

if TYPE_CHECKING:
    from annotator.qt.panels.news_panel import NewsPanel


class CatchingUp(QObject):
    """Leads the reader to what is new.

    Signals: `counted` with how much that is, `news_chosen` with the News to go to, `told` with a
    sentence.
    """

    counted = Signal(int)
    news_chosen = Signal(object)
    told = Signal(str)

    def __init__(self, session: Session, docks: Docks, commands: Actions) -> None:
        super().__init__(docks)
        self._session = session
        self._docks = docks
        self._panel: NewsPanel | None = None
        self._before: ReadSoFar | None = None
        self._dock = docks.add_late("news", self.tr("New from others"), self._make_panel)
        commands.news.triggered.connect(self.open)
        commands.next_news.triggered.connect(self.go_to_next)
        self._counting = LatestTask(self)
        self._counting.done.connect(self._on_counted)
        session.changed.connect(self._on_changed)

    def open(self) -> None:
        """Bring the dock to the front."""
        self._docks.show_late(self._dock)
        if self._panel is not None:
            self._panel.list.setFocus()

    def go_to_next(self) -> None:
        """Go to what is not read yet; the keys stay where they are."""
        if self._panel is None:
            self._dock.panel()
        assert self._panel is not None
        if self._panel.model.first_unread(0) is None:
            self._panel.reload()
        if self._panel.model.first_unread(0) is None:
            self.told.emit(self.tr("Nothing is new."))
        self._panel.next()

    def count(self) -> None:
        """Tell how much is not read."""
        self._counting.stop()
        session = self._session
        wanted = NewsFilter(seen=session.visibility)
        self.counted.emit(news.count_unread(session.library, wanted))

    def _make_panel(self) -> QWidget:
        from annotator.qt.panels.news_panel import NewsPanel

        self._panel = panel = NewsPanel(self._session)
        panel.chosen.connect(self._on_chosen)
        panel.restoring_requested.connect(self._restore)
        panel.all_read.connect(self._mark_all)
        panel.brought_back.connect(self._bring_back)
        return panel

    def _on_chosen(self, one: News) -> None:
        news.mark_read(self._session.library, one)
        self.count()
        if self._session.annotation(one.annotation_id) is not None:
            self.news_chosen.emit(one)
        elif one.kind is NewsKind.DELETION:
            self.told.emit(self.tr("It was deleted. The button over the list brings it back."))
        else:
            self.told.emit(self.tr("This annotation is not there any more."))

    def _restore(self, one: News) -> None:
        edit = BringBackAnnotations((one.annotation_id,))
        bring_back = partial(self._session.do, edit, self.tr("Bring an annotation back"))
        if attempt(self._panel, bring_back):
            news.mark_read(self._session.library, one)
            self.count()
            self.news_chosen.emit(one)

    def _mark_all(self) -> None:
        self._before = news.read_so_far(self._session.library)
        news.mark_all_read(self._session.library)
        self._show_as_it_is()

    def _bring_back(self) -> None:
        if self._before is not None:
            news.set_read_so_far(self._session.library, self._before)
            self._before = None
            self._show_as_it_is()

    def _show_as_it_is(self) -> None:
        if self._panel is not None:
            self._panel.bring_back.setVisible(self._before is not None)
            self._panel.reload()
        self.count()

    def _on_counted(self, count: int) -> None:
        self.counted.emit(count)

    def _on_changed(self, changes: Changes) -> None:
        if changes.only_seen:
            path, wanted = self._session.library.path, NewsFilter(seen=self._session.visibility)
            self._counting.start(partial(news.count_unread_in, path, wanted))
        elif changes.documents or changes.members or changes.everything:
            self.count()
