"""Version column: one of several versions, and a button to keep it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from annotator.qt import fonts

_LEAST_WIDTH = 210
_LEAST_PAGE_PX = 64


class VersionColumn(QWidget):
    """Who wrote it and when, what it says, and the button. Signal: `kept`."""

    kept = Signal()

    def __init__(self, heading: str, html: str, keep: str) -> None:
        super().__init__()
        title = QLabel(heading)
        title.setProperty("quiet", True)
        title.setWordWrap(True)
        self.page = QTextBrowser()
        self.page.setAccessibleName(heading)
        # The page takes what is left: the button below it can always be seen.
        self.page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.page.setMinimumHeight(_LEAST_PAGE_PX)
        font = self.page.font()
        font.setFamilies(list(fonts.reading_families()))
        font.setPointSizeF(font.pointSizeF() * 1.1)
        self.page.document().setDefaultFont(font)
        self.page.document().setDocumentMargin(10)
        self.page.setHtml(html)
        self.button = QPushButton(keep)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.kept)
        self.setMinimumWidth(_LEAST_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(title)
        column.addWidget(self.page, 1)
        column.addWidget(self.button)
