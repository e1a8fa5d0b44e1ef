"""What counts as read, and how much of a text it is."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from annotator.core.reading_text import Paragraph, ReadingText, Run
from annotator.qt.window.main_window import MainWindow
from annotator.qt.window.reading_places import with_stretch

from .conftest import Reader, WindowOpener

TOOLTIP = Qt.ItemDataRole.ToolTipRole


def percent_read(window: MainWindow) -> dict[str, int]:
    window.desk.remember_places()
    told: list[dict[str, int]] = []
    window.desk.progress_changed.connect(told.append)
    window.desk.remember_places()
    return told[-1]


def test_panel_tells_how_much_of_a_text_was_seen(open_window: WindowOpener) -> None:
    window = open_window()
    reader = Reader(window)
    for _ in range(3):
        window.desk.save()
        reader.press(Qt.Key.Key_PageDown)
    frame = window.grid.active
    seen, document = frame.pane.seen(), window.session.document(frame.document_id or "")
    assert seen is not None
    assert document is not None
    text = window.session.reading_text(document.id)
    share = 100 * text.source_offset(seen.end) // document.characters
    window.close()

    again = open_window()
    tooltip = again.docks.documents.findChild(QListView).model().index(0, 0).data(TOOLTIP)

    assert abs(int(tooltip.split(" % read")[0].split()[-1]) - share) <= 2
    again.close()


def test_a_jump_counts_nothing_of_what_it_skips(reader: Reader) -> None:
    document_id = reader.frame.document_id
    first = percent_read(reader.window)[document_id]

    reader.press(Qt.Key.Key_End, "Control")

    assert first < percent_read(reader.window)[document_id] < 40
    assert reader.frame.pane.verticalScrollBar().value() > 0


def test_a_text_read_page_by_page_is_read_wholly(reader: Reader) -> None:
    document_id, bar = reader.frame.document_id, reader.frame.pane.verticalScrollBar()

    while bar.value() < bar.maximum():
        reader.window.desk.remember_places()
        reader.press(Qt.Key.Key_Space)

    assert percent_read(reader.window)[document_id] == 100


def test_a_text_that_fits_its_window_is_read_when_it_is_seen(reader: Reader) -> None:
    document = reader.window.session.documents()[0]
    short = ReadingText("短。", (Paragraph(0, 2),), (Run(0, 2, 0),))

    reader.frame.show_document(document, short)

    assert percent_read(reader.window)[document.id] == 100


def test_a_pane_that_is_not_seen_counts_nothing(reader: Reader) -> None:
    reader.window.grid.maximise(True)
    reader.window.session.remember("read", {})

    assert set(percent_read(reader.window)) == {reader.frame.document_id}


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 15)), max_size=12))
def test_stretches_hold_what_was_put_in_and_nothing_else(seen: list[tuple[int, int]]) -> None:
    stretches: list[list[int]] = []
    for start, length in seen:
        stretches = with_stretch(stretches, (start, start + length))

    held = [offset for start, end in stretches for offset in range(start, end)]
    assert held == sorted({o for start, length in seen for o in range(start, start + length)})
    assert all(before[1] < after[0] for before, after in pairwise(stretches))
