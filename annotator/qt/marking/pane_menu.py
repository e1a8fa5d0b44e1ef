"""The menu of the right mouse button in a pane."""

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.marking.annotation_tips import AnnotationTips
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions


class PaneMenu(QObject):
    """Offers what can be done with the selection or the annotation under the mouse."""

    def __init__(
        self, session: Session, focus: AnnotationFocus, commands: Actions, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._focus = focus
        self._commands = commands
        self._window = window
        self._tips = AnnotationTips(session)

    def show(self, offset: int | None, position: QPoint) -> None:
        """Show the menu at this place on the screen; `offset` is the character under it."""
        self._focus.turn_to(offset)
        if offset is not None and self._focus.selection is None:
            self._focus.frame.pane.selecting.put_caret(offset)
        menu = QMenu(self._window)
        self._fill(menu)
        if offset is not None:
            self._offer_annotations(menu, self._focus.frame.pane.annotations_at(offset))
        menu.popup(position)
        menu.aboutToHide.connect(menu.deleteLater)

    def _fill(self, menu: QMenu) -> None:
        commands = self._commands
        if self._focus.selection is not None or self._focus.annotation is not None:
            menu.addActions(commands.tags[: len(self._session.codebook)])
            menu.addActions([commands.choose_tags, commands.note])
            menu.addSeparator()
            menu.addActions([commands.copy, commands.copy_citation])
            menu.addSeparator()
        if self._focus.selection is not None:
            menu.addActions([commands.add_to_dictionary, commands.remember_passage])
            menu.addAction(commands.compare_passage)
            menu.addSeparator()
        if self._focus.selection is not None and self._focus.active_id is not None:
            menu.addAction(commands.move_to_selection)
        if self._focus.annotation is not None:
            menu.addActions([commands.reply, commands.delete])
            menu.addSeparator()
        menu.addActions([commands.show_source, commands.search, commands.choose_document])
        menu.addMenu(self._repair_menu(menu))

    def _repair_menu(self, parent: QMenu) -> QMenu:
        menu = QMenu(self.tr("Para&graphs and repair"), parent)
        menu.addActions(self._commands.corrections)
        return menu

    def _offer_annotations(self, menu: QMenu, annotation_ids: list[str]) -> None:
        """Let the reader choose among several annotations here."""
        if len(annotation_ids) < 2:
            return
        first = menu.actions()[0]
        for number, annotation_id in enumerate(annotation_ids, start=1):
            text = self._tips.listed(annotation_id).replace("&", "&&")
            action = QAction(f"&{number} {text}" if number < 10 else text, menu)
            action.setCheckable(True)
            action.setChecked(annotation_id == self._focus.active_id)
            action.triggered.connect(partial(self._choose, annotation_id))
            menu.insertAction(first, action)
        menu.insertSeparator(first)

    def _choose(self, annotation_id: str) -> None:
        self._focus.frame.pane.select(None)
        self._focus.activate(annotation_id)
