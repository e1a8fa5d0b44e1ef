"""Version column: one version of a note, with the letters that others have otherwise."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from annotator.qt import fonts
from annotator.qt.theme import shown_theme

_LEAST_WIDTH = 210

# [start, end) of letters.
Stretch = tuple[int, int]


class VersionColumn(QWidget):
    """Who wrote it and when, what it says, and a button to keep it. Signal: `kept`."""

    kept = Signal()

    def __init__(self, heading: str, note: str, marked: Sequence[Stretch]) -> None:
        super().__init__()
        title = QLabel(heading)
        title.setProperty("quiet", True)
        title.setWordWrap(True)
        self.page = QTextBrowser()
        self.page.setAccessibleName(heading)
        font = self.page.font()
        font.setFamilies(list(fonts.reading_families()))
        font.setPointSizeF(font.pointSizeF() * 1.1)
        self.page.document().setDefaultFont(font)
        self.page.document().setDocumentMargin(10)
        self.page.setHtml(self._html(note, marked))
        self.button = QPushButton(self.tr("Keep this version"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.kept)
        self.setMinimumWidth(_LEAST_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(title)
        column.addWidget(self.page, 1)
        column.addWidget(self.button)

    def _html(self, note: str, marked: Sequence[Stretch]) -> str:
        theme = shown_theme()
        if not note:
            return f'<p style="color: {theme.quiet_ink}">{escape(self.tr("No note"))}</p>'
        style = f"color: {theme.mark}; text-decoration: underline"
        parts, done = [], 0
        for start, end in marked:
            parts.append(_lines(note[done:start]))
            parts.append(f'<span style="{style}">{_lines(note[start:end])}</span>')
            done = end
        words = "".join([*parts, _lines(note[done:])])
        return f'<p style="line-height: 150%; white-space: pre-wrap">{words}</p>'


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
