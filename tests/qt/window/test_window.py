"""The window itself: panes, libraries, look, languages, other programs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMenu, QWidget
from pytestqt.qtbot import QtBot

from annotator.app import Application
from annotator.core.span import ReadingSpan
from annotator.qt import prompts
from annotator.qt.dialogs.command_palette import CommandPalette
from annotator.qt.tag_names import shown_name
from annotator.qt.theme import ThemeChoice
from annotator.qt.window.main_window import MainWindow
from annotator.services import anchoring, libraries, reading
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.services.search import Hit, search
from annotator.storage import document_table
from annotator.storage.library import Library
from annotator.text.queries import parse
from tests.qt.pseudo_locale import PseudoLocale, untranslated

from .conftest import Reader

LEAST_CHARACTERS_A_LINE = 22


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences that the program told the reader."""
    sentences: list[str] = []
    monkeypatch.setattr(prompts, "warn", lambda _, sentence: sentences.append(sentence))
    return sentences


def _type_chinese(widget: QWidget, text: str) -> None:
    """Commit text as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def test_two_panes_show_long_enough_lines_at_1280_by_720(reader: Reader) -> None:
    reader.window.resize(1280, 720)
    for frame in reader.window.grid:
        text = reader.window.session.reading_text(frame.document_id or "").text
        body = max(text.split("\n"), key=len)
        span = reader.find(body[:60], frame)
        first = frame.pane.rect_of(ReadingSpan(span.start + 30, span.start + 31)).center().y()
        on_line = [
            offset
            for offset in range(span.start, span.end)
            if frame.pane.rect_of(ReadingSpan(offset, offset + 1)).center().y() == first
        ]
        assert len(on_line) >= LEAST_CHARACTERS_A_LINE


@pytest.mark.parametrize("count", [1, 3, 5, 2])
def test_panes_are_added_and_taken_away(reader: Reader, count: int) -> None:
    reader.press(str(count), "Control")

    documents = [frame.document_id for frame in reader.window.grid]
    assert len(documents) == count
    assert len(set(documents)) == count


def test_f6_goes_round_the_panes(reader: Reader) -> None:
    visited = []
    for _ in range(3):
        visited.append(reader.frame.document_id)
        reader.press(Qt.Key.Key_F6)

    assert visited[0] == visited[2] != visited[1]


def test_pane_chooses_its_text_from_the_menu_above_it(reader: Reader) -> None:
    documents = reader.window.session.documents()

    menu = reader.frame.findChild(QMenu)
    assert isinstance(menu, QMenu)
    next(a for a in menu.actions() if a.data() == documents[3].id).trigger()

    assert reader.frame.document_id == documents[3].id


def test_text_only_hides_what_is_beside_the_text_and_brings_it_back(reader: Reader) -> None:
    window = reader.window
    beside = [window.tool_bar, window.menuBar(), window.statusBar(), window.docks.annotations]

    window.commands.text_only.trigger()
    assert not any(widget.isVisible() for widget in beside)
    window.commands.text_only.trigger()

    assert all(widget.isVisible() for widget in beside)


def test_escape_lets_go_of_the_selection_first_and_then_leaves_text_only(reader: Reader) -> None:
    window = reader.window
    window.commands.text_only.trigger()
    reader.drag_over("生产力")

    reader.press(Qt.Key.Key_Escape)
    assert reader.frame.pane.selection() is None
    assert window.commands.text_only.isChecked()
    reader.press(Qt.Key.Key_Escape)
    assert not window.commands.text_only.isChecked()
    assert window.menuBar().isVisible()
    reader.press(Qt.Key.Key_Escape)

    assert not window.commands.text_only.isChecked()


@pytest.mark.parametrize("state", [Qt.WindowState.WindowMaximized, Qt.WindowState.WindowFullScreen])
def test_window_is_as_large_again_after_a_restart(
    open_window: Callable[[], MainWindow], state: Qt.WindowState
) -> None:
    window = open_window()
    window.setWindowState(state)
    window.close()

    again = open_window()

    assert again.windowState() & state
    again.close()


def test_text_only_comes_back_after_a_restart(open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    window.commands.text_only.trigger()
    window.close()

    again = open_window()

    assert again.commands.text_only.isChecked()
    assert again.isFullScreen()
    assert not again.menuBar().isVisible()
    again.commands.text_only.trigger()
    assert again.menuBar().isVisible()
    assert again.docks.annotations.isVisible()
    assert not again.isFullScreen()
    again.close()


def test_size_and_theme_are_remembered(
    open_window: Callable[[], MainWindow], qapp: QApplication
) -> None:
    window = open_window()
    usual = window.look.appearance.point_size
    window.commands.zoom_in.trigger()
    window.look.choose(ThemeChoice.DARK)
    window.close()

    again = open_window()

    assert again.look.appearance.point_size == usual + 1
    assert again.look.theme.is_dark
    again.look.choose(ThemeChoice.LIGHT)
    again.close()


def _choose_from_menu(window: MainWindow, name: str) -> None:
    menus = window.menuBar().findChildren(QMenu)
    actions = {
        action.text().replace("&", ""): action for menu in menus for action in menu.actions()
    }
    actions[name].trigger()


def test_theme_is_chosen_from_the_menu(window: MainWindow) -> None:
    chosen = []
    for name in ("Sepia", "Light"):
        _choose_from_menu(window, name)
        chosen.append(window.look.choice)

    assert chosen == [ThemeChoice.SEPIA, ThemeChoice.LIGHT]
    assert window.settings.theme_choice is ThemeChoice.LIGHT


def test_language_changes_without_a_new_start(
    application: Application, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    _choose_from_menu(window, "简体中文")
    chinese = application.window
    assert chinese is not None
    titles = [action.text() for action in chinese.menuBar().actions()]
    _choose_from_menu(chinese, "English")
    english = application.window
    assert english is not None

    assert titles[0] == "文件(&F)"
    assert english.menuBar().actions()[0].text() == "&File"
    english.close()


def test_every_text_of_the_window_is_translated(
    open_window: Callable[[], MainWindow], qapp: QApplication
) -> None:
    translator = PseudoLocale(qapp)
    qapp.installTranslator(translator)
    window = open_window()
    documents = window.session.documents()
    said_by_others = {
        "简体中文",
        "English",
        str(window.session.library.path),
        window.session.member.name,
        *(tag.name for tag in window.session.codebook),
        *(shown_name(tag) for tag in window.session.codebook),
        *(document.title for document in documents),
    }

    forgotten = untranslated(window) - said_by_others
    window.close()
    qapp.removeTranslator(translator)

    assert forgotten == set()


def test_no_two_entries_of_a_menu_have_the_same_letter(window: MainWindow) -> None:
    for top in window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        texts = [action.text().replace("&&", "") for action in menu.actions()]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), texts


def test_another_library_is_made_and_opened(
    application: Application, open_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    before = window.session.library.path

    window.library_files.new_library_wanted.emit(tmp_path / "另一个.duidu")
    empty = application.window
    assert empty is not None
    assert empty.session.documents() == []
    empty.library_files.open(before)
    back = application.window

    assert back is not None
    assert back.session.library.path == before
    assert back.settings.recent_libraries[0] == before
    back.close()


def test_library_that_cannot_be_opened_is_told_and_the_window_stays(
    application: Application,
    open_window: Callable[[], MainWindow],
    said: list[str],
    tmp_path: Path,
) -> None:
    window = open_window()
    (tmp_path / "no.duidu").write_text("not a library", encoding="utf-8")

    window.library_files.open(tmp_path / "no.duidu")

    assert len(said) == 1
    assert application.window is window
    window.close()


def test_removed_text_comes_back_with_undo(reader: Reader) -> None:
    document_id = reader.frame.document_id
    assert document_id is not None

    reader.window.library_files.remove_document(document_id)
    assert reader.frame.document_id is None
    reader.press("z", "Control")

    assert document_id in [document.id for document in reader.window.session.documents()]


def test_what_another_program_writes_appears(reader: Reader, qtbot: QtBot) -> None:
    window = reader.window
    with Library.open(window.session.library.path) as other:
        document = document_table.all_documents(other)[0]
        text = reading.reading_text(other, document.id)
        selector = anchoring.describe(document.id, text, ReadingSpan(0, 10))
        member = libraries.current_member(other)
        annotation = new_annotation(selector, member.id)
        with qtbot.waitSignal(window.session.changed):
            AddAnnotation(annotation).apply(other)

    listed = window.docks.annotations.findChild(QListView).model()
    assert listed.rowCount() == 1


def test_search_finds_in_all_texts_and_goes_there(reader: Reader, qtbot: QtBot) -> None:
    window = reader.window
    found: list[Hit] = []
    window.docks.search.hits_changed.connect(found.extend)
    reader.press("f", "Control Shift")
    query = window.docks.search.findChild(QLineEdit)
    with qtbot.waitSignal(window.docks.search.hits_changed):
        _type_chinese(query, "全要素生产率")

    window.commands.next_hit.trigger()

    assert found == list(search(window.session.library, parse("全要素生产率")))
    assert window.grid.active.document_id == found[0].document.id


def test_find_looks_in_the_text_of_the_active_pane(reader: Reader, qtbot: QtBot) -> None:
    window = reader.window
    reader.press("f", "Control")

    with qtbot.waitSignal(window.docks.search.hits_changed) as changed:
        _type_chinese(window.docks.search.findChild(QLineEdit), "新质生产力")

    assert {hit.document.id for hit in changed.args[0]} == {window.grid.active.document_id}


def test_command_palette_runs_commands(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CommandPalette, "ask", lambda *_: reader.window.commands.pane_counts[2])

    reader.press("p", "Control Shift")

    assert reader.window.grid.count() == 3
