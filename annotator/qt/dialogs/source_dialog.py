"""Source dialog: what the file really says at a place, beside what the reader sees."""

from collections.abc import Iterable
from html import escape

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from annotator.qt import fonts
from annotator.qt.dialogs.sizes import open_at
from annotator.qt.theme import shown_theme
from annotator.services.source_view import SourcePiece

_SIZE = (860, 480)
_LINE_END = "↵"
_BLANK = "␣"


class SourceDialog(QDialog):
    """Shows the source text with what repair drops struck through, and the reading text of it."""

    def __init__(
        self, pieces: Iterable[SourcePiece], reading: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Source of this place"))
        open_at(self, *_SIZE)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in reading.split("\n"))
        source = "".join(map(_html_of, pieces))
        columns.addLayout(_column(self.tr("What the file says"), source))
        columns.addLayout(_column(self.tr("What you read"), paragraphs))
        hint = QLabel(
            self.tr("Struck through is what repair leaves out; ↵ is a line end, ␣ a blank.")
        )
        hint.setProperty("quiet", True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.addLayout(columns, 1)
        layout.addLayout(foot)

    @classmethod
    def open_for(
        cls, pieces: Iterable[SourcePiece], reading: str, parent: QWidget
    ) -> "SourceDialog":
        """Show the dialog without stopping the reader."""
        dialog = cls(pieces, reading, parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
        return dialog


def _column(title: str, html: str) -> QVBoxLayout:
    page = QTextBrowser()
    page.setAccessibleName(title)
    font = page.font()
    font.setFamilies(list(fonts.reading_families()))
    page.document().setDefaultFont(font)
    page.document().setDocumentMargin(12)
    page.setHtml(html)
    column = QVBoxLayout()
    column.addWidget(QLabel(title))
    column.addWidget(page)
    return column


def _html_of(piece: SourcePiece) -> str:
    """Return a piece as HTML: blanks and line ends that are left out are made visible."""
    if piece.reason is None:
        return _with_line_ends(escape(piece.text))
    colour = shown_theme().mark
    visible = piece.text.replace(" ", _BLANK).replace("\u3000", _BLANK)
    visible = visible.replace("\n", f"{_LINE_END}\n").replace("\f", _LINE_END)
    blanks = {_BLANK, _LINE_END, "\n"}
    if set(visible) <= blanks:
        return f'<span style="color: {colour}">{_with_line_ends(visible)}</span>'
    return f'<s style="color: {colour}">{_with_line_ends(escape(visible))}</s>'


def _with_line_ends(html: str) -> str:
    return html.replace("\n", "<br>")
