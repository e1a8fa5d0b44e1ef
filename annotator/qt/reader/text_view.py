"""One reading text in one window: its pieces, its set column and all that answers about them."""

from collections.abc import Iterable
from dataclasses import replace
from math import ceil
from typing import cast

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintDevice, QPainter, QRegion

from annotator.core.span import ReadingSpan
from annotator.qt.reader.agreement_band import BAND_ROOM_PX
from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.column import Column, Frame, Place
from annotator.qt.reader.decorations import Decorations
from annotator.qt.reader.flow import Flow
from annotator.qt.reader.geometry import Geometry
from annotator.qt.reader.keys import CaretMover
from annotator.qt.reader.ladder import SelectionLadder
from annotator.qt.reader.painting import Painting
from annotator.qt.reader.piece_layout import LineBox
from annotator.qt.reader.selection import Caret, TextSteps, WordFinder
from annotator.qt.reader.text_model import TextModel

SHORTEST_LINE_EM = 4
LINE_BESIDE_MARGIN_EM = 6
TOP_MARGIN_EM = 1.2

# What a highlight paints outside its lines: its outline; the waves of the last underline.
_PAINT_SLACK_PX = 8
_UNDERLINE_SLACK_PX = 2


class TextView:
    """Wires the parts of a pane to one text, or to a part of it, which then is all that is seen.

    The column is set anew when size or look changes.

    `place` is where the reader last went, which stays through every new setting.
    """

    def __init__(
        self, model: TextModel, appearance: Appearance, size: QSize, find_word: WordFinder
    ) -> None:
        self.model = model
        self.decorations = Decorations(model, model.marks)
        self.steps = TextSteps(model, find_word)
        self.ladder = SelectionLadder(self.steps)
        self.place = Place(model.start)
        self.set_column(appearance, size)

    def set_column(self, appearance: Appearance, size: QSize) -> None:
        """Set the text for this look and window size, with the reader's place where it was."""
        self.wanted = appearance
        room = BAND_ROOM_PX if self.decorations.agreed is not None else 0
        right = appearance.right_margin + room
        appearance = _fitting(appearance, size, right)
        self.appearance = appearance
        self.column = Column(self.model, appearance, _frame(appearance, size, right))
        self.geometry = Geometry(self.column)
        self.flow = Flow(self.column)
        self.mover = CaretMover(self.column, self.steps)
        self.painting = Painting(self.column, self.decorations, appearance)
        self.column.go_to(self.place)

    def resize(self, size: QSize) -> None:
        if size.width() == self.column.frame.window_width:
            self.column.set_height(size.height())
            self.column.go_to(self.place)
        else:
            self.set_column(self.wanted, size)

    def set_word_finder(self, find_word: WordFinder) -> None:
        self.steps = TextSteps(self.model, find_word)
        self.ladder = SelectionLadder(self.steps)
        self.mover = CaretMover(self.column, self.steps)

    def paint(self, device: QPaintDevice, region: QRegion) -> None:
        """Paint this part of the window."""
        painter = QPainter(device)
        for area in _areas(region):
            painter.setClipRect(area)
            self.painting.paint(painter, area)
        painter.end()

    def painted_rects(self, span: ReadingSpan) -> list[QRect]:
        """Return what must be painted again when something changes at this passage."""
        return [
            self._painted_rect(rect.toAlignedRect(), seen.layout.box)
            for seen in self.column.seen_pieces()
            for rect in self.geometry.rects_in(seen, span)
        ]

    def _painted_rect(self, rect: QRect, box: LineBox) -> QRect:
        """Return a line of a passage with what hangs out of it, and its margin if there is one."""
        slack = _PAINT_SLACK_PX
        # Underlines go down to the letters of the next line; bars are as high as lines, and who
        # annotated may stand below the number of a line.
        below = max(slack, ceil(box.below_band) + _UNDERLINE_SLACK_PX)
        above = max(slack, box.height - rect.height()) if self.appearance.has_margin else slack
        below = max(below, ceil(box.height)) if self.appearance.has_margin else below
        # A handle stands behind the blank half of a hanging stop.
        right = slack + ceil(box.em / 2)
        around = rect.adjusted(-slack, -above, right, below)
        if self.appearance.has_margin:
            around.setLeft(0)
        return around

    def painted_caret(self, caret: Caret) -> QRect:
        return self.geometry.caret_rect(caret).toAlignedRect().adjusted(-1, 0, 1, 0)


def _areas(region: QRegion) -> list[QRect]:
    """Return what to paint one by one: all together where little of it lies between the parts."""
    whole, parts = region.boundingRect(), list(cast("Iterable[QRect]", region))
    is_sparse = 2 * sum(part.height() for part in parts) < whole.height()
    return parts if is_sparse else [whole]


def _fitting(appearance: Appearance, size: QSize, right: float) -> Appearance:
    """Return the look without a margin where that would leave too little room for the lines."""
    em = appearance.em_width()
    room = size.width() - appearance.margin_width - right
    if appearance.has_margin and room < LINE_BESIDE_MARGIN_EM * em:
        return replace(appearance, has_margin=False)
    return appearance


def _frame(appearance: Appearance, size: QSize, right: float) -> Frame:
    """Return a column of whole characters, in the middle of a window that is wide."""
    em = appearance.em_width()
    left = appearance.margin_width
    beside_shortest = max(0.0, size.width() - SHORTEST_LINE_EM * em)
    shrinking = min(1.0, beside_shortest / (left + right))
    left, right = left * shrinking, right * shrinking
    room = size.width() - left - right
    fitting = max(SHORTEST_LINE_EM, int(room / em + 0.01))
    characters = min(appearance.longest_line or fitting, fitting)
    width = characters * em
    return Frame(
        window_width=size.width(),
        left=round(left + max(0.0, room - width) / 2),
        width=width,
        height=size.height(),
        margin=round(TOP_MARGIN_EM * em),
    )
