from annotator.core.annotation import Annotation
from annotator.core.span import ReadingSpan
from annotator.qt.models.thread_model import ThreadEntry, ThreadModel
from annotator.qt.session import Session
from annotator.services.editing.annotation_edits import change_note
from annotator.services.editing.reply_edits import add_reply
from tests.qt.colleague import Colleague


def annotated(session: Session, note: str = "") -> Annotation:
    document_id = session.documents()[0].id
    return session.annotate(document_id, ReadingSpan(6, 11), tag_ids=[], note=note)


def entries(model: ThreadModel) -> list[ThreadEntry]:
    return [model.entry(row) for row in range(model.rowCount())]


def test_the_model_is_as_qt_wants_it(session: Session, qtmodeltester: object) -> None:
    model = ThreadModel(session)
    annotation = annotated(session, "笔记")
    session.do(add_reply(annotation.id, session.member.id, "好𠮷"), "")

    model.show_annotation(session.annotation(annotation.id))
    qtmodeltester.check(model)
    model.show_annotation(None)

    assert model.rowCount() == 0


def test_the_note_comes_first_and_says_who_wrote_it_last(session: Session) -> None:
    colleague, model = Colleague(session), ThreadModel(session)
    annotation = annotated(session, "笔记")
    colleague.take_over(annotation)
    session.do(change_note(annotation, "我改了"), "")
    reply = colleague.reply(annotation, "好")

    model.show_annotation(session.annotation(annotation.id))

    note, answer = entries(model)
    assert (note.words, note.member, note.reply) == ("我改了", session.member, None)
    assert (answer.id, answer.member, answer.is_own) == (reply.id, colleague.member, False)


def test_only_replies_of_the_reader_are_own(session: Session) -> None:
    colleague, model = Colleague(session), ThreadModel(session)
    annotation = annotated(session)
    session.do(add_reply(annotation.id, session.member.id, "我说"), "")
    colleague.reply(annotation, "周说")

    model.show_annotation(session.annotation(annotation.id))

    assert {entry.words: entry.is_own for entry in entries(model)} == {"我说": True, "周说": False}
