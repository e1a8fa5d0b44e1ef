import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Annotation
from annotator.core.changes import Changes
from annotator.core.span import ReadingSpan
from annotator.qt.models.annotation_model import SortOrder
from annotator.qt.panels.annotations_panel import AnnotationsPanel
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.session import Session
from annotator.services import anchoring, libraries
from annotator.services.editing.annotation_edits import (
    AddAnnotation,
    DeleteAnnotations,
    new_annotation,
)
from annotator.services.editing.tag_edits import DeleteTag

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def marked(session: Session) -> list[Annotation]:
    """Three annotations: two in the first text, one in the second."""
    first, second = session.documents()
    tags = session.codebook.tags
    return [
        session.annotate(first.id, ReadingSpan(0, 5), tag_ids=[tags[0].id]),
        session.annotate(first.id, ReadingSpan(6, 11), tag_ids=[tags[1].id], note="与讲稿二不同"),
        session.annotate(second.id, ReadingSpan(0, 4), tag_ids=[]),
    ]


@pytest.fixture
def panel(session: Session, marked: list[Annotation], qtbot: QtBot) -> AnnotationsPanel:
    return shown(AnnotationsPanel(session), qtbot)


def shown(panel: AnnotationsPanel, qtbot: QtBot) -> AnnotationsPanel:
    qtbot.addWidget(panel)
    panel.resize(290, 480)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def view(panel: AnnotationsPanel) -> QListView:
    return panel.findChild(QListView)


def combo(panel: AnnotationsPanel, name: str) -> QComboBox:
    return next(c for c in panel.findChildren(QComboBox) if c.accessibleName() == name)


def middle_of(panel: AnnotationsPanel, row: int) -> QPoint:
    return view(panel).visualRect(view(panel).model().index(row, 0)).center()


def click(panel: AnnotationsPanel, row: int, held: Qt.KeyboardModifier | None = None) -> None:
    held = held or Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view(panel).viewport(), LEFT, held, middle_of(panel, row))


def press(panel: AnnotationsPanel, key: Qt.Key) -> None:
    view(panel).setFocus()
    QTest.keyClick(view(panel), key)


def quotations(panel: AnnotationsPanel) -> list[str]:
    model = view(panel).model()
    return [model.index(row, 0).data().split("】")[-1] for row in range(model.rowCount())]


def hint(panel: AnnotationsPanel) -> str:
    return next(
        (state.sentence() for state in panel.findChildren(EmptyState) if state.isVisible()), ""
    )


def test_a_click_goes_to_the_annotation(
    panel: AnnotationsPanel, marked: list[Annotation], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.annotation_chosen) as chosen:
        click(panel, 1)

    assert chosen.args == [marked[1].id]


def test_arrows_walk_and_enter_goes_there(
    panel: AnnotationsPanel, marked: list[Annotation], qtbot: QtBot
) -> None:
    panel.set_active(marked[0].id)

    with qtbot.assertNotEmitted(panel.annotation_chosen):
        press(panel, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.annotation_chosen) as chosen:
        press(panel, Qt.Key.Key_Return)

    assert chosen.args == [marked[1].id]


def test_the_active_annotation_is_selected_without_a_word(
    panel: AnnotationsPanel, marked: list[Annotation], qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(panel.annotation_chosen):
        panel.set_active(marked[2].id)

    assert panel.selected_ids() == [marked[2].id]


def test_no_active_annotation_selects_nothing(
    panel: AnnotationsPanel, marked: list[Annotation]
) -> None:
    panel.set_active(marked[2].id)

    panel.set_active(None)

    assert panel.selected_ids() == []


def test_an_annotation_made_and_activated_is_selected(
    panel: AnnotationsPanel, session: Session
) -> None:
    made = session.annotate(session.documents()[0].id, ReadingSpan(14, 20), tag_ids=[])

    panel.set_active(made.id)

    assert panel.selected_ids() == [made.id]


def test_a_double_click_and_f2_ask_for_the_note(
    panel: AnnotationsPanel, marked: list[Annotation], qtbot: QtBot
) -> None:
    click(panel, 1)
    with qtbot.waitSignal(panel.note_requested) as asked:
        QTest.mouseDClick(view(panel).viewport(), LEFT, pos=middle_of(panel, 1))
    assert asked.args == [marked[1].id]

    with qtbot.waitSignal(panel.note_requested) as asked:
        press(panel, Qt.Key.Key_F2)
    assert asked.args == [marked[1].id]


def test_several_are_selected_with_ctrl_and_deleted_together(
    panel: AnnotationsPanel, marked: list[Annotation], qtbot: QtBot
) -> None:
    click(panel, 2)
    with qtbot.assertNotEmitted(panel.annotation_chosen):
        click(panel, 0, CTRL)

    with qtbot.waitSignal(panel.delete_requested) as asked:
        press(panel, Qt.Key.Key_Delete)

    assert asked.args == [[marked[0].id, marked[2].id]]


def test_the_menu_tags_all_that_is_selected(
    panel: AnnotationsPanel, session: Session, marked: list[Annotation], qtbot: QtBot
) -> None:
    tag = session.codebook.tags[0]
    click(panel, 0)
    click(panel, 1, CTRL)
    menu = panel.menu()
    tags = next(action.menu() for action in menu.actions() if action.menu())

    with qtbot.waitSignal(panel.tag_requested) as asked:
        tags.actions()[0].trigger()

    assert asked.args == [[marked[0].id, marked[1].id], tag.id]
    assert not any(action.isChecked() for action in tags.actions()[1:])
    menu.deleteLater()


def test_words_of_passage_or_note_narrow_the_list(panel: AnnotationsPanel, qtbot: QtBot) -> None:
    panel.findChild(QLineEdit).insert("科技")
    assert quotations(panel) == ["科技创新"]

    panel.findChild(QLineEdit).setText("讲稿 二")
    assert quotations(panel) == ["新质生产力"]
    assert panel.findChild(QLabel).text() == "1 annotations"


def test_a_tag_is_chosen_in_the_list_of_tags(panel: AnnotationsPanel, session: Session) -> None:
    tags = combo(panel, "Tag")

    tags.setCurrentIndex(tags.findText("Policy measure"))

    assert quotations(panel) == ["新质生产力"]


def test_this_text_follows_the_active_pane(panel: AnnotationsPanel, session: Session) -> None:
    first, second = session.documents()
    panel.set_current_document(first.id)
    documents = combo(panel, "Text")

    documents.setCurrentIndex(documents.findText("This text"))
    assert quotations(panel) == ["新质生产力", "新质生产力"]

    panel.set_current_document(second.id)
    assert quotations(panel) == ["科技创新"]


def test_the_annotations_of_a_tag_are_shown_whatever_was_asked_before(
    panel: AnnotationsPanel, session: Session
) -> None:
    panel.findChild(QLineEdit).setText("没有")

    panel.show_tag(session.codebook.tags[0].id)

    assert quotations(panel) == ["新质生产力"]
    assert combo(panel, "Tag").currentText() == "Definition"


def test_a_tag_that_is_deleted_no_longer_narrows_the_list(
    panel: AnnotationsPanel, session: Session
) -> None:
    tag = session.codebook.tags[0]
    panel.show_tag(tag.id)

    session.do(DeleteTag(tag.id), "Delete tag")

    assert combo(panel, "Tag").currentText() == "All tags"
    assert len(quotations(panel)) == 3


def test_the_order_is_chosen_below_the_list(panel: AnnotationsPanel) -> None:
    orders = combo(panel, "Order")

    orders.setCurrentIndex(orders.findData(SortOrder.TAG.value))

    assert quotations(panel) == ["新质生产力", "新质生产力", "科技创新"]
    assert view(panel).model().index(0, 0).data().startswith("【Definition】")


def test_members_are_offered_where_there_are_several(
    session: Session, marked: list[Annotation], qtbot: QtBot
) -> None:
    panel = shown(AnnotationsPanel(session), qtbot)
    assert combo(panel, "Member").isHidden()

    member = libraries.add_member(session.library, "乙")
    session.announce(Changes(members=frozenset([member.id])))

    assert combo(panel, "Member").isVisible()
    assert combo(panel, "Member").count() == 3


def test_an_empty_library_says_how_to_begin(session: Session, qtbot: QtBot) -> None:
    panel = shown(AnnotationsPanel(session), qtbot)

    assert hint(panel).startswith("No annotations yet.")


def test_where_nothing_fits_all_can_be_shown_again(panel: AnnotationsPanel, qtbot: QtBot) -> None:
    panel.findChild(QLineEdit).setText("没有")
    assert hint(panel) == "No annotation fits the filter."

    button = next(b for b in panel.findChildren(EmptyState) if b.isVisible()).button
    QTest.mouseClick(button, LEFT)

    assert len(quotations(panel)) == 3
    assert hint(panel) == ""


def test_what_is_deleted_elsewhere_leaves_the_list(
    panel: AnnotationsPanel, session: Session, marked: list[Annotation]
) -> None:
    session.do(DeleteAnnotations(tuple(one.id for one in marked)), "Delete")
    assert hint(panel).startswith("No annotations yet.")

    session.undo()
    assert len(quotations(panel)) == 3


def test_repeats_are_told_from_distinct_passages_as_far_as_they_are_listed(
    session: Session, marked: list[Annotation], panel: AnnotationsPanel
) -> None:
    def told() -> str:
        return next(
            label.text() for label in panel.findChildren(QLabel) if label.text()[:1].isdigit()
        )

    assert told() == "3 annotations"
    second = session.documents()[1]
    for start in (6, 12):
        selector = anchoring.describe(
            second.id, session.reading_text(second.id), ReadingSpan(start, start + 4)
        )
        repeat = new_annotation(selector, session.member.id, passage_id=marked[0].id)
        session.do(AddAnnotation(repeat), "Repeat")
    assert told() == "5 annotations · 3 distinct passages"

    texts = combo(panel, "Text")
    texts.setCurrentIndex(texts.findData(second.id))

    assert told() == "3 annotations · 2 distinct passages"
