import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPushButton
from pytestqt.qtbot import QtBot

from annotator.qt.models.document_model import DocumentModel
from annotator.qt.panels.documents_panel import DocumentsPanel
from annotator.qt.session import Session
from annotator.services.editing.document_edits import ChangePredecessor, RemoveDocument

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> DocumentsPanel:
    panel = DocumentsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(240, 320)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def view(panel: DocumentsPanel) -> QListView:
    return panel.findChild(QListView)


def select(panel: DocumentsPanel, row: int) -> None:
    view(panel).setFocus()
    view(panel).setCurrentIndex(view(panel).model().index(row, 0))


def test_a_double_click_opens_a_text(panel: DocumentsPanel, session: Session, qtbot: QtBot) -> None:
    place = view(panel).visualRect(view(panel).model().index(1, 0)).center()
    QTest.mouseClick(view(panel).viewport(), LEFT, pos=place)

    with qtbot.waitSignal(panel.open_requested) as asked:
        QTest.mouseDClick(view(panel).viewport(), LEFT, pos=place)

    assert asked.args == [session.documents()[1].id]


@pytest.mark.parametrize(
    ("key", "held", "signal"),
    [
        (Qt.Key.Key_Return, NONE, "open_requested"),
        (Qt.Key.Key_Return, CTRL, "open_beside_requested"),
        (Qt.Key.Key_F2, NONE, "about_requested"),
        (Qt.Key.Key_Delete, NONE, "remove_requested"),
    ],
)
def test_keys_ask_for_what_can_be_done_with_a_text(
    panel: DocumentsPanel,
    session: Session,
    qtbot: QtBot,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    signal: str,
) -> None:
    select(panel, 0)

    with qtbot.waitSignal(getattr(panel, signal)) as asked:
        QTest.keyClick(view(panel), key, held)

    assert asked.args == [session.documents()[0].id]


def test_the_menu_asks_for_the_same(panel: DocumentsPanel, session: Session, qtbot: QtBot) -> None:
    select(panel, 1)
    menu = panel.menu()
    signals = [
        panel.open_requested,
        panel.open_beside_requested,
        panel.about_requested,
        panel.link_requested,
        panel.remove_requested,
    ]

    for action, signal in zip(
        [action for action in menu.actions() if not action.isSeparator()], signals, strict=True
    ):
        with qtbot.waitSignal(signal) as asked:
            action.trigger()
        assert asked.args == [session.documents()[1].id]
    menu.deleteLater()


def test_the_menu_of_a_newer_edition_offers_to_unlink_it(
    panel: DocumentsPanel, session: Session, qtbot: QtBot
) -> None:
    older, newer = session.documents()
    session.do(ChangePredecessor(newer.id, "", older.id), "")
    select(panel, 1)
    menu = panel.menu()

    with qtbot.waitSignal(panel.unlink_requested) as asked:
        next(action for action in menu.actions() if "nlink" in action.text()).trigger()

    assert asked.args == [newer.id]
    menu.deleteLater()


def test_without_a_chosen_text_keys_ask_for_nothing(panel: DocumentsPanel, qtbot: QtBot) -> None:
    view(panel).setFocus()
    view(panel).selectionModel().clear()

    with qtbot.assertNotEmitted(panel.remove_requested):
        QTest.keyClick(view(panel), Qt.Key.Key_Delete)


def test_open_texts_are_shown_as_open(panel: DocumentsPanel, session: Session) -> None:
    panel.set_open([session.documents()[0].id])

    rows = [view(panel).model().index(row, 0).data(DocumentModel.RowRole) for row in range(2)]
    assert [row.is_open for row in rows] == [True, False]


def test_an_empty_library_offers_to_import(
    panel: DocumentsPanel, session: Session, qtbot: QtBot
) -> None:
    button = panel.findChild(QPushButton)
    assert not button.isVisible()

    for document in session.documents():
        session.do(RemoveDocument(document.id), "Remove text")

    with qtbot.waitSignal(panel.import_requested):
        QTest.mouseClick(button, LEFT)
