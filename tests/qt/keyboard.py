"""Walking through a window with Tab."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget


def walk() -> Iterator[QWidget]:
    """Press Tab, yielding what gets the focus, until it comes round."""
    seen: set[QWidget] = set()
    while (widget := QApplication.focusWidget()) is not None and widget not in seen:
        seen.add(widget)
        yield widget
        QTest.keyClick(widget, Qt.Key.Key_Tab)


def focusable(window: QWidget) -> set[QWidget]:
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    }


def name_of(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    if isinstance(widget, QTabBar):
        return widget.tabText(widget.currentIndex())  # a screen reader is given the tabs
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def names_without_visible_focus() -> list[str]:
    """Walk from where the focus is; return the names of what looks the same without it."""
    unseen = []
    for widget in walk():
        with_focus = widget.grab().toImage()
        QApplication.sendEvent(widget, QFocusEvent(QEvent.Type.FocusOut))
        widget.clearFocus()
        if widget.grab().toImage() == with_focus:
            unseen.append(name_of(widget))
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    return unseen
