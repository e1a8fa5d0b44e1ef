"""Every dialog can be used, seen and named without a mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from annotator.core.document import About
from annotator.qt import theme
from annotator.qt.dialogs.about_document_dialog import AboutDocumentDialog
from annotator.qt.dialogs.command_palette import CommandPalette
from annotator.qt.dialogs.export_dialog import ExportDialog
from annotator.qt.dialogs.manual_dialog import ManualDialog
from annotator.qt.dialogs.member_dialog import MemberDialog
from annotator.qt.dialogs.note_dialog import NoteDialog
from annotator.qt.dialogs.source_dialog import SourceDialog
from annotator.qt.dialogs.tag_dialog import TagDialog
from annotator.qt.dialogs.tag_palette import TagPalette
from annotator.qt.dialogs.text_dialog import TextDialog
from annotator.qt.dialogs.who_dialog import WhoDialog
from annotator.qt.session import Session
from annotator.qt.typography import Typography
from tests.qt.keyboard import focusable, name_of, names_without_visible_focus, walk

MAKERS: dict[str, Callable[[Session], QDialog]] = {
    "about a text": lambda _: AboutDocumentDialog(About("讲稿")),
    "commands": lambda _: CommandPalette([QAction("撤销")]),
    "export": lambda session: ExportDialog(session, session.documents()[0].id),
    "manual": lambda _: ManualDialog(),
    "member": lambda session: MemberDialog(session.members(), session.member),
    "note": lambda _: NoteDialog("新质生产力", "先记一笔"),
    "source": lambda _: SourceDialog([], "新质生产力"),
    "tag": lambda session: TagDialog(session.codebook, None),
    "tags": lambda session: TagPalette(session.codebook, ()),
    "text": lambda _: TextDialog(Typography(), 13.0),
    "who": lambda session: WhoDialog(session.members(), session.member),
}


@pytest.fixture(params=MAKERS)
def dialog(request: pytest.FixtureRequest, session: Session, qtbot: QtBot) -> QDialog:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT)
    dialog = MAKERS[request.param](session)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return dialog


def test_dialog_has_a_title(dialog: QDialog) -> None:
    assert dialog.windowTitle()


def test_tab_goes_to_everything_that_takes_keys(dialog: QDialog) -> None:
    reached = set(walk())

    assert [name_of(widget) for widget in focusable(dialog) - reached] == []


def test_everything_that_takes_keys_has_a_name(dialog: QDialog) -> None:
    nameless = [widget for widget in focusable(dialog) if not name_of(widget)]

    assert nameless == []


def test_focus_can_be_seen(dialog: QDialog) -> None:
    assert names_without_visible_focus() == []
