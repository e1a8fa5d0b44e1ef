"""Tables as CSV that spreadsheets open as they are, and in which no text becomes a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | int | float | None

# What a spreadsheet takes for the beginning of a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_BYTE_ORDER_MARK = "\ufeff"


def to_csv(titles: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return the table with its titles, and with the mark by which Excel knows UTF-8.

    A text that begins like a formula gets an apostrophe in front; numbers stay numbers.
    """
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow([_safe(title) for title in titles])
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return _BYTE_ORDER_MARK + page.getvalue()


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell
