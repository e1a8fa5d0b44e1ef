"""Suggestions panel: what looks like a definition, policy measure, example or statistic."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.qt.models.row_model import ModelIndex
from annotator.qt.models.table_model import Column, TableModel
from annotator.qt.panels.column_widths import set_widths
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.narrow_combo import narrow_combo
from annotator.qt.panels.scope_combo import ScopeCombo
from annotator.qt.panels.table_view import TableView
from annotator.qt.session import Session
from annotator.qt.suggestion_feed import SuggestionFeed
from annotator.qt.tag_names import shown_name
from annotator.services.libraries import built_in_tags

if TYPE_CHECKING:
    from annotator.core.page import Page
    from annotator.services.suggesting import PlacedSuggestion

_PASSAGE = 1
_WIDTHS_PX = {0: 100, 2: 260, 3: 60}


class SuggestionsPanel(QWidget):
    """Lists suggestions, each of which the reader accepts or dismisses.

    Signals: `accept_requested` and `dismiss_requested` with a list of PlacedSuggestions,
    `bring_back_requested`, `passage_chosen` with one to go to, `search_requested` while the feed
    is off.
    """

    accept_requested = Signal(list)
    dismiss_requested = Signal(list)
    bring_back_requested = Signal()
    passage_chosen = Signal(object)
    search_requested = Signal()

    def __init__(self, session: Session, feed: SuggestionFeed) -> None:
        super().__init__()
        self._session = session
        self._feed = feed
        self._names: dict[str, str] = {}
        self._kind = narrow_combo(self.tr("Kind of suggestion"))
        self.scope = ScopeCombo()
        self._offer_kinds()
        self._model = TableModel(self._columns(), self)
        self._table = TableView(self._model, self.tr("Suggestions"), stretched=_PASSAGE)
        set_widths(self._table, _WIDTHS_PX)
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._accept = _button(self.tr("Accept"), self.tr("Annotate this passage (A)"))
        self._dismiss = _button(self.tr("Dismiss"), self.tr("Suggest this no more (D)"))
        self._more = QPushButton(self.tr("All"))
        menu = QMenu(self._more)
        self._accept_all = menu.addAction(self.tr("&Accept all shown"))
        self._dismiss_all = menu.addAction(self.tr("&Dismiss all shown"))
        self._bring_back = menu.addAction(self.tr("&Bring back all dismissed"))
        self._more.setMenu(menu)
        self._empty = EmptyState(button=_button(self.tr("Look for suggestions")))
        self._lay_out()
        self._connect()
        self._show()

    def shown(self) -> list["PlacedSuggestion"]:
        """Return the suggestions that are listed, from top to bottom."""
        return self._model.rows()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._table.setFocus()

    def _columns(self) -> list[Column["PlacedSuggestion"]]:
        def written(page: "Page | None") -> str:
            return "" if page is None else str(page)

        def name(one: "PlacedSuggestion") -> str:
            return self._names[one.kind.value]

        def passage(one: "PlacedSuggestion") -> str:
            return " ".join(one.quotation.split())

        def title(one: "PlacedSuggestion") -> str:
            return one.document.title

        return [
            Column(self.tr("Kind"), name, name, is_number=False),
            Column(self.tr("Passage"), passage, passage, is_number=False),
            Column(self.tr("Text"), title, title, is_number=False),
            Column(self.tr("Page"), lambda one: one.page, lambda one: written(one.page)),
        ]

    def _offer_kinds(self) -> None:
        """Name the kinds as their tags are called now; a kind whose tag was deleted is left out."""
        chosen = self._kind.currentData()
        self._kind.blockSignals(True)
        self._kind.clear()
        self._kind.addItem(self.tr("All kinds"), None)
        for built_in in built_in_tags():
            if tag := self._session.codebook.get(built_in.tag.id):
                self._names[built_in.key] = shown_name(tag)
                self._kind.addItem(shown_name(tag), built_in.key)
        self._kind.setCurrentIndex(max(0, self._kind.findData(chosen)))
        self._kind.blockSignals(False)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._kind)
        head.addWidget(self.scope)
        head.addWidget(self._count, 1)
        for button in (self._accept, self._dismiss, self._more):
            head.addWidget(button)
        self._pages = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 4)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._pages, 1)
        # Now they have a parent: a page that has none is shown as a window for a moment.
        self._pages.addWidget(self._table)
        self._pages.addWidget(self._empty)

    def _connect(self) -> None:
        self._feed.changed.connect(self._show)
        self.scope.scope_changed.connect(self._show)
        self._kind.currentIndexChanged.connect(self._show)
        self._table.chosen.connect(self._on_chosen)
        self._table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self._accept.clicked.connect(self._accept_current)
        self._dismiss.clicked.connect(self._dismiss_current)
        self._accept_all.triggered.connect(lambda: self.accept_requested.emit(self.shown()))
        self._dismiss_all.triggered.connect(lambda: self.dismiss_requested.emit(self.shown()))
        self._bring_back.triggered.connect(self.bring_back_requested)
        assert self._empty.button is not None
        self._empty.button.clicked.connect(self.search_requested)
        self._add_key(["A"], self._accept_current)
        self._add_key(["D", "Del"], self._dismiss_current)

    def _add_key(self, keys: list[str], slot: Callable[[], None]) -> None:
        shortcut = QShortcut(self._table)
        shortcut.setKeys([QKeySequence(key) for key in keys])
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(slot)

    def _show(self) -> None:
        """List what waits; the place in the list stays, so that one answer follows another."""
        self._offer_kinds()
        at = max(0, self._table.currentIndex().row())
        kind = self._kind.currentData()
        rows = [
            one
            for one in self._feed.waiting()
            if self.scope.accepts(one.document) and kind in (None, one.kind.value)
        ]
        had_keys = self._table.hasFocus() or self.hasFocus()
        self._model.set_rows(rows)
        self._table.setCurrentIndex(self._model.index(min(at, len(rows) - 1), _PASSAGE))
        self._count.setText(self.tr("%n suggestions", "", len(rows)))
        for part in (self._accept, self._dismiss, self._accept_all, self._dismiss_all):
            part.setEnabled(bool(rows))
        self._bring_back.setEnabled(self._feed.has_dismissed)
        self._pages.setCurrentWidget(self._table if rows else self._empty)
        self._say_why_empty()
        if had_keys:
            self._table.setFocus()

    def _say_why_empty(self) -> None:
        assert self._empty.button is not None
        self._empty.button.setVisible(not self._feed.is_on)
        if not self._feed.is_on:
            sentence = self.tr(
                "Duidu can look for passages that seem to define, demand, exemplify or count "
                "something. You decide which become annotations."
            )
        elif self._feed.is_looking:
            sentence = self.tr("The texts are being looked through…")
        else:
            sentence = self._feed.problem or self.tr("Nothing is suggested here any more.")
        self._empty.say(sentence)

    def _current(self) -> list["PlacedSuggestion"]:
        row = self._model.row(self._table.currentIndex())
        return [] if row is None else [row]

    def _accept_current(self) -> None:
        if chosen := self._current():
            self.accept_requested.emit(chosen)

    def _dismiss_current(self) -> None:
        if chosen := self._current():
            self.dismiss_requested.emit(chosen)

    def _on_chosen(self, index: ModelIndex) -> None:
        if (row := self._model.row(index)) is not None:
            self.passage_chosen.emit(row)

    def _on_current_changed(self, index: QModelIndex) -> None:
        if self._table.hasFocus():  # the reader goes from one to the next
            self._on_chosen(index)


def _button(name: str, tip: str = "") -> QPushButton:
    button = QPushButton(name)
    button.setToolTip(tip)
    return button
