"""Lets Qt hand the reading panes to screen readers."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr

from annotator.qt.reader.pane import ReaderPane

_NONE = VoidPtr(0)


class AccessiblePane(QAccessibleWidget):
    """A pane as a document that can be read but not changed.

    Qt keeps it for ever, so it holds nothing of the pane's text.
    """

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__(pane, QAccessible.Role.Document)

    # Declared as an int, but what PySide takes is an object or a VoidPtr; None or 0 crash it.
    def interface_cast(  # type: ignore[override]
        self, kind: QAccessible.InterfaceType
    ) -> QAccessibleTextInterface | VoidPtr:
        if kind == QAccessible.InterfaceType.TextInterface:
            return self._pane.spoken.text()
        other: VoidPtr | None = super().interface_cast(kind)  # type: ignore[assignment]
        return _NONE if other is None else other

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = 1
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Description:
            return self._pane.spoken.description()
        return super().text(kind)

    @property
    def _pane(self) -> ReaderPane:
        pane = self.object()
        assert isinstance(pane, ReaderPane)
        return pane


def install() -> None:
    """Give every reading pane of this program its text for screen readers."""
    QAccessible.installFactory(_accessible)


def _accessible(_class_name: str, widget: QObject | None) -> AccessiblePane | None:
    return AccessiblePane(widget) if isinstance(widget, ReaderPane) else None
