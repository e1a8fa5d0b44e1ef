"""Members who marked the same text on their own, and the dock that compares them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.changes import Changes
from annotator.core.document import Document
from annotator.core.span import ReadingSpan
from annotator.qt.panels.agreement_panel import AgreementPanel
from annotator.qt.window.main_window import MainWindow
from annotator.services import anchoring, libraries, lookup
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.services.editing.document_edits import change_completion

SPANS = {
    "林": [(10, 40), (100, 130), (400, 410)],
    "周": [(10, 40), (105, 130)],
    "吴": [(10, 40), (300, 320)],
}


def marked_text(window: MainWindow) -> Document:
    """Return a text on which three members have worked and which two have finished."""
    library = window.session.library
    document = window.session.documents()[0]
    text = window.session.reading_text(document.id)
    tag = lookup.find_tag(library, "定义")
    with library.transaction():
        for name, spans in SPANS.items():
            member = libraries.add_member(library, name)
            for start, end in spans:
                selector = anchoring.describe(document.id, text, ReadingSpan(start, end))
                edit = AddAnnotation(new_annotation(selector, member.id, tag_ids=[tag.id]))
                edit.apply(library)
            if name != "吴":
                change_completion(library, document.id, member.id, finished=True).apply(library)
    window.session.announce(Changes(everything=True))
    return document


def opened(window: MainWindow, qtbot: QtBot) -> AgreementPanel:
    """Open the dock and wait for its figures."""
    with qtbot.waitSignal(window.analyses.agreeing.compared):
        window.commands.agreement.trigger()
    panel = window.findChild(AgreementPanel)
    assert panel is not None
    return panel


def choose_tag(panel: AgreementPanel, name: str) -> None:
    model = panel.model
    for row in range(model.rowCount()):
        if model.index(row, 0).data() == name:
            place = panel.table.visualRect(model.index(row, 0)).center()
            QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
