"""Panes that come and go, are linked, and the way back from a jump."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QMenu

from annotator.qt import prompts
from annotator.qt.reader.frame import PaneFrame

from .conftest import Reader, WindowOpener

CHARACTERS_A_PIXEL = 5
LINE_PX = 29


def middle(frame: PaneFrame) -> int:
    return frame.characters // 2


def entry_of(menu: QMenu, name: str) -> QAction:
    return next(a for a in menu.actions() if a.text().removeprefix("&").startswith(name))


def places(reader: Reader) -> list[int]:
    return [frame.pane.place() for frame in reader.window.grid]


def test_added_pane_shows_the_same_text_at_the_same_place(reader: Reader) -> None:
    former = reader.frame
    former.pane.go_to_place(middle(former))

    reader.press(Qt.Key.Key_Backslash, "Control")

    frames = reader.window.grid.frames
    assert len(frames) == 3
    assert frames[1] is reader.frame
    assert (frames[1].document_id, frames[1].pane.place()) == (
        former.document_id,
        former.pane.place(),
    )


def test_two_panes_of_one_text_keep_a_place_each(open_window: WindowOpener) -> None:
    window = open_window()
    window.commands.add_pane.trigger()
    first, second = window.grid.frames[:2]
    first.pane.go_to_place(middle(first))
    second.pane.go_to_place(0)
    before = [(frame.document_id, frame.pane.place()) for frame in (first, second)]
    window.close()

    again = open_window()

    after = [(frame.document_id, frame.pane.place()) for frame in again.grid.frames[:2]]
    assert after == before
    again.close()


def test_pane_is_closed_but_not_the_last(reader: Reader) -> None:
    left, right = reader.window.grid.frames
    reader.window.grid.activate(right)

    reader.press("w", "Control")
    reader.press("w", "Control")

    assert reader.window.grid.frames == [left]
    assert reader.frame is left


def test_panes_change_places(reader: Reader) -> None:
    left, right = reader.window.grid.frames

    reader.press(Qt.Key.Key_F6, "Control Shift")

    assert reader.window.grid.frames == [right, left]
    assert reader.frame is left


def test_maximised_pane_gives_the_room_back(reader: Reader) -> None:
    left, right = reader.window.grid.frames
    widths = reader.window.grid.sizes()

    reader.press("m", "Control Shift")
    assert (left.isVisible(), right.isVisible()) == (True, False)
    reader.press(Qt.Key.Key_F6)
    assert (left.isVisible(), right.isVisible()) == (False, True)
    reader.press("m", "Control Shift")

    assert (left.isVisible(), right.isVisible()) == (True, True)
    assert reader.window.grid.sizes() == widths


def test_a_new_pane_ends_maximising(reader: Reader) -> None:
    reader.press("m", "Control Shift")

    reader.press("3", "Control")

    assert all(frame.isVisible() for frame in reader.window.grid)
    assert not reader.window.commands.maximise.isChecked()


def flow_places(reader: Reader) -> list[float]:
    return [frame.pane.flow_place() for frame in reader.window.grid]


def test_linked_panes_move_in_step_and_come_to_rest(reader: Reader) -> None:
    frames = reader.window.grid.frames
    frames[1].pane.go_to_place(middle(frames[1]))
    reader.press("l", "Control")
    told: list[int] = []
    for number, frame in enumerate(frames):
        frame.pane.place_changed.connect(lambda _, number=number: told.append(number))

    @given(leader=st.sampled_from([0, 1]), share=st.floats(0, 1))
    def law(leader: int, share: float) -> None:
        told.clear()
        follower = 1 - leader
        bar = frames[follower].pane.verticalScrollBar()
        before, was_at_end = flow_places(reader), bar.value() in (0, bar.maximum())
        frames[leader].pane.go_to_place(round(share * frames[leader].characters))
        after = flow_places(reader)

        assert told.count(0) <= 1
        assert told.count(1) <= 1
        pace = frames[follower].characters / frames[leader].characters
        goal = before[follower] + (after[leader] - before[leader]) * pace
        if not was_at_end and 0 < bar.value() < bar.maximum():
            assert abs(after[follower] - goal) <= CHARACTERS_A_PIXEL

    law()


def test_linking_moves_no_pane(reader: Reader) -> None:
    right = reader.window.grid.frames[1]
    right.pane.go_to_place(middle(right))
    before = flow_places(reader)

    reader.press("l", "Control")
    assert flow_places(reader) == before
    reader.press(Qt.Key.Key_PageDown)
    after = flow_places(reader)

    # The other pane may go back: what the two texts share leads it as soon as that is known.
    assert all(there != here for here, there in zip(before, after, strict=True))


def test_linked_panes_follow_by_less_than_a_line(reader: Reader) -> None:
    left, right = reader.window.grid.frames
    left.pane.go_to_place(middle(left))
    right.pane.go_to_place(middle(right))
    reader.press("l", "Control")
    bars = [frame.pane.verticalScrollBar() for frame in (left, right)]
    pace = right.characters / left.characters

    steps = []
    for _ in range(60):
        before = bars[1].value()
        bars[0].setValue(bars[0].value() + 1)
        steps.append(bars[1].value() - before)

    assert min(steps) >= 0
    assert sum(steps) > 0
    assert max(steps) < max(1, pace) * LINE_PX


def test_panes_that_are_not_linked_go_by_themselves(reader: Reader) -> None:
    reader.press("l", "Control")
    reader.press("l", "Control")
    before = places(reader)

    reader.press(Qt.Key.Key_PageDown)

    assert places(reader)[0] > before[0]
    assert places(reader)[1] == before[1]


def test_opening_a_text_in_a_linked_pane_does_not_move_the_others(reader: Reader) -> None:
    window = reader.window
    other = window.session.documents()[3].id
    window.session.remember_place(other, 2000)
    reader.press("l", "Control")
    reader.frame.pane.go_to_place(middle(reader.frame))
    before = places(reader)

    window.desk.open(other, window.grid.frames[1])

    assert window.grid.frames[1].pane.place() > 0
    assert places(reader)[0] == before[0]


def test_back_and_forward_follow_a_jump(reader: Reader) -> None:
    window = reader.window
    text = window.session.reading_text(reader.frame.document_id or "")
    window.docks.outline.place_requested.emit(text.outline[-1].start)
    goal = places(reader)[0]

    reader.press(Qt.Key.Key_Left, "Alt")
    start = places(reader)[0]
    reader.press(Qt.Key.Key_Right, "Alt")

    assert start == 0
    assert places(reader)[0] == goal > 0


def test_back_opens_the_text_that_was_left(reader: Reader) -> None:
    window = reader.window
    left = reader.frame.document_id
    reader.frame.pane.go_to_place(middle(reader.frame))
    place = places(reader)[0]
    window.docks.documents.open_requested.emit(window.session.documents()[3].id)

    reader.press(Qt.Key.Key_Left, "Alt")

    assert reader.frame.document_id == left
    assert places(reader)[0] == place


def test_text_chosen_above_a_pane_can_be_gone_back_from(reader: Reader) -> None:
    right = reader.window.grid.frames[1]
    former, goal = right.document_id, reader.window.session.documents()[3].id
    right.pane.go_to_place(middle(right))
    place = right.pane.place()

    menu = right.findChild(QMenu)
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.data() == goal).trigger()
    assert (right.document_id, reader.frame) == (goal, right)
    reader.press(Qt.Key.Key_Left, "Alt")

    assert (right.document_id, right.pane.place()) == (former, place)


def test_a_maximised_pane_is_so_again_after_a_restart(open_window: WindowOpener) -> None:
    window = open_window()
    Reader(window).press("m", "Control Shift")
    window.close()

    again = open_window()

    assert [frame.isVisible() for frame in again.grid] == [True, False]
    assert again.commands.maximise.isChecked()
    Reader(again).press("m", "Control Shift")
    assert all(frame.isVisible() for frame in again.grid)
    again.close()


def test_layout_brings_texts_and_places_back(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = reader.window
    reader.frame.pane.go_to_place(middle(reader.frame))
    before = [(frame.document_id, frame.pane.place()) for frame in window.grid]
    monkeypatch.setattr(prompts, "ask_text", lambda *_, **__: "会议 & 讲稿")
    entry_of(window.menus.layouts, "Save as").trigger()
    reader.press("1", "Control")
    window.desk.open(window.session.documents()[4].id)

    entry_of(window.menus.layouts, "会议 && 讲稿").trigger()

    assert [(frame.document_id, frame.pane.place()) for frame in window.grid] == before


def test_layout_keeps_its_places_while_panes_are_linked(reader: Reader) -> None:
    first, second = reader.window.grid.frames
    first.pane.go_to_place(middle(first))
    second.pane.go_to_place(0)
    before = places(reader)
    reader.window.layouts.save("甲")
    reader.press("l", "Control")

    reader.window.layouts.choose("甲")

    assert places(reader) == before


def test_layout_leaves_a_pane_empty_whose_text_is_gone(reader: Reader) -> None:
    window = reader.window
    state = window.desk.state()
    gone = {**state, "panes": [None, "no such document"]}
    window.session.remember("layouts", {"甲": gone})

    window.layouts.choose("甲")

    assert window.desk.open_documents() == []


def test_layout_is_deleted(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.window.layouts.save("甲")
    reader.window.layouts.save("乙")
    monkeypatch.setattr(prompts, "ask_choice", lambda *_, choices, **__: choices[0])

    entry_of(reader.window.menus.layouts, "Delete").trigger()

    assert list(reader.window.session.setting("layouts")) == ["甲"]


def test_bookmark_is_listed_found_again_and_removed(reader: Reader) -> None:
    window = reader.window
    bookmarks = window.docks.outline.findChild(QListWidget)
    assert isinstance(bookmarks, QListWidget)
    reader.frame.pane.go_to_place(middle(reader.frame))
    text = window.session.reading_text(reader.frame.document_id or "")
    paragraph = text.paragraphs[text.paragraph_at(places(reader)[0])]

    reader.press("d", "Control")
    reader.frame.pane.go_to_place(0)
    bookmarks.itemClicked.emit(bookmarks.item(0))
    found = places(reader)[0]
    words = bookmarks.item(0).text()
    reader.press("d", "Control")

    assert found == paragraph.start
    assert text.text[paragraph.start : paragraph.end].startswith(words.rstrip("…"))
    assert bookmarks.count() == 0


def test_each_text_has_its_own_bookmarks(reader: Reader) -> None:
    bookmarks = reader.window.docks.outline.findChild(QListWidget)
    assert isinstance(bookmarks, QListWidget)
    reader.press("d", "Control")

    reader.press(Qt.Key.Key_F6)
    elsewhere = bookmarks.count()
    reader.press(Qt.Key.Key_F6)

    assert (elsewhere, bookmarks.count()) == (0, 1)
