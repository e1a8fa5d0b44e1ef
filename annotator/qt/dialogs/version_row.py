"""Version row: all versions of one thing, side by side, the one that is shown now first."""

from collections.abc import Iterable

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from annotator.qt.dialogs.version_column import VersionColumn

_TIME = "yyyy-MM-dd HH:mm"


class VersionRow(QScrollArea):
    """Columns that scroll where there are many."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: list[VersionColumn] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def heading(self, member: str, written_ms: int, *, is_first: bool) -> str:
        """Return what stands above a column."""
        written = QDateTime.fromMSecsSinceEpoch(written_ms).toString(_TIME)
        now = self.tr("shown now") if is_first else ""
        return " · ".join(part for part in (member, written, now) if part)

    def show_columns(self, columns: Iterable[VersionColumn]) -> None:
        self.columns = list(columns)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for column in self.columns:
            layout.addWidget(column, 1)
        self.setWidget(row)
        # In a narrow column what stands above may take a second line.
        self.setMinimumHeight(row.minimumSizeHint().height() + self.fontMetrics().lineSpacing())
        self.columns[0].button.setFocus()
