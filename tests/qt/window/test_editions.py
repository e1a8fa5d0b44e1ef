"""A newer edition comes in: it is offered, linked, and what is unsure is checked by keys alone."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from annotator import cli
from annotator.core.annotation import AnchorState
from annotator.core.changes import Changes
from annotator.core.document import Document
from annotator.core.span import ReadingSpan
from annotator.qt import prompts, tasks
from annotator.qt.dialogs.to_check_dialog import ToCheckDialog
from annotator.qt.marking.annotation_tips import AnnotationTips
from annotator.qt.models.annotation_model import AnnotationModel
from annotator.qt.panels.edition_offer import EditionOffer
from annotator.qt.window.main_window import MainWindow
from annotator.services import lookup
from annotator.services.editing.annotation_edits import change_state

from .conftest import Reader, accept_import

KEPT = "".join(
    f"{name}方代表指出，第{number}项工作的重点是{work}，这一点谁也不怀疑。"
    for number, (name, work) in enumerate(
        zip("甲乙丙丁戊", ("乡村振兴", "城市更新", "海洋经济", "林业改革", "山区发展"), strict=True)
    )
)
CHANGED = "己方代表强调，后年要把科技创新摆在国家发展全局的核心位置。"
REWORDED = "己方补充，科技进步与创新摆到了发展核心之位。"
GONE = "庚方代表认为，人口流失问题不容小看。"
ENDING = "会议最后通过了决议，全体起立，奏国歌，会议闭幕，𠮷祥如意😀。"
OLDER = KEPT + CHANGED + GONE + ENDING
NEWER = KEPT + REWORDED + ENDING
ENTER, UNDO = Qt.Key.Key_Return, (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
ALT = Qt.KeyboardModifier.AltModifier


def bring_in(window: MainWindow, path: Path, qtbot: QtBot) -> Document:
    window.imports.start([path])
    with qtbot.waitSignal(window.imports.imported) as imported:
        accept_import(window, qtbot)
    tasks.wait_for_all()
    document = window.session.document(imported.args[0][0])
    assert document is not None
    return document


@pytest.fixture
def editions(reader: Reader, qtbot: QtBot, tmp_path: Path) -> tuple[Document, Document]:
    """The older text with three annotations, and the newer one, just imported."""
    found = []
    for name, text in (("旧版.txt", OLDER), ("新版.txt", NEWER)):
        Path(tmp_path, name).write_text(text, encoding="utf-8")
        document = bring_in(reader.window, tmp_path / name, qtbot)
        if not found:
            for quote in ("城市更新", "把科技创新摆在国家发展全局的核心位置", "人口流失问题"):
                annotate(reader.window, document, quote)
        found.append(document)
    older, newer = found
    return older, newer


def annotate(window: MainWindow, document: Document, quote: str) -> None:
    text = window.session.reading_text(document.id)
    window.session.annotate(document.id, lookup.find_quotation(document, text, quote), tag_ids=[])


def states(window: MainWindow) -> list[tuple[str, str]]:
    """Return quotations and states, text by text."""
    return [(one.selector.quotation, one.state) for one in window.session.annotations()]


def offer_of(window: MainWindow) -> EditionOffer:
    return window.findChild(EditionOffer)


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def linked(window: MainWindow) -> ToCheckDialog:
    """Take the offer, and return the dialog that opens."""
    click(offer_of(window).link)
    tasks.wait_for_all()
    dialog = window.findChild(ToCheckDialog)
    assert dialog is not None
    assert QTest.qWaitForWindowFocused(dialog)
    return dialog


def button(dialog: ToCheckDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def pages(dialog: ToCheckDialog) -> list[str]:
    return [page.toPlainText() for page in dialog.findChildren(QTextBrowser)]


def test_imported_edition_is_offered_without_stopping_the_reader(
    reader: Reader, editions: tuple[Document, Document]
) -> None:
    offer = offer_of(reader.window)

    assert offer.isVisible()
    told = offer.findChild(QLabel).text()
    assert told.index("新版") < told.index("旧版")
    assert "3" in told


def test_offer_stays_while_other_things_change_and_goes_with_its_text(
    reader: Reader, editions: tuple[Document, Document]
) -> None:
    older, _ = editions

    reader.window.session.announce(Changes(everything=True))
    assert offer_of(reader.window).isVisible()
    reader.window.library_files.remove_document(older.id)

    assert not offer_of(reader.window).isVisible()


def test_refused_offer_links_nothing(reader: Reader, editions: tuple[Document, Document]) -> None:
    before = states(reader.window)

    click(offer_of(reader.window).refuse)

    assert not offer_of(reader.window).isVisible()
    assert states(reader.window) == before


def test_text_unlike_all_others_is_not_offered(
    reader: Reader, qtbot: QtBot, tmp_path: Path
) -> None:
    Path(tmp_path, "别的.txt").write_text(
        "一篇与众不同的文章，写的都是别的事情。", encoding="utf-8"
    )

    bring_in(reader.window, tmp_path / "别的.txt", qtbot)

    assert not offer_of(reader.window).isVisible()


def test_offer_can_be_turned_round(reader: Reader, editions: tuple[Document, Document]) -> None:
    older, newer = editions

    click(offer_of(reader.window).swap)
    click(offer_of(reader.window).link)
    tasks.wait_for_all()

    found = reader.window.session.document(older.id)
    assert found is not None
    assert found.predecessor_id == newer.id


def test_linking_moves_the_sure_ones_and_shows_the_rest(
    reader: Reader, editions: tuple[Document, Document]
) -> None:
    dialog = linked(reader.window)

    assert sorted(states(reader.window)) == sorted(
        [
            ("城市更新", AnchorState.MOVED),
            ("把科技创新摆在国家发展全局的核心位置", AnchorState.TO_CHECK),
            ("人口流失问题", AnchorState.ORPHAN),
        ]
    )
    old, new = pages(dialog)
    assert "己方代表强调" in old
    assert REWORDED in new
    dialog.close()


def test_enter_confirms_the_place_and_undo_takes_it_back(
    reader: Reader, editions: tuple[Document, Document]
) -> None:
    _, newer = editions
    dialog = linked(reader.window)

    QTest.keyClick(dialog, ENTER)

    placed = [one for one in reader.window.session.annotations_in(newer.id) if one.state == "ok"]
    assert len(placed) == 1
    assert "创新" in placed[0].selector.quotation

    QTest.keyClick(dialog, *UNDO)

    assert ("把科技创新摆在国家发展全局的核心位置", AnchorState.TO_CHECK) in states(reader.window)
    dialog.close()


def test_undoing_the_link_brings_all_annotations_back(
    reader: Reader, editions: tuple[Document, Document], qtbot: QtBot
) -> None:
    older, newer = editions
    linked(reader.window).close()
    reader.window.activateWindow()
    qtbot.waitUntil(reader.window.isActiveWindow)

    reader.press("z", "Control")

    assert len(reader.window.session.annotations_in(older.id)) == 3
    assert {state for _, state in states(reader.window)} == {AnchorState.OK}
    found = reader.window.session.document(newer.id)
    assert found is not None
    assert found.predecessor_id == ""


def test_keys_go_through_the_list_and_leave_an_annotation_at_the_older_text(
    reader: Reader, editions: tuple[Document, Document]
) -> None:
    dialog = linked(reader.window)

    QTest.keyClick(dialog, Qt.Key.Key_Down, ALT)
    assert "人口流失" in pages(dialog)[0]
    QTest.keyClick(dialog, Qt.Key.Key_Up, ALT)
    click(button(dialog, "&Not in this edition"))

    assert ("把科技创新摆在国家发展全局的核心位置", AnchorState.ORPHAN) in states(reader.window)
    dialog.close()


def test_annotation_is_placed_where_the_reader_selects(
    reader: Reader, editions: tuple[Document, Document]
) -> None:
    _, newer = editions
    dialog = linked(reader.window)
    here = button(dialog, "Place at se&lection")
    assert not here.isEnabled()

    reader.window.desk.open(newer.id)
    reader.drag_over("奏国歌")
    click(here)

    assert "奏国歌" in [
        one.selector.quotation for one in reader.window.session.annotations_in(newer.id)
    ]
    dialog.close()


def test_possible_place_is_shown_in_the_text(
    reader: Reader, editions: tuple[Document, Document], qtbot: QtBot
) -> None:
    _, newer = editions
    dialog = linked(reader.window)

    with qtbot.waitSignal(dialog.place_requested) as asked:
        click(button(dialog, "Show in &text"))

    assert asked.args[0] == newer.id
    assert isinstance(asked.args[1], ReadingSpan)
    assert reader.frame.document_id == newer.id
    dialog.close()


def test_empty_list_says_so(reader: Reader) -> None:
    reader.window.commands.to_check.trigger()

    dialog = reader.window.findChild(ToCheckDialog)
    assert [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()] == [
        "There is nothing to check."
    ]
    dialog.close()


def test_editions_are_linked_and_unlinked_by_hand(
    reader: Reader, editions: tuple[Document, Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    older, newer = editions
    offer_of(reader.window).hide()
    monkeypatch.setattr(
        prompts,
        "ask_choice",
        lambda *_, choices, **__: next(one for one in choices if older.title in one),
    )

    reader.window.editions.ask_link(newer.id)
    tasks.wait_for_all()
    reader.window.findChild(ToCheckDialog).close()
    reader.window.editions.unlink(newer.id)

    found = reader.window.session.document(newer.id)
    assert found is not None
    assert found.predecessor_id == ""
    assert AnchorState.TO_CHECK not in [state for _, state in states(reader.window)]


def test_window_and_command_line_link_alike(
    reader: Reader,
    editions: tuple[Document, Document],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    twin = tmp_path / "twin.duidu"
    reader.window.session.library.db.execute("VACUUM INTO ?", (str(twin),))
    linked(reader.window).close()
    older, newer = editions

    cli.main(["--library", str(twin), "link", newer.id, "--newer-than", older.id])

    told = []
    for library in (twin, reader.window.session.library.path):
        capsys.readouterr()
        assert cli.main(["--library", str(library), "to-check", "--json"]) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1]
    assert len(told[0]) == 2


def test_annotations_are_listed_with_their_state_and_filtered_by_it(
    reader: Reader, editions: tuple[Document, Document]
) -> None:
    panel = reader.window.docks.annotations
    states = next(one for one in panel.findChildren(QComboBox) if one.accessibleName() == "State")
    assert states.isHidden()
    linked(reader.window).close()
    assert not states.isHidden()

    states.setCurrentIndex(states.findData(AnchorState.MOVED.value))

    listed = panel.findChild(QListView).model()
    assert listed.rowCount() == 1
    annotation = listed.index(0, 0).data(AnnotationModel.AnnotationRole)
    assert annotation.selector.quotation == "城市更新"
    assert listed.index(0, 0).data(AnnotationModel.StateRole) == "Moved"
    tip = AnnotationTips(reader.window.session).describe(annotation.id)
    assert "Moved" in tip


def test_margin_shows_a_state_as_soon_as_it_changes(reader: Reader) -> None:
    def margin() -> QImage:
        pane = reader.frame.pane
        left = min(pane.rect_of(ReadingSpan(n, n + 1)).left() for n in range(60))
        return pane.viewport().grab(QRect(0, 0, left - 2, pane.height())).toImage()

    session = reader.window.session
    document = session.document(reader.frame.document_id or "")
    assert document is not None
    session.annotate(document.id, ReadingSpan(2, 9), tag_ids=[])
    [annotation] = session.annotations_in(document.id)
    before = margin()

    session.do(change_state(annotation, AnchorState.TO_CHECK), "")

    assert margin() != before
    session.undo()
    assert margin() == before
