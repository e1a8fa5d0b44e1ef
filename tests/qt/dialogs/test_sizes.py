"""Dialogs and the screen they open on."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.corrections import NO_CORRECTIONS
from annotator.core.document import About
from annotator.qt.dialogs.about_document_dialog import AboutDocumentDialog
from annotator.qt.dialogs.command_palette import CommandPalette
from annotator.qt.dialogs.export_dialog import ExportDialog
from annotator.qt.dialogs.manual_dialog import ManualDialog
from annotator.qt.dialogs.member_dialog import MemberDialog
from annotator.qt.dialogs.note_dialog import NoteDialog
from annotator.qt.dialogs.repair_dialog import RepairDialog
from annotator.qt.dialogs.sizes import open_at
from annotator.qt.dialogs.tag_dialog import TagDialog
from annotator.qt.dialogs.tag_palette import TagPalette
from annotator.qt.dialogs.text_dialog import TextDialog
from annotator.qt.dialogs.to_check_dialog import ToCheckDialog
from annotator.qt.dialogs.who_dialog import WhoDialog
from annotator.qt.session import Session
from annotator.qt.typography import Typography

SMALLEST_SCREEN = 640, 360
DIALOGS: list[Callable[[Session], QDialog]] = [
    lambda _session: AboutDocumentDialog(About("新质生产力")),
    lambda _session: CommandPalette([]),
    lambda session: ExportDialog(session, session.documents()[0].id),
    lambda _session: ManualDialog(),
    lambda session: MemberDialog(session.members(), session.member, hint="谁在批注？" * 20),
    lambda _session: NoteDialog("新质生产力", ""),
    lambda _session: RepairDialog(NO_CORRECTIONS),
    lambda session: TagDialog(session.codebook, None),
    lambda session: TagPalette(session.codebook, []),
    lambda _session: TextDialog(Typography(), 13.0),
    ToCheckDialog,
    lambda session: WhoDialog(session.members(), session.member),
]


@pytest.mark.parametrize("make", DIALOGS)
def test_dialog_can_be_as_small_as_the_smallest_screen(
    make: Callable[[Session], QDialog], session: Session, qtbot: QtBot
) -> None:
    dialog = make(session)
    qtbot.addWidget(dialog)
    least = dialog.minimumSizeHint()

    assert least.width() <= SMALLEST_SCREEN[0]
    assert least.height() <= SMALLEST_SCREEN[1]


def test_dialog_opens_no_larger_than_the_screen(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    room = widget.screen().availableSize()

    open_at(widget, 10_000, 100)
    assert (widget.width(), widget.height()) == (room.width(), 100)

    open_at(widget, 100, 10_000)
    assert (widget.width(), widget.height()) == (100, room.height())
