"""Finishing a text: one command, for the text of the active pane and the member who reads."""

from annotator.qt.models.document_model import DocumentModel
from annotator.qt.window.main_window import MainWindow
from annotator.services import libraries
from annotator.services.editing.document_edits import ChangeCompletion
from annotator.storage import completion_table


def told_of(window: MainWindow, document_id: str) -> tuple[str, str]:
    """Return what the list of texts says of a text, in its row and in its tooltip."""
    index = window.docks.documents._model.index_of(document_id)
    tip = str(window.docks.documents._model.data(index, 3))
    return str(index.data(DocumentModel.SubtitleRole)), tip


def test_text_is_finished_with_a_command_and_that_can_be_undone(window: MainWindow) -> None:
    command, session = window.commands.finished, window.session
    document_id = window.desk.active_document_id
    assert document_id is not None
    assert command.isEnabled()
    assert not command.isChecked()

    command.trigger()
    assert command.isChecked()
    assert session.finished_by(document_id) == {session.member.id}
    subtitle, tip = told_of(window, document_id)
    assert subtitle.endswith(" · finished")
    assert tip.endswith(f"\nFinished by {session.member.name}")

    window.commands.undo.trigger()
    assert not command.isChecked()
    assert session.finished_by(document_id) == frozenset()
    assert "finished" not in told_of(window, document_id)[0]


def test_command_tells_of_the_text_in_the_active_pane(window: MainWindow) -> None:
    window.commands.finished.trigger()
    first = window.desk.active_document_id
    other = next(one.id for one in window.session.documents() if one.id != first)

    window.desk.open(other)
    assert not window.commands.finished.isChecked()

    window.desk.open(first)
    assert window.commands.finished.isChecked()


def test_what_others_finished_is_told_but_is_not_ours(window: MainWindow) -> None:
    document_id = window.desk.active_document_id
    assert document_id is not None
    other = libraries.add_member(window.session.library, "周")

    window.session.do(ChangeCompletion(document_id, other.id, False, True), "Finish")

    assert not window.commands.finished.isChecked()
    assert told_of(window, document_id)[1].endswith("\nFinished by 周")
    assert completion_table.finished(window.session.library) == {document_id: {other.id}}


def test_finished_text_is_ticked_off_in_the_list(window: MainWindow) -> None:
    document_id = window.desk.active_document_id
    assert document_id is not None
    view = window.docks.documents._list
    rect = view.visualRect(window.docks.documents._model.index_of(document_id))
    top = rect.adjusted(rect.width() // 2, 0, 0, -rect.height() // 2)
    before = view.viewport().grab(top).toImage()

    window.commands.finished.trigger()

    assert view.viewport().grab(top).toImage() != before
