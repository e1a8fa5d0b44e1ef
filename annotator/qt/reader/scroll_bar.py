"""The scroll bar, which shows the scroll state and never is it."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QScrollBar

from annotator.qt.reader.column import Column


def show_scroll_state(bar: QScrollBar, column: Column) -> None:
    """Let the bar tell where the column is, as far as its heights are known."""
    # While the reader holds the slider, its range stays, or the slider would slip away.
    if bar.isSliderDown():
        return
    with QSignalBlocker(bar):
        bar.setRange(0, max(0, column.full_height - column.frame.height))
        bar.setPageStep(column.page)
        bar.setSingleStep(column.line_height)
        bar.setValue(column.y)
