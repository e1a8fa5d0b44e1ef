"""Selecting with keys that stand in the menus."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from annotator.core.span import ReadingSpan
from annotator.qt.window.main_window import MainWindow

from .conftest import Reader

_SENTENCE = "因地制宜发展新质生产力"
_DESKTOP_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def _put_caret(reader: Reader, passage: str) -> ReadingSpan:
    span = reader.find(passage)
    reader.frame.pane.select(ReadingSpan(span.start, span.start + 1))
    reader.press(Qt.Key.Key_Left)
    reader.press(Qt.Key.Key_Left)
    reader.press(Qt.Key.Key_Right)
    return span


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Greater, ""),
        (Qt.Key.Key_J, "Shift"),
        (Qt.Key.Key_Right, "Shift Alt"),
    ],
)
def test_keys_select_forwards(reader: Reader, key: Qt.Key, modifiers: str) -> None:
    span = _put_caret(reader, _SENTENCE)

    reader.press(key, modifiers)

    selection = reader.frame.pane.selection()
    assert selection is not None
    assert selection.start <= span.start < selection.end


def test_keys_lead_forwards_and_back_again(reader: Reader) -> None:
    pane = reader.frame.pane
    _put_caret(reader, _SENTENCE)

    for there, back in ((Qt.Key.Key_Period, Qt.Key.Key_Less), (Qt.Key.Key_J, Qt.Key.Key_K)):
        reader.press(there)
        assert pane.selection() is None
        reader.press(back, "Shift" if back is Qt.Key.Key_K else "")
        assert pane.selection() is not None
        reader.press(Qt.Key.Key_Escape)


def test_selection_grows_and_shrinks_from_the_menu(reader: Reader) -> None:
    commands, pane = reader.window.commands, reader.frame.pane
    _put_caret(reader, _SENTENCE)

    commands.select_more.trigger()
    word = pane.selection()
    commands.select_more.trigger()
    clause = pane.selection()
    commands.select_less.trigger()

    assert word is not None
    assert clause is not None
    assert len(word) < len(clause)
    assert pane.selection() == word
    commands.select_all.trigger()
    assert pane.selection() == ReadingSpan(0, reader.frame.characters)


def test_no_key_is_one_that_desktops_take(window: MainWindow) -> None:
    taken = [
        key.toString()
        for action in window.commands.all()
        for key in action.shortcuts()
        if _is_taken(key)
    ]

    assert taken == []


def test_no_action_has_two_keys_that_one_press_means(window: MainWindow) -> None:
    """A key that Shift makes, and Shift with the key it is made from, would silence each other."""
    made_by_shift = set('{}<>|:?"~!@#$%^&*()_')
    unclear = [
        action.text()
        for action in window.commands.all()
        if len(action.shortcuts()) > 1
        and any(key.toString() in made_by_shift for key in action.shortcuts())
    ]

    assert unclear == []


def test_no_two_actions_have_the_same_key(window: MainWindow) -> None:
    keys = Counter(
        key.toString()
        for action in window.commands.findChildren(QAction)
        for key in action.shortcuts()
    )

    assert [key for key, actions in keys.items() if actions > 1] == []


def _is_taken(key: QKeySequence) -> bool:
    """Return whether a key has Ctrl and Alt, which desktops keep, or the system's own key."""
    modifiers = key[0].keyboardModifiers()
    has_both = modifiers & _DESKTOP_MODIFIERS == _DESKTOP_MODIFIERS
    return has_both or bool(modifiers & Qt.KeyboardModifier.MetaModifier)
