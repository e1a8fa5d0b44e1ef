"""A member is hidden and shown again: with all that they gave to others, and edits in between."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Annotation
from annotator.core.member import Member
from annotator.core.span import ReadingSpan
from annotator.core.visibility import Visibility
from annotator.qt.dialogs.export_dialog import ExportDialog
from annotator.qt.models.annotation_model import AnnotationModel
from annotator.qt.models.codebook_model import CodebookModel
from annotator.qt.panels.group_panel import GroupPanel
from annotator.qt.window.main_window import MainWindow
from annotator.services import anchoring, libraries
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation, set_tags
from annotator.services.editing.reply_edits import add_reply

from .conftest import Reader

PASSAGE = "因地制宜发展新质生产力"


@dataclass(frozen=True)
class Shown:
    """What a window shows of annotations, without the keys' place."""

    listed: list[tuple[str, list[str], int]]
    counts: list[str]
    status: str
    over: list[str]
    overview: QImage
    pane: QImage

    @classmethod
    def of(cls, reader: Reader, span: ReadingSpan) -> "Shown":
        window, frame = reader.window, reader.frame
        list_view = window.docks.annotations._list
        model, codebook = list_view.model(), window.docks.codebook.findChild(CodebookModel)
        assert codebook is not None
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        tags = [codebook.index(row).data(CodebookModel.RowRole) for row in range(4)]
        return cls(
            [
                (
                    row.data(AnnotationModel.AnnotationRole).id,
                    [tag.id for tag in row.data(AnnotationModel.TagsRole)],
                    row.data(AnnotationModel.RepliesRole),
                )
                for row in rows
            ],
            [row.counts for row in tags],
            window.status_line._state.text(),
            sorted(frame.pane.annotations_at(span.end - 1)),
            frame.overview.grab().toImage(),
            frame.pane.viewport().grab().toImage(),
        )


@pytest.fixture
def other(reader: Reader) -> Member:
    """Another member, 周敏."""
    member = libraries.add_member(reader.window.session.library, "周敏")
    reader.window.session.become(reader.window.session.member.id)
    return member


@pytest.fixture
def theirs(reader: Reader, other: Member) -> Annotation:
    """What 周敏 annotated in the text of the active pane."""
    session, document_id = reader.window.session, reader.frame.document_id or ""
    span = reader.find(PASSAGE)
    place = ReadingSpan(span.start + 2, span.end)
    selector = anchoring.describe(document_id, session.reading_text(document_id), place)
    annotation = new_annotation(selector, other.id, tag_ids=[session.codebook.tags[1].id])
    session.announce(AddAnnotation(annotation).apply(session.library))
    return annotation


@pytest.fixture
def own(reader: Reader, other: Member, theirs: Annotation) -> Annotation:
    """An own annotation as definition, which 周敏 made a statistic, too, and replied to."""
    session, span = reader.window.session, reader.find(PASSAGE)
    tags = session.codebook.tags
    annotation = session.annotate(theirs.document_id, span, tag_ids=[tags[0].id])
    more = set_tags(session.library, [annotation.id], [tags[0].id, tags[3].id], other.id)
    session.announce(more.apply(session.library))
    session.announce(add_reply(annotation.id, other.id, "同意").apply(session.library))
    reader.window.focus.activate(None)
    return annotation


@pytest.fixture
def panel(reader: Reader, own: Annotation, other: Member, qtbot: QtBot) -> GroupPanel:
    QTest.keyClick(reader.window, Qt.Key.Key_F9)
    panel = reader.window.findChild(GroupPanel)
    assert isinstance(panel, GroupPanel)
    qtbot.waitUntil(panel.list.hasFocus)
    rect = panel.list.visualRect(panel.model.index_of(other.id))
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    reader.frame.pane.setFocus()
    return panel


def toggle(panel: GroupPanel, reader: Reader) -> None:
    """Hide the chosen member, or show them again, with the key."""
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    reader.frame.pane.setFocus()


def test_what_a_hidden_member_gave_to_an_annotation_goes_and_comes_back(
    reader: Reader, panel: GroupPanel, own: Annotation, theirs: Annotation
) -> None:
    span, tags = reader.find(PASSAGE), reader.window.session.codebook.tags
    before = Shown.of(reader, span)
    assert before.counts == ["1", "1", "0", "1"]

    toggle(panel, reader)
    hidden = Shown.of(reader, span)
    toggle(panel, reader)

    assert hidden.listed == [(own.id, [tags[0].id], 0)]
    assert hidden.counts == ["1", "0", "0", "0"]
    assert hidden.over == [own.id]
    assert hidden.overview != before.overview
    assert hidden.pane != before.pane
    assert Shown.of(reader, span) == before


def test_after_an_edit_in_between_and_its_undoing_all_is_as_before(
    reader: Reader, panel: GroupPanel, own: Annotation, theirs: Annotation
) -> None:
    session, span = reader.window.session, reader.find(PASSAGE)
    tags = session.codebook.tags
    before = Shown.of(reader, span)

    toggle(panel, reader)
    reader.window.focus.activate(own.id)
    reader.press(Qt.Key.Key_4)  # what the hidden member gave as well
    reader.press(Qt.Key.Key_1)
    assert (annotation := session.annotation(own.id))
    assert annotation.tag_ids == (tags[3].id,)
    toggle(panel, reader)
    assert (annotation := session.annotation(own.id))
    assert annotation.given_by == (tuple(sorted([session.member.id, theirs.member_id])),)

    reader.press(Qt.Key.Key_Z, "Control")
    reader.press(Qt.Key.Key_Z, "Control")
    reader.window.focus.activate(None)

    assert Shown.of(reader, span) == before


def test_tag_taken_away_while_a_giver_is_hidden_is_still_theirs(
    reader: Reader, panel: GroupPanel, own: Annotation, other: Member
) -> None:
    session = reader.window.session
    reader.window.focus.activate(own.id)
    toggle(panel, reader)
    reader.press(Qt.Key.Key_4)
    reader.press(Qt.Key.Key_4)

    toggle(panel, reader)

    assert (annotation := session.annotation(own.id))
    assert annotation.tag_ids[1] == session.codebook.tags[3].id
    assert annotation.given_by[1] == (other.id,)


def test_colour_by_member_goes_with_hiding_and_comes_back(
    reader: Reader, panel: GroupPanel, own: Annotation, window: MainWindow
) -> None:
    span = reader.find(PASSAGE)
    by_tag = Shown.of(reader, span)

    window.commands.colour_by_member.trigger()
    by_member = Shown.of(reader, span)
    toggle(panel, reader)
    alone = Shown.of(reader, span)
    toggle(panel, reader)
    assert Shown.of(reader, span) == by_member
    window.commands.colour_by_member.trigger()

    assert Shown.of(reader, span) == by_tag
    assert len({id(one) for one in (by_tag, by_member, alone)}) == 3
    assert by_member.pane not in (by_tag.pane, alone.pane)
    assert by_member.overview != alone.overview


def test_highlight_that_comes_while_its_member_is_hidden_is_seen_with_them(
    reader: Reader, panel: GroupPanel, theirs: Annotation, other: Member
) -> None:
    session, span = reader.window.session, reader.find(PASSAGE)
    toggle(panel, reader)
    selector = anchoring.describe(
        theirs.document_id, session.reading_text(theirs.document_id), span
    )
    late = new_annotation(selector, other.id)
    session.announce(AddAnnotation(late).apply(session.library))
    assert late.id not in Shown.of(reader, span).over

    toggle(panel, reader)

    assert late.id in Shown.of(reader, span).over


def test_reply_of_a_hidden_reader_shows_them_again(
    reader: Reader, own: Annotation, other: Member
) -> None:
    session = reader.window.session
    session.become(other.id)
    session.see(Visibility(frozenset([other.id])))

    session.do(add_reply(own.id, other.id, "还有"), "Reply")

    assert session.visibility == Visibility()
    assert (annotation := session.annotation(own.id))
    assert len(annotation.replies) == 2


def test_export_leaves_hidden_members_out_and_says_so(
    reader: Reader, own: Annotation, theirs: Annotation, qtbot: QtBot
) -> None:
    session = reader.window.session

    def exported() -> ExportDialog:
        dialog = ExportDialog(session, own.document_id)
        qtbot.addWidget(dialog)
        qtbot.waitUntil(lambda: bool(dialog.exported()))
        return dialog

    everybodys = exported()
    session.see(Visibility(frozenset([theirs.member_id])))
    others = exported()

    assert "周敏" in everybodys.exported()
    assert "周敏" not in others.exported()
    assert others._told.text() == "1 hidden members left out"
    assert everybodys._told.text() == ""
