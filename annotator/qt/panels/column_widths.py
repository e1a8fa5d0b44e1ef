"""Column widths: for tables whose columns hold sentences, which no width would hold whole."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHeaderView, QTableView


def set_widths(table: QTableView, widths_px: Mapping[int, int]) -> None:
    """Give these columns a width that the reader can change."""
    header = table.horizontalHeader()
    for column, width_px in widths_px.items():
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(column, width_px)
