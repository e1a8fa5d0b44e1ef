"""Versions of a note and places of an annotation, settled by mouse and keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from annotator.core.annotation import AnchorState, Annotation
from annotator.core.span import ReadingSpan, SourceSpan
from annotator.core.visibility import Visibility
from annotator.qt.dialogs.versions_dialog import VersionsDialog
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.session import Session
from annotator.services.editing.annotation_edits import change_note, change_state
from tests.qt.colleague import Colleague


@pytest.fixture
def colleague(session: Session) -> Colleague:
    return Colleague(session)


def in_two_versions(
    session: Session, colleague: Colleague, mine: str, theirs: str, start: int = 6
) -> Annotation:
    document_id = session.documents()[0].id
    span = ReadingSpan(start, start + 5)
    annotation = session.annotate(document_id, span, tag_ids=[], note="原来的")
    session.do(change_note(annotation, mine), "")
    colleague.change_note_meanwhile(annotation, theirs)
    return annotation


def opened(session: Session, qtbot: QtBot) -> VersionsDialog:
    dialog = VersionsDialog(session)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def pages(dialog: VersionsDialog) -> list[str]:
    return [column.page.toPlainText() for column in dialog.notes.row.columns]


def marked(dialog: VersionsDialog, column: int) -> str:
    """Return the letters that are underlined."""
    page, letters = dialog.notes.row.columns[column].page, []
    cursor = page.textCursor()
    cursor.setPosition(0)
    while not cursor.atEnd():
        cursor.movePosition(cursor.MoveOperation.NextCharacter, cursor.MoveMode.KeepAnchor)
        if cursor.charFormat().fontUnderline():
            letters.append(cursor.selectedText())
        cursor.setPosition(cursor.position())
    return "".join(letters)


def note_of(session: Session, annotation: Annotation) -> str:
    found = session.annotation(annotation.id)
    assert found is not None
    return found.note


def test_versions_stand_side_by_side_with_the_letters_that_differ(
    session: Session, colleague: Colleague, qtbot: QtBot
) -> None:
    in_two_versions(session, colleague, "先读第三篇𠮷。", "先读第四篇𠮷！")

    dialog = opened(session, qtbot)

    assert pages(dialog) == ["先读第三篇𠮷。", "先读第四篇𠮷！"]
    assert [marked(dialog, 0), marked(dialog, 1)] == ["三。", "四！"]
    assert dialog.notes.field.toPlainText() == "先读第三篇𠮷。"


def test_the_version_of_another_is_kept_by_a_click_and_undone(
    session: Session, colleague: Colleague, qtbot: QtBot
) -> None:
    annotation = in_two_versions(session, colleague, "我的", "周的")
    dialog = opened(session, qtbot)

    QTest.mouseClick(dialog.notes.row.columns[1].button, Qt.MouseButton.LeftButton)

    assert note_of(session, annotation) == "周的"
    assert dialog.findChild(EmptyState).isVisible()
    session.undo()
    assert note_of(session, annotation) == "我的"
    assert pages(dialog) == ["我的", "周的"]


def test_one_note_is_written_out_of_both(
    session: Session, colleague: Colleague, qtbot: QtBot
) -> None:
    annotation = in_two_versions(session, colleague, "我的", "周的")
    dialog = opened(session, qtbot)

    dialog.notes.field.setPlainText("我的，周的 ")
    QTest.mouseClick(dialog.notes.keep_written, Qt.MouseButton.LeftButton)

    assert note_of(session, annotation) == "我的，周的"
    assert session.note_versions(annotation.id) == ()


def test_what_is_being_written_survives_news_of_other_notes(
    session: Session, colleague: Colleague, qtbot: QtBot
) -> None:
    in_two_versions(session, colleague, "我的", "周的")
    dialog = opened(session, qtbot)
    dialog.notes.field.setPlainText("写了一半")

    in_two_versions(session, colleague, "甲", "乙", start=12)

    assert dialog.notes.field.toPlainText() == "写了一半"
    assert dialog.skip.isEnabled()


def test_one_goes_through_them_and_comes_to_a_certain_one(
    session: Session, colleague: Colleague, qtbot: QtBot
) -> None:
    in_two_versions(session, colleague, "我的", "周的")
    other = in_two_versions(session, colleague, "甲", "乙", start=12)
    dialog = opened(session, qtbot)
    wanted = QSignalSpy(dialog.annotation_chosen)

    QTest.mouseClick(dialog.skip, Qt.MouseButton.LeftButton)
    assert pages(dialog) == ["甲", "乙"]
    QTest.mouseClick(dialog.previous, Qt.MouseButton.LeftButton)
    assert pages(dialog) == ["我的", "周的"]
    dialog.show_annotation(other.id)

    assert pages(dialog) == ["甲", "乙"]
    QTest.mouseClick(dialog.show_in_text, Qt.MouseButton.LeftButton)
    assert wanted.at(0) == [other.id]


def test_a_note_that_somebody_took_away_is_a_version_too(
    session: Session, colleague: Colleague, qtbot: QtBot
) -> None:
    annotation = in_two_versions(session, colleague, "<b>我的</b>", "")
    dialog = opened(session, qtbot)

    assert pages(dialog) == ["<b>我的</b>", "No note"]
    QTest.mouseClick(dialog.notes.row.columns[1].button, Qt.MouseButton.LeftButton)

    assert note_of(session, annotation) == ""


def test_notes_of_hidden_members_are_not_shown(
    session: Session, colleague: Colleague, qtbot: QtBot
) -> None:
    annotation = in_two_versions(session, colleague, "我的", "周的")
    colleague.take_over(annotation)
    session.see(Visibility(hidden_members=frozenset({colleague.member.id})))

    dialog = opened(session, qtbot)

    assert dialog.notes.row.columns == []


def test_very_long_versions_are_shown_without_marks(
    session: Session, colleague: Colleague, qtbot: QtBot
) -> None:
    in_two_versions(session, colleague, "长" * 30_000, "长" * 30_001)

    dialog = opened(session, qtbot)

    assert [len(page) for page in pages(dialog)] == [30_000, 30_001]
    assert "underline" not in dialog.notes.row.columns[1].page.toHtml()


def in_two_places(session: Session, colleague: Colleague) -> tuple[Annotation, SourceSpan]:
    """Return an annotation, and where the colleague put it while it was looked at here."""
    document_id = session.documents()[0].id
    annotation = session.annotate(document_id, ReadingSpan(6, 11), tag_ids=[], note="")
    session.do(change_state(annotation, AnchorState.TO_CHECK), "")
    span = annotation.selector.span
    theirs = SourceSpan(span.start + 1, span.end + 2)
    colleague.move_meanwhile(annotation, theirs.start, theirs.end)
    return annotation, theirs


def test_the_buttons_can_be_seen_in_the_smallest_dialog(
    session: Session, colleague: Colleague, qtbot: QtBot
) -> None:
    in_two_versions(session, colleague, "长" * 3_000, "长" * 3_001)
    dialog = opened(session, qtbot)

    dialog.resize(dialog.minimumSizeHint())
    qtbot.waitUntil(lambda: dialog.size() == dialog.minimumSizeHint())

    for column in dialog.notes.row.columns:
        seen = column.button.visibleRegion().boundingRect()
        assert seen.height() == column.button.height()


def test_places_stand_side_by_side_in_their_texts(
    session: Session, colleague: Colleague, qtbot: QtBot
) -> None:
    in_two_versions(session, colleague, "我的", "周的", start=30)
    annotation, _ = in_two_places(session, colleague)
    dialog = opened(session, qtbot)

    QTest.mouseClick(dialog.skip, Qt.MouseButton.LeftButton)

    mine, theirs = dialog.places.row.columns
    assert dialog.places.isVisible()
    assert session.document(annotation.document_id).title in mine.page.toPlainText()
    assert annotation.selector.quotation in mine.page.toPlainText()
    assert colleague.member.name in theirs.page.accessibleName()
    assert [one.isVisible() for one in (mine.button, theirs.button)] == [True, True]


def test_a_place_is_kept_by_the_keyboard_and_undone(
    session: Session, colleague: Colleague, qtbot: QtBot
) -> None:
    annotation, theirs = in_two_places(session, colleague)
    dialog = opened(session, qtbot)
    columns = dialog.places.row.columns

    columns[1].button.setFocus()
    QTest.keyClick(columns[1].button, Qt.Key.Key_Space)

    found = session.annotation(annotation.id)
    assert found is not None
    assert (found.selector.span, found.state) == (theirs, AnchorState.OK)
    assert session.places_of(annotation.id) == ()
    assert dialog.findChild(EmptyState).isVisible()
    session.undo()
    found = session.annotation(annotation.id)
    assert found is not None
    assert found.selector.span == annotation.selector.span
    assert len(dialog.places.row.columns) == 2
