"""The menu of the right mouse button in a pane."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from annotator.qt.marking.annotation_focus import AnnotationFocus
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

    def show(self, offset: int | None, position: QPoint) -> None:
        """Show the menu at this place on the screen; `offset` is the character under it."""
        self._focus.turn_to(offset)
        menu = QMenu(self._window)
        self._fill(menu)
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
        if self._focus.selection is not None and self._focus.active_id is not None:
            menu.addAction(commands.move_to_selection)
        if self._focus.annotation is not None:
            menu.addAction(commands.delete)
            menu.addSeparator()
        menu.addActions([commands.search, commands.choose_document])
