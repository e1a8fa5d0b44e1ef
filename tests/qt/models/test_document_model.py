from dataclasses import replace

import pytest

from annotator.core.span import ReadingSpan
from annotator.qt.models.document_model import DocumentModel, DocumentRow
from annotator.qt.session import Session
from annotator.services.editing.document_edits import ChangeAbout, RemoveDocument


@pytest.fixture
def model(session: Session) -> DocumentModel:
    return DocumentModel(session)


def titles(model: DocumentModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def row(model: DocumentModel, number: int) -> DocumentRow:
    found: DocumentRow = model.index(number).data(DocumentModel.RowRole)
    return found


def test_the_model_is_as_qt_wants_it(
    session: Session, model: DocumentModel, qtmodeltester: object
) -> None:
    qtmodeltester.check(model)

    session.do(RemoveDocument(session.documents()[0].id), "Remove text")
    assert titles(model) == ["讲稿二"]

    session.undo()
    assert titles(model) == ["讲稿一", "讲稿二"]


def test_the_subtitle_says_what_is_known(model: DocumentModel) -> None:
    subtitles = [model.index(row).data(DocumentModel.SubtitleRole) for row in range(2)]

    assert subtitles == ["某报 · 2024-03 · 60 characters", "38 characters"]


def test_annotations_are_counted(session: Session, model: DocumentModel) -> None:
    session.annotate(session.documents()[1].id, ReadingSpan(0, 3), tag_ids=[])

    assert [row(model, number).count for number in range(2)] == [0, 1]


def test_open_documents_are_known(session: Session, model: DocumentModel) -> None:
    model.set_open([session.documents()[1].id])

    assert [row(model, number).is_open for number in range(2)] == [False, True]


def test_a_new_title_is_shown(session: Session, model: DocumentModel) -> None:
    document = session.documents()[0]
    after = replace(document.about, title="新题")

    session.do(ChangeAbout(document.id, document.about, after), "Describe text")

    assert titles(model) == ["新题", "讲稿二"]
