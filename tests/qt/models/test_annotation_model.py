from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Annotation
from annotator.core.changes import Changes
from annotator.core.span import ReadingSpan
from annotator.core.visibility import Visibility
from annotator.qt.models.annotation_model import AnnotationModel, SortOrder
from annotator.qt.session import Session
from annotator.services import libraries
from annotator.services.editing.annotation_edits import DeleteAnnotations, change_note
from annotator.services.editing.document_edits import ChangeAbout, RemoveDocument
from annotator.services.editing.tag_edits import change_tag, move_tag
from annotator.services.listing import AnnotationFilter
from tests.qt.colleague import Colleague


@pytest.fixture
def model(session: Session) -> AnnotationModel:
    return AnnotationModel(session)


def mark(
    session: Session, start: int, *, document: int = 0, tag: int | None = 0, note: str = ""
) -> Annotation:
    """Annotate three characters."""
    tag_ids = [] if tag is None else [session.codebook.tags[tag].id]
    document_id = session.documents()[document].id
    return session.annotate(document_id, ReadingSpan(start, start + 3), tag_ids=tag_ids, note=note)


def listed(model: AnnotationModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_model_is_as_qt_wants_them(
    session: Session, model: AnnotationModel, qtmodeltester: object
) -> None:
    mark(session, 6)
    qtmodeltester.check(model)

    mark(session, 0)
    session.undo()
    session.undo()

    assert model.rowCount() == 0


def test_a_row_says_tags_and_quotation(session: Session, model: AnnotationModel) -> None:
    mark(session, 0)

    assert listed(model) == ["【Definition】新质生"]


def test_rows_stand_in_the_order_of_the_texts(session: Session, model: AnnotationModel) -> None:
    mark(session, 0, document=1, tag=None)
    mark(session, 6, tag=None)
    mark(session, 0, tag=None)

    assert listed(model) == ["新质生", "新质生", "科技创"]
    assert model.annotation(0).selector.span.start == 0


def test_a_note_changes_one_row(session: Session, model: AnnotationModel) -> None:
    mark(session, 0)
    annotation = mark(session, 6)
    spy = QSignalSpy(model.dataChanged)

    session.do(change_note(annotation, "要查"), "Change note")

    assert [(spy.at(0)[0].row(), spy.at(0)[1].row())] == [(1, 1)]
    assert model.annotation(1).note == "要查"


def test_what_is_deleted_goes_and_comes_back(session: Session, model: AnnotationModel) -> None:
    first, second = mark(session, 0), mark(session, 6)

    session.do(DeleteAnnotations((first.id, second.id)), "Delete")
    assert listed(model) == []

    session.undo()
    assert len(listed(model)) == 2


def test_annotations_go_and_come_back_with_their_text(
    session: Session, model: AnnotationModel
) -> None:
    mark(session, 0)
    mark(session, 0, document=1, tag=None)

    session.do(RemoveDocument(session.documents()[0].id), "Remove text")
    assert listed(model) == ["科技创"]

    session.undo()
    assert listed(model) == ["【Definition】新质生", "科技创"]


def test_a_tag_that_is_renamed_is_renamed_in_its_rows(
    session: Session, model: AnnotationModel
) -> None:
    mark(session, 0)
    tag = session.codebook.tags[0]

    session.do(change_tag(session.library, tag, replace(tag, name="概念")), "Change tag")

    assert listed(model) == ["【概念】新质生"]


def test_tags_of_a_row_follow_the_order_of_the_codebook(
    session: Session, model: AnnotationModel
) -> None:
    first, second = session.codebook.tags[:2]
    session.annotate(session.documents()[0].id, ReadingSpan(0, 3), tag_ids=[first.id, second.id])

    session.do(move_tag(session.codebook, first.id, 1), "Move tag")

    assert [tag.id for tag in model.tags(0)] == [second.id, first.id]


def test_a_new_title_is_shown(session: Session, model: AnnotationModel) -> None:
    mark(session, 0)
    document = session.documents()[0]
    edit = ChangeAbout(document.id, document.about, replace(document.about, title="新题"))

    session.do(edit, "Describe text")

    assert model.index(0).data(AnnotationModel.TitleRole) == "新题"


def test_members_are_told_apart_only_where_there_are_several(
    session: Session, model: AnnotationModel
) -> None:
    mark(session, 0)
    assert model.index(0).data(AnnotationModel.MemberRole) == ""

    member = libraries.add_member(session.library, "乙")
    session.announce(Changes(members=frozenset([member.id])))

    assert model.index(0).data(AnnotationModel.MemberRole) == session.member.name


def test_what_the_filter_accepts_is_listed(session: Session, model: AnnotationModel) -> None:
    mark(session, 0, note="核心 概念")
    mark(session, 0, document=1, tag=1)

    model.set_filter(AnnotationFilter(text="核心概念"))
    assert listed(model) == ["【Definition】新质生"]

    model.set_filter(AnnotationFilter(tag_id=session.codebook.tags[1].id))
    assert listed(model) == ["【Policy measure】科技创"]


def test_an_annotation_that_no_longer_fits_leaves_the_list(
    session: Session, model: AnnotationModel
) -> None:
    annotation = mark(session, 0, note="核心")
    model.set_filter(AnnotationFilter(text="核心"))

    session.do(change_note(annotation, ""), "Change note")

    assert listed(model) == []


def test_the_newest_comes_first(
    session: Session, model: AnnotationModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter(range(1000, 9000, 1000))
    monkeypatch.setattr("annotator.services.editing.annotation_edits.now_ms", lambda: next(times))
    mark(session, 0, tag=None)
    mark(session, 0, document=1, tag=None)

    model.set_order(SortOrder.NEWEST)
    assert listed(model) == ["科技创", "新质生"]

    mark(session, 8, tag=None)
    assert listed(model) == ["生产力", "科技创", "新质生"]


def test_annotations_by_tag_stand_as_in_the_codebook_with_untagged_ones_last(
    session: Session, model: AnnotationModel
) -> None:
    mark(session, 0, tag=None)
    mark(session, 6, tag=3)
    mark(session, 8, tag=0)
    model.set_order(SortOrder.TAG)

    assert listed(model) == ["【Definition】生产力", "【Statistic】新质生", "新质生"]

    model.set_order(SortOrder.PLACE)
    assert listed(model) == ["新质生", "【Statistic】新质生", "【Definition】生产力"]


def test_annotations_that_another_program_wrote_are_listed(
    session: Session, model: AnnotationModel, qtbot: QtBot
) -> None:
    annotation = mark(session, 0)
    DeleteAnnotations((annotation.id,)).apply(session.library)

    with qtbot.waitSignal(model.rowsRemoved):
        session.announce(Changes(everything=True))


def test_replies_of_a_member_who_is_hidden_leave_the_list(
    session: Session, model: AnnotationModel
) -> None:
    colleague, annotation = Colleague(session), mark(session, 6)
    colleague.reply(annotation, "周说")
    assert model.index(0).data(AnnotationModel.RepliesRole) == 1

    session.see(Visibility(hidden_members=frozenset({colleague.member.id})))
    assert model.index(0).data(AnnotationModel.RepliesRole) == 0
    session.see(Visibility())

    assert model.index(0).data(AnnotationModel.RepliesRole) == 1
