from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QSignalSpy

from annotator.core.reading_text import OutlineEntry
from annotator.qt.models.outline_model import OutlineModel

Nested = list[tuple[str, "Nested"]]


def entries(*levels: int) -> tuple[OutlineEntry, ...]:
    return tuple(OutlineEntry(str(at), level, at * 10, at) for at, level in enumerate(levels))


def nested(model: OutlineModel, parent: QModelIndex | None = None) -> Nested:
    parent = parent or QModelIndex()
    indexes = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [(index.data(), nested(model, index)) for index in indexes]


def walked(model: OutlineModel, parent: QModelIndex | None = None) -> list[str]:
    return [title for title, below in nested(model, parent) for title in (title, *flat(below))]


def flat(below: Nested) -> list[str]:
    return [title for name, deeper in below for title in (name, *flat(deeper))]


def test_the_model_is_as_qt_wants_it(qtmodeltester: object) -> None:
    model = OutlineModel()
    model.set_outline(entries(1, 2, 3, 2, 1))

    qtmodeltester.check(model)


def test_a_heading_stands_under_the_higher_one_before_it() -> None:
    model = OutlineModel()

    model.set_outline(entries(1, 2, 3, 2, 1))

    assert nested(model) == [("0", [("1", [("2", [])]), ("3", [])]), ("4", [])]


def test_an_outline_may_begin_low_and_leave_levels_out() -> None:
    model = OutlineModel()

    model.set_outline(entries(3, 1, 4, 2))

    assert nested(model) == [("0", []), ("1", [("2", []), ("3", [])])]


@given(levels=st.lists(st.integers(1, 6), max_size=20))
def test_every_heading_is_there_once_and_in_order(levels: list[int]) -> None:
    model = OutlineModel()

    model.set_outline(entries(*levels))

    assert walked(model) == [str(at) for at in range(len(levels))]


def test_pages_stand_in_the_second_column() -> None:
    model = OutlineModel()
    model.set_outline((OutlineEntry("甲", 1, 0, 7), OutlineEntry("乙", 1, 9)))

    assert [model.index(row, 1).data() for row in range(2)] == ["7", ""]


def test_the_current_heading_is_marked_and_only_it() -> None:
    model = OutlineModel()
    outline = entries(1, 2, 2)
    model.set_outline(outline)
    model.set_current(outline[1])
    spy = QSignalSpy(model.dataChanged)

    model.set_current(outline[2])

    assert model.current().data() == "2"
    assert [spy.at(at)[0].data() for at in range(spy.count())] == ["1", "2"]
