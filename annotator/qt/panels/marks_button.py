"""Marks button: what a reader should know of the state of a text, and where."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from annotator.core.reading_text import Mark, ReadingText


class MarksButton(QToolButton):
    """Says how many places of a text are in doubt, and lists them. Hidden where there are none.

    Signal: `place_requested` with a reading offset.
    """

    place_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setAutoRaise(True)
        self._text: ReadingText | None = None
        menu = QMenu(self)
        menu.setStyleSheet("QMenu { menu-scrollable: 1; }")
        menu.aboutToShow.connect(self._list_marks)
        self.setMenu(menu)
        self.set_text(None)

    def set_text(self, text: ReadingText | None) -> None:
        """Tell of the marks of this text, or of none."""
        self._text = text
        count = len(text.marks) if text else 0
        self.setVisible(count > 0)
        self.setText(self.tr("%n notes on the state of the text", "", count))

    def _list_marks(self) -> None:
        menu, text = self.menu(), self._text
        menu.clear()
        for mark in text.marks if text else ():
            assert text is not None
            told = self._told(mark, text).replace("&", "&&")
            menu.addAction(told, partial(self.place_requested.emit, mark.start))

    def _told(self, mark: Mark, text: ReadingText) -> str:
        index = text.paragraph_at(mark.start)
        page = text.page_at(mark.start)
        message = QCoreApplication.translate("marks", mark.message)
        if page is None:
            sentence = self.tr("Paragraph {number}: {message}")
            return sentence.format(number=index + 1, message=message)
        return self.tr("Page {page}: {message}").format(page=page, message=message)
