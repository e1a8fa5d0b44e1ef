"""Tables that are sorted and filtered."""

from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from annotator.qt.models.table_model import Column, TableModel

ROWS = [("发展", 3), ("创新", 5), ("𠮷", None), ("改革", 4)]
DESCENDING = Qt.SortOrder.DescendingOrder


def model() -> TableModel[tuple[str, int | None]]:
    columns = [
        Column[tuple[str, int | None]]("词", lambda row: row[0], lambda row: row[0], "", False),
        Column[tuple[str, int | None]]("次数", lambda row: row[1], lambda row: f"{row[1] or ''}"),
    ]
    made = TableModel(columns)
    made.set_rows(ROWS)
    return made


def shown(table: TableModel[tuple[str, int | None]]) -> list[object]:
    return [table.index(row, 0).data() for row in range(table.rowCount())]


def test_table_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model(), force_py=True)


def test_rows_stand_as_they_came_until_they_are_sorted() -> None:
    table = model()
    assert shown(table) == ["发展", "创新", "𠮷", "改革"]

    table.sort(1, DESCENDING)
    assert shown(table) == ["创新", "改革", "发展", "𠮷"]
    table.sort(1)
    assert shown(table) == ["发展", "改革", "创新", "𠮷"]
    table.sort(-1)
    assert shown(table) == ["发展", "创新", "𠮷", "改革"]


def test_filter_and_order_stay_for_new_rows() -> None:
    table = model()
    table.sort(1, DESCENDING)
    table.set_filter(lambda row: "新" in row[0])

    table.set_rows([("新", 1), ("旧", 9), ("创新", 2)])

    assert shown(table) == ["创新", "新"]
    assert table.values() == [["创新", 2], ["新", 1]]


def test_no_row_has_no_value() -> None:
    table = model()

    assert table.row(table.index(-1, 0)) is None
    assert table.row(table.index(1, 1)) == ("创新", 5)


def test_row_that_is_chosen_stays_chosen_when_the_table_is_sorted() -> None:
    table = model()
    chosen = QPersistentModelIndex(table.index(1, 1))

    table.sort(1, DESCENDING)
    table.sort(0)

    assert table.row(chosen) == ("创新", 5)
    assert chosen.column() == 1
    assert chosen.row() == shown(table).index("创新")


def test_numbers_come_before_words() -> None:
    pages = {"甲": 12, "乙": "iv", "丙": 3, "丁": None, "戊": "A-3"}
    columns = [Column[str]("页", pages.__getitem__, lambda row: f"{pages[row] or ''}")]
    table = TableModel(columns)
    table.set_rows([*pages])

    table.sort(0)
    upwards = table.rows()
    table.sort(0, DESCENDING)

    assert upwards == ["丙", "甲", "戊", "乙", "丁"]
    assert table.rows() == ["乙", "戊", "甲", "丙", "丁"]
