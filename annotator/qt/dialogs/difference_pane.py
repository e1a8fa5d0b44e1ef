"""Difference pane: one of two texts, with what the other has not, or has otherwise."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.core.codebook import Underline
from annotator.core.difference import Difference, Kind
from annotator.core.reading_text import Mark, ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.appearance import Appearance, TagLook
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.overview_bar import OverviewBar
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.theme import Theme, tag_colour

_LONGEST_SHOWN = 200

# How each kind looks: its colour on light paper and its line, which tells it without the colour.
_LOOKS = {
    Kind.REPLACED: ("#ffe3a3", Underline.WAVE),
    Kind.LEFT_OUT: ("#f7cfc4", Underline.DASHED),
    Kind.ADDED: ("#cfe8c9", Underline.DOUBLE),
}


def looks_in(theme: Theme) -> dict[Kind, TagLook]:
    """Return how letters of each kind look in a theme."""
    return {kind: TagLook(tag_colour(hex_, theme), line) for kind, (hex_, line) in _LOOKS.items()}


class DifferencePane(QWidget):
    """Shows one side. `own_kind` is what letters are that only this side has.

    Signals: `scrolled` when the reader moves it, `difference_chosen` with the number of the
    difference that was clicked.
    """

    scrolled = Signal()
    difference_chosen = Signal(int)

    def __init__(self, title: str, *, own_kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own_kind = own_kind
        self._text = ReadingText("", (), ())
        self._span: ReadingSpan | None = None
        heading = QLabel(title)
        heading.setProperty("quiet", True)
        heading.setIndent(6)
        self.pane = ReaderPane()
        self.pane.setAccessibleName(title)
        self.overview = OverviewBar()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.pane, 1)
        row.addWidget(self.overview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading)
        column.addLayout(row, 1)
        self.pane.scrolled.connect(self.scrolled)
        self.pane.annotation_activated.connect(self._on_activated)
        self.overview.place_requested.connect(self.pane.go_to_place)

    @property
    def start(self) -> int:
        """Where what is compared begins."""
        return self._span.start if self._span else 0

    @property
    def end(self) -> int:
        return self._span.end if self._span else len(self._text.text)

    def show_text(self, text: ReadingText, span: ReadingSpan | None) -> None:
        """Show a text, or a passage of it alone."""
        self._text, self._span = text, span
        self.pane.set_text(text, span)
        self.overview.set_text(text, span)

    def set_look(self, theme: Theme, appearance: Appearance) -> None:
        looks = {kind.value: look for kind, look in looks_in(theme).items()}
        self.pane.set_tag_looks(looks)
        self.pane.set_appearance(appearance)
        self.overview.set_look(looks, appearance.colours)

    def show_differences(self, places: Sequence[Difference], other: str, told: str) -> None:
        """Mark these differences; `told` is a sentence with {words} for what the other text has."""
        highlights, marks = [], []
        for number, place in enumerate(places):
            if place.start == place.end:
                words = _shortened(other[place.other_start : place.other_end])
                marks.append(Mark(place.start, "difference", told.format(words=words)))
            else:
                is_own = place.other_start == place.other_end
                kind = self._own_kind if is_own else Kind.REPLACED
                span = ReadingSpan(place.start, place.end)
                highlights.append(Highlight(str(number), span, (kind.value,)))

        def describe(number: str) -> str:
            place = places[int(number)]
            words = _shortened(other[place.other_start : place.other_end])
            return told.format(words=words) if words else ""

        self.pane.tips.describe = describe
        self.pane.set_highlights(highlights)
        self.pane.set_marks(marks)
        self.overview.set_highlights(highlights)

    def reveal(self, place: Difference) -> None:
        """Bring a difference into view as the current one."""
        first, last = place.start, max(place.end, place.start + 1)
        if last > self.end:
            first, last = self.end - 1, self.end
        if first < last and first >= self.start:
            with QSignalBlocker(self):
                self.pane.reveal(ReadingSpan(first, last))
        here = [ReadingSpan(place.start, place.end)] if place.start < place.end else []
        self.pane.set_hits(here)
        self.overview.set_hits(here)

    def flow_to(self, place: float) -> None:
        """Put this place at the top, as far as the text reaches; no signal tells of it."""
        with QSignalBlocker(self):
            self.pane.flow_to(min(max(self.start - 1.0, place), float(self.end)))

    def _on_activated(self, number: str) -> None:
        self.pane.set_active(None)
        self.difference_chosen.emit(int(number))


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}…"
