"""The pane as the window meets it: what it shows, and where the reader is."""

from collections.abc import Callable
from typing import Self

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QColor, QPaintEvent
from pytestqt.qtbot import QtBot

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.appearance import Appearance, PaneColours
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.pane import ReaderPane

TextMaker = Callable[..., ReadingText]


class PaintRecord(QObject):
    """Remembers the area that a pane painted while it was watched."""

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__()
        self.area = QRect()
        self._viewport = pane.viewport()

    def __enter__(self) -> Self:
        self._viewport.installEventFilter(self)
        self._viewport.update()
        return self

    def __exit__(self, *_: object) -> None:
        self._viewport.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.area |= event.rect()
        return False


def colour_at(pane: ReaderPane, point: QPoint) -> QColor:
    return pane.viewport().grab().toImage().pixelColor(point)


def test_program_selects_without_a_signal(
    qtbot: QtBot, pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)

    with qtbot.assertNotEmitted(pane.span_selected):
        pane.select(ReadingSpan(3, 7))

    assert pane.selection() == ReadingSpan(3, 7)


def test_highlight_is_painted_behind_its_passage_and_nowhere_else(
    pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)

    pane.add_highlight(Highlight("a", ReadingSpan(2, 5), ("definition",)))
    inside = [pane.rect_of(ReadingSpan(at, at + 1)).topLeft() + QPoint(2, 1) for at in (2, 4)]
    outside = [pane.rect_of(ReadingSpan(at, at + 1)).topLeft() + QPoint(3, 1) for at in (1, 5)]

    assert [colour_at(pane, point).name() for point in inside] == ["#fde9ae"] * 2
    assert [colour_at(pane, point).name() for point in outside] == ["#fffdf8"] * 2


def test_highlight_that_was_removed_or_moved_is_painted_away(
    pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)
    bare = pane.viewport().grab().toImage()
    pane.add_highlight(Highlight("a", ReadingSpan(2, 5), ("definition",)))
    pane.add_highlight(Highlight("a", ReadingSpan(20, 25), ("definition",)))

    pane.remove_highlight("a")

    assert pane.viewport().grab().toImage() == bare


def test_new_highlight_repaints_no_more_than_its_lines(
    qtbot: QtBot, pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)
    span = ReadingSpan(30, 33)
    with PaintRecord(pane) as record:
        qtbot.waitUntil(lambda: record.area.contains(pane.viewport().rect()))
        record.area = QRect()

        pane.add_highlight(Highlight("a", span, ("definition",)))
        qtbot.waitUntil(lambda: not record.area.isEmpty())

    assert record.area.contains(pane.rect_of(span))
    assert record.area.height() < 3 * pane.rect_of(span).height()


def test_new_selection_is_painted_at_once(
    qtbot: QtBot, pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)
    pane.select(ReadingSpan(30, 33))
    with PaintRecord(pane) as record:
        qtbot.waitUntil(lambda: record.area.contains(pane.viewport().rect()))
        record.area = QRect()

        pane.select(ReadingSpan(30, 70))
        qtbot.waitUntil(lambda: not record.area.isEmpty())

    assert record.area.contains(pane.rect_of(ReadingSpan(33, 70)))


def test_active_annotation_is_outlined(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    pane.set_highlights([Highlight("a", ReadingSpan(2, 5), ("definition",))])
    plain = pane.viewport().grab().toImage()

    pane.set_active("a")
    outlined = pane.viewport().grab().toImage()
    pane.set_active(None)

    assert outlined != plain
    assert pane.viewport().grab().toImage() == plain


def test_hit_is_painted(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)

    pane.set_hits([ReadingSpan(20, 22)])

    point = pane.rect_of(ReadingSpan(20, 22)).topLeft() + QPoint(2, 2)
    assert colour_at(pane, point) == PaneColours().hit


def test_place_is_where_the_reader_went(qtbot: QtBot, pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    offset = text.paragraphs[30].start

    with qtbot.waitSignal(pane.place_changed) as told:
        pane.go_to_place(offset)

    assert told.args == [offset]
    assert pane.place() == offset
    assert pane.rect_of(ReadingSpan(offset, offset + 1)).top() < 20


def test_first_line_stays_through_zoom_size_and_theme(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    pane.go_to_place(text.paragraphs[30].start + 57)
    place = pane.place()

    for size in (9, 20, 15, 28, 13):
        pane.set_appearance(Appearance(point_size=size))
        pane.resize(300 + 20 * size, 500)
        rect = pane.rect_of(ReadingSpan(place, place + 1))
        assert not rect.isEmpty()
        assert rect.top() < 60

    assert pane.place() == place


def test_scroll_bar_reaches_both_ends(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    bar = pane.verticalScrollBar()

    bar.setValue(bar.maximum())
    end = pane.rect_of(ReadingSpan(len(text.text) - 1, len(text.text)))
    is_at_maximum = bar.value() == bar.maximum()
    bar.setValue(0)

    assert not end.isEmpty()
    assert is_at_maximum
    assert pane.place() == 0


def test_reveal_scrolls_only_when_it_must(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    far = ReadingSpan(len(text.text) // 2, len(text.text) // 2 + 5)

    pane.reveal(ReadingSpan(60, 70))
    before_far = pane.place()
    pane.reveal(far)
    after_far = pane.place()
    pane.reveal(far)

    assert before_far == 0
    assert not pane.rect_of(far).isEmpty()
    assert pane.place() == after_far


def test_passage_out_of_view_has_no_rect(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)

    assert pane.rect_of(ReadingSpan(len(text.text) - 5, len(text.text))).isEmpty()


def test_ten_million_characters_are_laid_out_only_where_they_are_seen(
    pane: ReaderPane, text_of: TextMaker
) -> None:
    pane.set_text(text_of("国" * 10_000_000))

    pane.go_to_place(6_000_000)
    bottom = pane.verticalScrollBar().maximum()
    pane.verticalScrollBar().setValue(bottom)

    assert not pane.rect_of(ReadingSpan(9_999_999, 10_000_000)).isEmpty()


def test_another_text_starts_without_selection_and_highlights(
    qtbot: QtBot, pane: ReaderPane, text: ReadingText, text_of: TextMaker
) -> None:
    pane.set_text(text)
    pane.set_highlights([Highlight("a", ReadingSpan(0, 9), ())])
    pane.select(ReadingSpan(0, 9))

    with qtbot.waitSignal(pane.span_selected) as told:
        pane.set_text(text_of("甲乙丙"))

    assert told.args == [None]
    assert pane.annotation_at(1) is None


def test_character_steps_pass_whole_characters(pane: ReaderPane, text_of: TextMaker) -> None:
    pane.set_text(text_of("国e\u0301中"))

    assert [pane.stepped(1, step) for step in (-1, 0, 1)] == [0, 1, 3]


def test_scroll_bar_is_right_again_after_it_was_dragged(
    pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)
    bar = pane.verticalScrollBar()

    bar.setSliderDown(True)
    bar.setValue(bar.maximum() // 2)
    pane.go_to_place(len(text.text))
    bar.setSliderDown(False)

    assert bar.value() == bar.maximum()
