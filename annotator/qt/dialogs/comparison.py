"""Comparison: a passage in the older text beside a place in the newer one."""

from html import escape

from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt import fonts
from annotator.qt.dialogs.passage_html import Stretch, passage_html
from annotator.qt.theme import shown_theme
from annotator.text.differences import differences

_LONGEST_COMPARED = 3000


class Comparison(QWidget):
    """Two columns. The passage is bold; letters that the other side lacks are marked as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._older = _Column(self.tr("Passage in the older text"))
        self._newer = _Column(self.tr("Possible place in the newer text"))
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self._older, 1)
        columns.addWidget(self._newer, 1)

    def name(self, older: str, newer: str) -> None:
        """Write above each column which text it is from."""
        self._older.heading.setText(older)
        self._newer.heading.setText(newer)

    def show_passages(
        self,
        older: tuple[ReadingText, ReadingSpan],
        newer: tuple[ReadingText, ReadingSpan] | None,
    ) -> None:
        """Show a passage and a place for it, each with its text; None if there is no place."""
        old_marked, new_marked = _differing(older, newer)
        self._older.page.setHtml(passage_html(*older, old_marked, decoration="line-through"))
        if newer is None:
            nothing = self.tr("Nothing in the newer text is like this passage.")
            colour = shown_theme().quiet_ink
            self._newer.page.setHtml(f'<p style="color: {colour}">{escape(nothing)}</p>')
        else:
            self._newer.page.setHtml(passage_html(*newer, new_marked))


class _Column(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.heading = QLabel()
        self.heading.setProperty("quiet", True)
        self.heading.setWordWrap(True)
        self.page = QTextBrowser()
        self.page.setAccessibleName(name)
        font = self.page.font()
        font.setFamilies(list(fonts.reading_families()))
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.page.document().setDefaultFont(font)
        self.page.document().setDocumentMargin(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.page, 1)


def _differing(
    older: tuple[ReadingText, ReadingSpan], newer: tuple[ReadingText, ReadingSpan] | None
) -> tuple[list[Stretch], list[Stretch]]:
    """Return which letters of each passage are not in the other one."""
    if newer is None:
        return [], []
    old, new = (span.slice_of(text.text) for text, span in (older, newer))
    if len(old) > _LONGEST_COMPARED:
        return [], []
    places = differences(old, new).places
    return (
        [(one.start, one.end) for one in places],
        [(one.other_start, one.other_end) for one in places],
    )
