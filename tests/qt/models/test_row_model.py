from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from annotator.qt.models.row_model import ModelIndex, RowModel

ROWS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.booleans()), unique_by=lambda row: row[0])

Row = tuple[str, bool]


def said(row: Row) -> str:
    letter, is_changed = row
    return letter.upper() if is_changed else letter


class Letters(RowModel[Row]):
    """Letters, each with something about it that may change."""

    def __init__(self) -> None:
        super().__init__(lambda row: row[0])

    def show(self, rows: list[Row]) -> None:
        self._set_rows(rows)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return said(self._rows[index.row()]) if role == Qt.ItemDataRole.DisplayRole else None


class Mirror:
    """A view that believes nothing but the signals of its model."""

    def __init__(self, model: Letters) -> None:
        self._model = model
        self.rows: list[str] = []
        model.rowsInserted.connect(self._on_rows_inserted)
        model.rowsRemoved.connect(self._on_rows_removed)
        model.rowsMoved.connect(self._on_rows_moved)
        model.dataChanged.connect(self._on_data_changed)

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.rows[first:first] = [self._model.index(row).data() for row in range(first, last + 1)]

    def _on_rows_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self.rows[first : last + 1]

    def _on_rows_moved(
        self, _parent: QModelIndex, first: int, _last: int, _to: QModelIndex, before: int
    ) -> None:
        self.rows.insert(before - (before > first), self.rows.pop(first))

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self.rows[row] = self._model.index(row).data()


def shown(model: Letters) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


@given(steps=st.lists(ROWS, max_size=5))
def test_a_view_that_follows_the_signals_shows_the_rows(steps: list[list[Row]]) -> None:
    model = Letters()
    mirror = Mirror(model)

    for rows in steps:
        model.show(rows)

        assert shown(model) == mirror.rows == [said(row) for row in rows]


def test_the_signals_are_as_qt_wants_them(qtmodeltester: object) -> None:
    model = Letters()
    model.show([("a", True), ("b", True), ("c", True)])
    qtmodeltester.check(model)

    model.show([("c", True), ("d", True), ("a", False)])

    assert shown(model) == ["C", "D", "a"]


def test_a_row_that_stays_as_it_is_is_not_told_of(qtbot: QtBot) -> None:
    model = Letters()
    model.show([("a", True), ("b", True)])

    with qtbot.assertNotEmitted(model.dataChanged):
        model.show([("a", True), ("b", True)])


def test_very_many_new_rows_come_as_one_new_list(qtbot: QtBot) -> None:
    model = Letters()

    with qtbot.waitSignal(model.modelReset), qtbot.assertNotEmitted(model.rowsInserted):
        model.show([(str(number), True) for number in range(1000)])

    assert model.rowCount() == 1000


def test_a_row_is_found_by_its_identity() -> None:
    model = Letters()
    model.show([("a", True), ("b", True)])

    assert model.index_of("b").row() == 1
    assert not model.index_of("z").isValid()
