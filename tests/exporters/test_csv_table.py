"""Tables as CSV: what goes in comes out, and nothing becomes a formula."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from annotator.exporters.csv_table import to_csv

CELLS = st.text("=+-@\t\r甲，,\"'\n 𠮷😀＝1", max_size=6)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@given(st.lists(st.tuples(CELLS, st.integers(-9, 9)), max_size=5))
def test_rows_come_out_as_they_went_in(rows: list[tuple[str, int]]) -> None:
    text = to_csv(["词", "次数"], rows)

    assert text.startswith("\ufeff词,次数\r\n")
    told = [(row[0], int(row[1])) for row in read(text)[1:]]
    assert [(cell.removeprefix("'"), n) for cell, n in told] == [
        (cell.removeprefix("'"), n) for cell, n in rows
    ]


@given(CELLS)
def test_no_text_begins_a_formula(cell: str) -> None:
    (row,) = read(to_csv([], [[cell, "x"]]))[1:]

    assert row[0][:1] not in set("=+-@\t\r＝＋－＠")


def test_numbers_stay_numbers_and_nothing_stays_empty() -> None:
    assert to_csv(["a"], [[-3, 1.5, None]]) == "\ufeffa\r\n-3,1.5,\r\n"
