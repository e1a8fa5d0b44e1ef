"""A text comes in that is nearly one of ours: it is told, offered, linked, and can be undone."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from annotator.core.annotation import AnchorState
from annotator.core.document import Document
from annotator.qt import tasks
from annotator.qt.dialogs.merge_dialog import MergeDialog
from annotator.qt.dialogs.to_check_dialog import ToCheckDialog
from annotator.qt.window.main_window import MainWindow
from annotator.services import libraries, sharing
from annotator.storage import document_table
from annotator.storage.library import Library
from tests.services.test_editions import CHANGED, GONE, REWORDED, add, annotate
from tests.services.test_matching import OURS, quoted, wrapped

TITLE = "他们的"


@pytest.fixture
def ours(window: MainWindow) -> Document:
    return add(window.session.library, wrapped(OURS[:3000] + REWORDED + OURS[3000:], 25), "我们的")


@pytest.fixture
def other(ours: Document, tmp_path: Path) -> Iterator[Library]:
    """Return a library with our text out of another program, in which three passages are marked."""
    with libraries.create(tmp_path / "周.duidu") as library:
        text = f"{OURS[:2000]}{GONE}{OURS[2000:3000]}{CHANGED}{OURS[3000:]}"
        theirs = add(library, wrapped(text, 34), TITLE)
        for passage in (quoted(1000), GONE[:20], CHANGED[8:-1]):
            annotate(library, theirs, passage)
        yield library


def merge(window: MainWindow, path: Path, qtbot: QtBot) -> str:
    """Merge a library as a reader does; return what was told of it before."""
    window.merging.start([path])
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MergeDialog)
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    told = "\n".join(shown(dialog.found.topLevelItem(0)))
    with qtbot.waitSignal(window.merging.matched):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    return told


def shown(item: QTreeWidgetItem) -> list[str]:
    """Return an entry and all below it, line by line."""
    below = (shown(item.child(number)) for number in range(item.childCount()))
    return [f"{item.text(0)} {item.text(1)}".strip(), *chain.from_iterable(below)]


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def states(window: MainWindow) -> dict[str, list[AnchorState]]:
    """Return the states of the annotations by the title of their text."""
    found: dict[str, list[AnchorState]] = {}
    for one in window.session.annotations():
        document = window.session.document(one.document_id)
        assert document is not None
        found.setdefault(document.title, []).append(one.state)
    return {title: sorted(of_text) for title, of_text in found.items()}


def test_merge_tells_what_linking_would_do_and_does_not_link(
    window: MainWindow, ours: Document, other: Library, qtbot: QtBot
) -> None:
    told = merge(window, other.back_up(), qtbot)

    assert f"Nearly your “我们的”: “{TITLE}”" in told
    assert "find their place when you link the two 1\nTo check 1\nNot found 1" in told
    assert not window.editions.offer.isHidden()
    assert states(window)[TITLE] == [AnchorState.OK] * 3


def test_linking_what_came_in_moves_what_is_certain_and_opens_what_is_to_check(
    window: MainWindow, ours: Document, other: Library, qtbot: QtBot
) -> None:
    merge(window, other.back_up(), qtbot)
    before = states(window)

    click(window.editions.offer.link)
    tasks.wait_for_all()

    assert window.editions.offer.isHidden()
    assert AnchorState.MOVED in states(window)["我们的"]
    assert states(window)[TITLE] == [AnchorState.ORPHAN, AnchorState.TO_CHECK]
    qtbot.waitUntil(lambda: window.findChild(ToCheckDialog) is not None)
    window.findChild(ToCheckDialog).close()
    window.session.undo()
    assert states(window) == before


def test_texts_that_came_in_are_offered_one_after_the_other(
    window: MainWindow, ours: Document, other: Library, qtbot: QtBot
) -> None:
    add(other, wrapped(OURS, 41), "另一份")
    offer = window.editions.offer
    merge(window, other.back_up(), qtbot)

    offered = []
    while not offer.isHidden():
        offered.append(offer.told)
        click(offer.refuse)

    assert len(offered) == 2
    assert all("nearly your “我们的”" in told for told in offered)
    assert {TITLE in told for told in offered} == {True, False}


def test_offer_waits_while_an_imported_edition_is_offered(
    window: MainWindow, ours: Document, other: Library, qtbot: QtBot
) -> None:
    merge(window, other.back_up(), qtbot)
    offer = window.editions.offer
    asked = offer.told
    first, second = window.session.documents()[:2]

    offer.offer(first, second)
    assert "looks like a newer edition" in offer.told
    click(offer.refuse)

    assert offer.told == asked
    assert not offer.isHidden()


def test_offer_goes_when_its_text_is_removed(
    window: MainWindow, ours: Document, other: Library, qtbot: QtBot
) -> None:
    merge(window, other.back_up(), qtbot)

    window.session.announce(
        document_table.set_deleted(window.session.library, ours.id, deleted=True)
    )

    assert window.editions.offer.isHidden()


def test_what_comes_in_by_the_shared_folder_is_offered_and_later_annotations_too(
    window: MainWindow, ours: Document, other: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "小组"
    folder.mkdir()
    sharing.choose_folder(other, folder)
    sharing.sync(other, lambda *_: None)
    with qtbot.waitSignal(window.sharing.matched):
        window.sharing.share_by(folder)
    click(window.editions.offer.link)
    tasks.wait_for_all()
    theirs = next(one for one in document_table.all_documents(other) if one.title == TITLE)
    annotate(other, theirs, quoted(4000))
    sharing.sync(other, lambda *_: None)

    with qtbot.waitSignal(window.sharing.matched):
        window.sharing.look_now()

    assert (
        "1 annotations came in at “他们的”, an older edition of “我们的”"
        in window.editions.offer.told
    )
    assert window.editions.offer.swap.isHidden()
    click(window.editions.offer.link)
    tasks.wait_for_all()
    assert states(window)["我们的"].count(AnchorState.MOVED) == 2
