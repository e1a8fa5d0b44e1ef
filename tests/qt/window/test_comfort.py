"""How texts are set: the dialog, what it changes at once, and the reader's line."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from annotator.core.span import ReadingSpan
from annotator.qt.dialogs.text_dialog import TextDialog
from annotator.qt.theme import ThemeChoice
from annotator.qt.typography import Typography

from .conftest import Reader, WindowOpener

CHANGES = {
    "spacing": Typography(line_spacing=2.2),
    "short lines": Typography(longest_line=24),
    "full width": Typography(longest_line=None),
    "ragged": Typography(is_justified=False),
    "no indent": Typography(has_first_indent=False),
    "typeface": Typography(family="Duidu Sans SC"),
}


def open_dialog(reader: Reader) -> TextDialog:
    reader.window.commands.text_dialog.trigger()
    dialog = reader.window.findChild(TextDialog)
    assert isinstance(dialog, TextDialog)
    return dialog


def top_of(reader: Reader, offset: int) -> int:
    return reader.frame.pane.rect_of(ReadingSpan(offset, offset + 1)).top()


@pytest.mark.parametrize("typography", CHANGES.values(), ids=CHANGES)
def test_readers_line_stays_through_every_change(reader: Reader, typography: Typography) -> None:
    pane = reader.frame.pane
    pane.go_to_place(reader.frame.characters // 2)
    place = pane.place()

    reader.window.look.set_typography(typography)
    there = top_of(reader, place)
    reader.window.look.set_typography(Typography())

    assert 0 <= there < pane.fontMetrics().height() * 3
    assert pane.place() == place


@pytest.mark.parametrize("choice", [ThemeChoice.SEPIA, ThemeChoice.HIGH_CONTRAST])
def test_theme_changes_the_page_and_not_the_place(reader: Reader, choice: ThemeChoice) -> None:
    pane = reader.frame.pane
    pane.go_to_place(reader.frame.characters // 2)
    place = pane.place()

    reader.window.look.choose(choice)
    paper = pane.grab().toImage().pixelColor(2, 2).name()
    shown = reader.window.look.theme
    reader.window.look.choose(ThemeChoice.LIGHT)

    assert shown.name == choice.value
    assert paper == shown.paper
    assert pane.place() == place


def test_dialog_takes_effect_at_once_and_is_remembered(
    open_window: WindowOpener, qtbot: QtBot
) -> None:
    window = open_window()
    dialog = open_dialog(Reader(window))
    dialog.point_size.setValue(16)
    dialog.spacing.setValue(2.0)
    dialog.full_width.click()
    dialog.justified.click()
    dialog.indented.click()
    appearance = window.look.appearance
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    window.close()

    again = open_window()

    assert again.look.appearance == appearance
    assert (appearance.point_size, appearance.line_spacing) == (16, 2.0)
    assert appearance.longest_line is None
    assert not appearance.is_justified
    assert not appearance.has_first_indent
    again.close()


def test_dialog_follows_a_size_that_is_chosen_beside_it(reader: Reader, qtbot: QtBot) -> None:
    dialog = open_dialog(reader)
    before = dialog.point_size.value()

    reader.window.commands.zoom_in.trigger()
    shown = dialog.point_size.value()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    reader.window.commands.zoom_in.trigger()

    assert shown == before + 1
    assert reader.window.look.appearance.point_size == before + 2


def test_dialog_brings_the_usual_text_back(reader: Reader, qtbot: QtBot) -> None:
    usual = reader.window.look.appearance
    reader.window.look.set_typography(Typography(2.0, 24, is_justified=False))
    dialog = open_dialog(reader)

    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()

    assert reader.window.look.appearance == usual


def test_lines_are_as_short_as_chosen(reader: Reader) -> None:
    reader.press("1", "Control")
    reader.window.look.set_typography(Typography(longest_line=24))
    frame = reader.frame
    body = max(
        reader.window.session.reading_text(frame.document_id or "").text.split("\n"), key=len
    )
    span = reader.find(body[:60])
    tops = [top_of(reader, offset) for offset in range(span.start + 22, span.start + 50)]

    assert max(tops.count(top) for top in tops) <= 25
