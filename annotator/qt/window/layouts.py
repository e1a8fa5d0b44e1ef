"""Layouts: which texts stand side by side at which places, kept in the library under a name."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from annotator.qt import prompts
from annotator.qt.attempt import attempt
from annotator.qt.session import Session
from annotator.qt.window.desk import Desk

_SETTING = "layouts"


class Layouts(QObject):
    """Fills a menu with the layouts of the library, to choose, save and delete."""

    def __init__(self, session: Session, desk: Desk, menu: QMenu, *, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._desk = desk
        self._menu = menu
        self._window = window
        menu.aboutToShow.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Bring the menu up to the layouts of the library."""
        menu, layouts = self._menu, self._layouts()
        menu.clear()
        for name in sorted(layouts):
            menu.addAction(name.replace("&", "&&"), partial(self.choose, name))
        menu.addSeparator()
        menu.addAction(self.tr("&Save as…"), self._on_save_wanted)
        delete = menu.addAction(self.tr("&Delete…"), self._on_delete_wanted)
        delete.setEnabled(bool(layouts))

    def choose(self, name: str) -> None:
        """Open the panes as they were when this layout was saved."""
        self._desk.remember_places()
        self._desk.arrange(self._layouts()[name])
        self._desk.tell_of_panes()

    def save(self, name: str) -> None:
        """Keep the panes as they are under this name, in place of what had it before."""
        self._store(self._layouts() | {name: self._desk.state()})

    def delete(self, name: str) -> None:
        layouts = self._layouts()
        layouts.pop(name, None)
        self._store(layouts)

    def _layouts(self) -> dict[str, dict[str, Any]]:
        return self._session.setting(_SETTING) or {}

    def _store(self, layouts: dict[str, dict[str, Any]]) -> None:
        attempt(self._window, partial(self._session.remember, _SETTING, layouts))
        self.refresh()

    def _on_save_wanted(self) -> None:
        title, label = self.tr("Save this layout"), self.tr("Name:")
        if name := prompts.ask_text(self._window, title, label=label):
            self.save(name)

    def _on_delete_wanted(self) -> None:
        title, label = self.tr("Delete a layout"), self.tr("Layout:")
        names = sorted(self._layouts())
        if name := prompts.ask_choice(self._window, title, label=label, choices=names):
            self.delete(name)
