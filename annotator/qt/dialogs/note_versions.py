"""Note versions: what members made of one note, side by side, and a field for one out of them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotator.qt.dialogs.passage_html import Stretch, marked_html
from annotator.qt.dialogs.version_column import VersionColumn
from annotator.qt.dialogs.version_row import VersionRow
from annotator.qt.theme import shown_theme
from annotator.services.versions import NoteConflict
from annotator.text.differences import differences

_FIELD_PX = 92
_LONGEST_COMPARED = 20_000


class NoteVersions(QWidget):
    """Signal: `settled` with the note that takes the place of all versions."""

    settled = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.row = VersionRow()
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(_FIELD_PX)
        label = QLabel(self.tr("&Or write one note out of them:"))
        label.setBuddy(self.field)
        self.keep_written = QPushButton(self.tr("&Keep what is written here"))
        self.keep_written.setAutoDefault(False)
        self.keep_written.clicked.connect(
            lambda: self.settled.emit(self.field.toPlainText().strip())
        )
        above = QHBoxLayout()
        above.addWidget(label)
        above.addStretch()
        above.addWidget(self.keep_written)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.row, 1)
        column.addLayout(above)
        column.addWidget(self.field)
        self.setTabOrder(self.field, self.keep_written)

    def show_conflict(self, conflict: NoteConflict, names: Mapping[str, str]) -> None:
        """Show the versions of a note, written by members whose names are given by id."""
        notes = [version.note for version in conflict.versions]
        columns: list[VersionColumn] = []
        for version, marked in zip(conflict.versions, _marked(notes), strict=True):
            heading = self.row.heading(
                names.get(version.member_id, ""), version.written_ms, is_first=not columns
            )
            column = VersionColumn(
                heading, self._html(version.note, marked), self.tr("Keep this version")
            )
            column.kept.connect(partial(self.settled.emit, version.note))
            columns.append(column)
        self.row.show_columns(columns)
        self.field.setPlainText(notes[0])

    def _html(self, note: str, marked: Sequence[Stretch]) -> str:
        if not note:
            return f'<p style="color: {shown_theme().quiet_ink}">{escape(self.tr("No note"))}</p>'
        words = marked_html(note, marked)
        return f'<p style="line-height: 150%; white-space: pre-wrap">{words}</p>'


def _marked(notes: Sequence[str]) -> Iterator[list[Stretch]]:
    """Yield for each version the letters that differ: from the first one, there from any other."""
    first, *others = notes
    if max(map(len, notes)) > _LONGEST_COMPARED:
        yield from ([] for _ in notes)
        return
    places = [differences(first, other).places for other in others]
    yield _joined((one.start, one.end) for found in places for one in found)
    for found in places:
        yield [(one.other_start, one.other_end) for one in found]


def _joined(stretches: Iterator[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
