"""Counts line: what repair did to a text, in words."""

from PySide6.QtWidgets import QLabel, QWidget

from annotator.services.previewing import Counts


class CountsLine(QLabel):
    """A quiet line below a preview."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("quiet", True)
        self.setWordWrap(True)

    def show_counts(self, counts: Counts) -> None:
        parts = [
            self.tr("%n lines in the file", "", counts.lines),
            self.tr("%n paragraphs to read", "", counts.paragraphs),
        ]
        if counts.page_edges:
            parts.append(
                self.tr("%n page numbers and running lines left out", "", counts.page_edges)
            )
        if counts.repeated_titles:
            parts.append(self.tr("%n repeated titles left out", "", counts.repeated_titles))
        self.setText(" · ".join(parts))
