from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from annotator.core.codebook import Tag
from annotator.core.span import ReadingSpan
from annotator.qt.models.codebook_model import CodebookModel, TagRow
from annotator.qt.session import Session
from annotator.services.editing.tag_edits import DeleteTag, add_tag, change_tag, move_tag


@pytest.fixture
def model(session: Session) -> CodebookModel:
    return CodebookModel(session)


def names(model: CodebookModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def rows(model: CodebookModel) -> list[TagRow]:
    return [model.index(row).data(CodebookModel.RowRole) for row in range(model.rowCount())]


def test_the_model_is_as_qt_wants_it(
    session: Session, model: CodebookModel, qtmodeltester: object
) -> None:
    qtmodeltester.check(model)

    session.do(move_tag(session.codebook, session.codebook.tags[0].id, 3), "Move tag")
    session.do(DeleteTag(session.codebook.tags[0].id), "Delete tag")
    session.undo()
    session.undo()

    assert names(model) == ["Definition", "Policy measure", "Example", "Statistic"]


def test_the_first_nine_tags_have_keys(session: Session, model: CodebookModel) -> None:
    for number in range(6):
        session.do(add_tag(session.library, Tag("", f"标签{number}", "#ffffff")), "Add tag")

    assert [row.key for row in rows(model)] == [1, 2, 3, 4, 5, 6, 7, 8, 9, None]


def test_counts_follow_the_annotations(session: Session, model: CodebookModel) -> None:
    tag, document = session.codebook.tags[1], session.documents()[0]

    session.annotate(document.id, ReadingSpan(0, 3), tag_ids=[tag.id])
    assert [row.use.annotations for row in rows(model)] == [0, 1, 0, 0]

    session.undo()
    assert [row.use.annotations for row in rows(model)] == [0, 0, 0, 0]


def test_a_new_name_is_shown(session: Session, model: CodebookModel) -> None:
    tag = session.codebook.tags[2]

    session.do(change_tag(session.library, tag, replace(tag, name="例子")), "Change tag")

    assert names(model) == ["Definition", "Policy measure", "例子", "Statistic"]


@pytest.mark.parametrize(("row", "before", "place"), [(0, 2, 1), (0, 4, 3), (3, 0, 0), (2, 1, 1)])
def test_a_tag_dropped_before_another_asks_for_that_place(
    model: CodebookModel, qtbot: QtBot, row: int, before: int, place: int
) -> None:
    with qtbot.waitSignal(model.move_requested) as asked:
        moved = model.moveRows(QModelIndex(), row, 1, QModelIndex(), before)

    assert moved
    assert asked.args == [model.tag(row).id, place]


@pytest.mark.parametrize("before", [1, 2])
def test_a_tag_dropped_where_it_is_asks_for_nothing(
    model: CodebookModel, qtbot: QtBot, before: int
) -> None:
    with qtbot.assertNotEmitted(model.move_requested):
        assert not model.moveRows(QModelIndex(), 1, 1, QModelIndex(), before)
