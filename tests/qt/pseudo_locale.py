"""A language in which everything that was forgotten in the translation shows."""

from collections.abc import Iterator

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)


class PseudoLocale(QTranslator):
    """Translates everything into itself between ⟦ and ⟧, so that what was forgotten shows."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"⟦{source}⟧"


def visible_texts(widget: QWidget) -> Iterator[str]:
    """Yield every text that a reader can see on this widget and its children, or hear read out."""
    for each in [widget, *widget.findChildren(QWidget)]:
        yield from (each.windowTitle(), each.toolTip(), each.accessibleName())
        yield from own_texts(each)
        for action in each.actions():
            yield from (action.text(), action.toolTip())


def own_texts(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QGroupBox():
            yield widget.title()
        case QComboBox():
            yield from (widget.itemText(index) for index in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(index) for index in range(widget.count()))


def untranslated(widget: QWidget) -> set[str]:
    """Return the visible texts with letters in them that did not go through a translation."""
    return {
        text
        for text in visible_texts(widget)
        if any(character.isalpha() for character in text) and "⟦" not in text
    }
