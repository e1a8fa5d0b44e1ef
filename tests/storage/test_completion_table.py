"""Completions: who finished what, as rows that merge."""

from annotator.core.changes import Changes
from annotator.storage import completion_table, document_table
from annotator.storage.library import Library
from tests.storage.conftest import MEMBER


def stamp(library: Library) -> int:
    return int(library.rows("SELECT finished_stamp FROM completion")[0][0])


def test_text_is_finished_until_its_member_says_otherwise(library: Library) -> None:
    document_id = document_table.all_documents(library)[0].id
    assert completion_table.finished(library) == {}

    changes = completion_table.set_finished(library, document_id, MEMBER.id, finished=True)

    assert changes == Changes(documents=frozenset([document_id]))
    assert completion_table.finished(library) == {document_id: {MEMBER.id}}
    completion_table.set_finished(library, document_id, MEMBER.id, finished=False)
    assert completion_table.finished(library) == {}


def test_what_was_said_before_keeps_its_stamp(library: Library) -> None:
    document_id = document_table.all_documents(library)[0].id
    completion_table.set_finished(library, document_id, MEMBER.id, finished=True)
    before = stamp(library)

    completion_table.set_finished(library, document_id, MEMBER.id, finished=True)
    assert stamp(library) == before

    completion_table.set_finished(library, document_id, MEMBER.id, finished=False)
    assert stamp(library) > before


def test_text_that_left_the_library_is_not_counted(library: Library) -> None:
    document_id = document_table.all_documents(library)[0].id
    completion_table.set_finished(library, document_id, MEMBER.id, finished=True)

    document_table.set_deleted(library, document_id, deleted=True)
    assert completion_table.finished(library) == {}

    document_table.set_deleted(library, document_id, deleted=False)
    assert completion_table.finished(library) == {document_id: {MEMBER.id}}
