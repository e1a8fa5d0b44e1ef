"""The reading pane: one document on screen, with its highlights, caret and selection."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.core.reading_text import Mark, ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.annotation_clicks import AnnotationClicks
from annotator.qt.reader.appearance import NO_MEMBERS, Appearance, MemberLooks, TagLooks
from annotator.qt.reader.column import Place
from annotator.qt.reader.decorations import SpanRow
from annotator.qt.reader.end_dragging import EndDragging
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.menu_place import menu_place
from annotator.qt.reader.mouse import MouseSelector
from annotator.qt.reader.prefetching import Prefetching
from annotator.qt.reader.selecting import Selecting
from annotator.qt.reader.selection import WordFinder, single_character
from annotator.qt.reader.shifting import Shifting
from annotator.qt.reader.spoken import Spoken
from annotator.qt.reader.text_model import TextModel
from annotator.qt.reader.text_view import TextView
from annotator.qt.reader.tips import Tips
from annotator.qt.reader.wheel import Wheel

_NO_TEXT = ReadingText("", (), ())


class ReaderPane(QAbstractScrollArea):
    """Shows a reading text and asks for what the reader wants done. Offsets are reading offsets."""

    span_selected = Signal(object)  # ReadingSpan, or None when nothing is selected any more
    annotation_activated = Signal(str)
    annotation_edit_requested = Signal(str)
    deactivated = Signal()
    context_menu_requested = Signal(object, QPoint)  # offset or None, global position
    place_changed = Signal(int)
    scrolled = Signal()
    zoom_requested = Signal(int)  # steps, positive for larger
    escape_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _prepare(self)
        self._appearance = Appearance()
        self._find_word: WordFinder = single_character
        self._view = self._view_of(_NO_TEXT)
        self._wheel = Wheel()
        self._clicks = AnnotationClicks()
        self._prefetching = Prefetching(self)
        self._shifting = Shifting(self)
        self.selecting = Selecting(self._view, self.viewport())
        self.selecting.span_selected.connect(self.span_selected)
        self.selecting.scrolled.connect(self._remember_place)
        self.spoken = Spoken(self, self.selecting, self.reveal)
        self.ends = EndDragging(self, self.selecting, self.add_highlight)
        self.ends.scrolled.connect(self._scroll_by)
        self._mouse = MouseSelector(self._view, self)
        self._mouse.selected.connect(self.selecting.change)
        self._mouse.finished.connect(self.selecting.announce)
        self._mouse.clicked.connect(self._on_clicked)
        self._mouse.scrolled.connect(self._scroll_by)
        self.tips = Tips(self._view, self.viewport())
        self.verticalScrollBar().sliderReleased.connect(self._show_place)

    def set_text(self, reading_text: ReadingText, part: ReadingSpan | None = None) -> None:
        """Show another text or a part of it from the start, without highlights or selection."""
        former = self._view.decorations
        self._view = self._view_of(reading_text, part)
        self._view.decorations.dress_like(former)
        self._mouse.set_view(self._view)
        self.selecting.set_view(self._view)
        self.tips.set_view(self._view)
        self._show_place()

    def set_appearance(self, appearance: Appearance) -> None:
        """Change fonts and colours; the first line in the window stays there."""
        self._appearance = appearance
        self._view.set_column(appearance, self.viewport().size())
        self._show_place()

    def set_tag_looks(self, looks: TagLooks, members: MemberLooks = NO_MEMBERS) -> None:
        self._view.decorations.tag_looks = dict(looks)
        self._view.decorations.member_looks = members
        self.viewport().update()

    def set_word_finder(self, find_word: WordFinder) -> None:
        """Let words be found by a function of a text and an offset in it: their [start, end)."""
        self._find_word = find_word
        self._view.set_word_finder(find_word)

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        self._view.decorations.set_highlights(highlights)
        self.viewport().update()

    def add_highlight(self, highlight: Highlight) -> None:
        """Add a highlight, in place of the one its annotation had."""
        former = self._view.decorations.highlights.put(highlight)
        self._repaint_highlight(former)
        self._repaint_highlight(highlight)

    def remove_highlight(self, annotation_id: str) -> None:
        self._repaint_highlight(self._view.decorations.highlights.remove(annotation_id))

    def set_active(self, annotation_id: str | None) -> None:
        """Outline this annotation, if it is highlighted here, and no other."""
        decorations = self._view.decorations
        self._repaint_highlight(decorations.active)
        decorations.active_id = annotation_id
        self._repaint_highlight(decorations.active)

    def set_hits(self, hits: Sequence[ReadingSpan]) -> None:
        self._view.decorations.hits = SpanRow(hits)
        self.viewport().update()

    def set_suggested(self, suggested: Mapping[str, Iterable[ReadingSpan]]) -> None:
        """Show faintly for which passages the tag with this id is suggested."""
        self._view.decorations.set_suggested(suggested)
        self.viewport().update()

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Show these signs in the margin, with their messages as tooltips."""
        self._view.decorations.set_marks(marks)
        self.viewport().update()

    def place(self) -> int:
        """Return an offset in the first visible line."""
        return self._view.place.offset

    def seen(self) -> ReadingSpan | None:
        """Return what stands in the window, None where no text does."""
        return self._view.geometry.seen()

    def go_to_place(self, offset: int) -> None:
        """Put the line of this offset at the top, as far as the text reaches."""
        self._view.column.go_to(Place(offset))
        self._remember_place(offset)

    def flow_place(self) -> float:
        """Return the place at the top of the window to the pixel, as `Flow` counts."""
        return self._view.flow.place()

    def flow_to(self, place: float) -> None:
        """Put this place at the top to the pixel, as far as the text reaches."""
        self._view.flow.go_to(place)
        self._remember_place()

    def reveal(self, span: ReadingSpan) -> None:
        """Scroll so that the passage is seen well; not at all if it already is."""
        before = self._view.column.y
        self._view.geometry.reveal(span)
        if self._view.column.y != before:
            self._remember_place()

    def rect_of(self, span: ReadingSpan) -> QRect:
        """Return what surrounds the visible lines of a passage, empty if it is out of view."""
        around = QRect()
        for rect in self._view.geometry.rects_of(span):
            around |= rect.toAlignedRect()
        return around & self.viewport().rect()

    def select(self, span: ReadingSpan | None) -> None:
        """Select a passage without scrolling to it; no signal tells of it."""
        self.selecting.select(span)

    def selection(self) -> ReadingSpan | None:
        return self.selecting.span

    def annotation_at(self, offset: int) -> str | None:
        """Return the annotation whose highlight is the shortest over this character."""
        return next(iter(self.annotations_at(offset)), None)

    def annotations_at(self, offset: int) -> list[str]:
        """Return the annotations highlighted over this character, the shortest first."""
        return [each.annotation_id for each in self._view.decorations.highlights.at(offset)]

    def stepped(self, offset: int, step: int) -> int:
        """Return the offset one character, as readers see them, forwards (1) or backwards (-1)."""
        return self._view.steps.stepped(offset, step)

    def _view_of(self, text: ReadingText, part: ReadingSpan | None = None) -> TextView:
        model = TextModel(text, part)
        return TextView(model, self._appearance, self.viewport().size(), self._find_word)

    def _on_clicked(self, offset: int | None) -> None:
        annotation_id = self._clicks.clicked(offset, self._view.decorations)
        self.set_active(annotation_id)
        if annotation_id is None:
            self.deactivated.emit()
        else:
            self.annotation_activated.emit(annotation_id)

    def _scroll_by(self, pixels: int) -> None:
        self._view.column.scroll_by(pixels)
        self._remember_place()

    def _remember_place(self, wanted: int | None = None) -> None:
        former = self._view.place.offset
        self._view.place = self._view.column.place(keep=former if wanted is None else wanted)
        self._show_place()
        self.scrolled.emit()
        if self._view.place.offset != former:
            self.place_changed.emit(self._view.place.offset)

    def _show_place(self) -> None:
        self._shifting.show(self._view.column)

    def _show_focus(self, has_focus: bool) -> None:
        self._view.decorations.has_focus = has_focus
        self.viewport().update()

    def _repaint_highlight(self, highlight: Highlight | None) -> None:
        for rect in self._view.painted_rects(highlight.span) if highlight else ():
            self.viewport().update(rect)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._scroll_by(self.verticalScrollBar().value() - self._view.column.y)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._view.resize(self.viewport().size())
        self._show_place()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._view.paint(self.viewport(), event.region())
        self._prefetching.begin(self._view)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_focus(True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_focus(False)
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if steps := self._wheel.zoom_steps(event):
            self.zoom_requested.emit(steps)
        if pixels := self._wheel.pixels(event, self._view.column.line_height):
            self._scroll_by(pixels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Space:
            self._scroll_by(-self._view.column.page if has_shift else self._view.column.page)
        elif event.key() == Qt.Key.Key_Escape:
            if not self.selecting.clear():
                self.escape_pressed.emit()
        elif not self.selecting.take_key(event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._view.mover.forget_x()
            self._mouse.press(event)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        offset = self._view.geometry.character_at(event.position())
        if annotation_id := self._clicks.double_clicked(offset, self._view.decorations):
            self.set_active(annotation_id)
            self.annotation_edit_requested.emit(annotation_id)
        else:
            self._mouse.select_word(event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        offset, place = menu_place(self._view, event)
        self.context_menu_requested.emit(offset, self.viewport().mapToGlobal(place))


def _prepare(area: QAbstractScrollArea) -> None:
    """Make a scroll area one for text that is read and not written."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    area.viewport().setCursor(Qt.CursorShape.IBeamCursor)
