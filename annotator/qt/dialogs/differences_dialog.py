"""Differences dialog: two texts, or two passages, side by side, and what is not the same."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.core.difference import Difference, Differences, Kind, Unit
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.dialogs.difference_pane import DifferencePane, looks_in
from annotator.qt.latest_task import LatestTask
from annotator.qt.reader.appearance import Appearance, TagLook
from annotator.qt.reader.underlines import draw_underline
from annotator.qt.tasks import Report
from annotator.qt.theme import Theme, shown_theme

_SIZE = (1100, 720)
_SAMPLE = (30, 16)


@dataclass(frozen=True, slots=True)
class ComparedText:
    """A text with its title; `span` is the passage that is compared, None for all of it."""

    title: str
    text: ReadingText
    span: ReadingSpan | None = None


class DifferencesDialog(QDialog):
    """Compares off the GUI thread; the two panes scroll together."""

    def __init__(
        self, one: ComparedText, other: ComparedText, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Differences"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._texts: tuple[ComparedText, ComparedText]
        self._comparing = LatestTask(self)
        self._differences = self._turned = Differences((), 1.0)
        self._current: int | None = None
        self._one = DifferencePane(one.title, own_kind=Kind.LEFT_OUT)
        self._other = DifferencePane(other.title, own_kind=Kind.ADDED)
        self._unit = QComboBox()
        self._unit.setAccessibleName(self.tr("What to compare"))
        self._unit.addItem(self.tr("Letter by letter"), Unit.LETTERS)
        self._unit.addItem(self.tr("Word by word"), Unit.WORDS)
        self._blanks = QCheckBox(self.tr("Blanks and line ends too"))
        self._summary = QLabel()
        self._summary.setAccessibleName(self.tr("Summary"))
        self._previous = QPushButton(self.tr("&Previous"))
        self._previous.setToolTip(self.tr("Previous difference (Alt+Up)"))
        self._next = QPushButton(self.tr("&Next"))
        self._next.setToolTip(self.tr("Next difference (Alt+Down)"))
        self._where = QLabel()
        self._where.setAccessibleName(self.tr("Number of the difference"))
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.setTextVisible(False)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._samples: list[_Sample] = []
        self._lay_out()
        self._connect()
        self._one.pane.setFocus()
        self.set_texts(one, other)

    @property
    def _panes(self) -> tuple[DifferencePane, DifferencePane]:
        return self._one, self._other

    def set_texts(self, one: ComparedText, other: ComparedText) -> None:
        """Compare these, which may be the same as before in another reading."""
        place = self._one.pane.flow_place()
        self._texts = (one, other)
        for pane, compared in zip(self._panes, self._texts, strict=True):
            pane.show_text(compared.text, compared.span)
        self._one.pane.flow_to(place)
        self._begin()

    def set_look(self, theme: Theme, appearance: Appearance) -> None:
        """Show the texts in this theme and type."""
        for pane in self._panes:
            pane.set_look(theme, appearance)
        for sample in self._samples:
            sample.update()

    def step(self, step: int) -> None:
        """Go to the next difference, or with step -1 to the one before, and round."""
        places = self._differences.places
        if not places:
            return
        if self._current is None:
            top = self._one.pane.flow_place()
            passed = sum(place.start < top for place in places)
            number = passed if step > 0 else passed - 1
        else:
            number = self._current + step
        self._go_to(number % len(places))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._unit)
        head.addWidget(self._blanks)
        head.addSpacing(12)
        head.addWidget(self._summary, 1)
        head.addWidget(self._progress)
        head.addWidget(self._cancel)
        head.addWidget(self._previous)
        head.addWidget(self._where)
        head.addWidget(self._next)
        body = QSplitter()
        body.setChildrenCollapsible(False)
        for pane in self._panes:
            body.addWidget(pane)
            body.setStretchFactor(body.count() - 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 10)
        column.addLayout(head)
        column.addWidget(body, 1)
        column.addLayout(self._legend())

    def _legend(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for kind, name in (
            (Kind.REPLACED, self.tr("worded otherwise")),
            (Kind.LEFT_OUT, self.tr("only on the left")),
            (Kind.ADDED, self.tr("only on the right")),
        ):
            label = QLabel(name)
            label.setProperty("quiet", True)
            self._samples.append(_Sample(kind))
            row.addWidget(self._samples[-1])
            row.addWidget(label)
            row.addSpacing(14)
        hint = QLabel(self.tr("△ beside a line: the other text has more here"))
        hint.setProperty("quiet", True)
        row.addWidget(hint)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self._comparing.progress.connect(self._on_progress)
        self._comparing.done.connect(self._on_compared)
        self._unit.currentIndexChanged.connect(self._begin)
        self._blanks.toggled.connect(self._begin)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self._next.clicked.connect(partial(self.step, 1))
        self._previous.clicked.connect(partial(self.step, -1))
        for key, step in (("Alt+Down", 1), ("Alt+Up", -1)):
            QShortcut(QKeySequence(key), self).activated.connect(partial(self.step, step))
        for pane in self._panes:
            pane.scrolled.connect(partial(self._follow, pane))
            pane.difference_chosen.connect(self._go_to)
            pane.pane.escape_pressed.connect(self.reject)

    def _begin(self) -> None:
        """Compare anew; an earlier comparison is not wanted any more."""
        one, other = ((compared.text.text, compared.span) for compared in self._texts)
        unit, with_blanks = self._unit.currentData(), self._blanks.isChecked()

        def compare(report: Report) -> Differences:
            # Here, because the window shows sooner without NumPy.
            from annotator.services.differing import Side, compare_sides

            return compare_sides(
                Side(*one),
                Side(*other),
                unit=Unit(unit),
                with_blanks=with_blanks,
                report=lambda done, total: report(done, total, ""),
            )

        self._summary.setText(self.tr("The texts are being compared…"))
        self._show_running(is_running=True)
        self._comparing.start(compare)

    def _show_running(self, *, is_running: bool) -> None:
        self._progress.setRange(0, 0)
        self._progress.setVisible(is_running)
        self._cancel.setVisible(is_running)
        has_places = bool(self._differences.places) and not is_running
        self._next.setEnabled(has_places)
        self._previous.setEnabled(has_places)

    def _on_progress(self, done: int, total: int, _what: str) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _on_cancel_clicked(self) -> None:
        self._comparing.stop()
        self._show_running(is_running=False)
        self._summary.setText(self.tr("The texts have not been compared."))

    def _on_compared(self, found: Differences) -> None:
        self._differences, self._turned = found, found.turned()
        self._current = None
        self._where.clear()
        told = self.tr("The other text: “{words}”")
        self._one.show_differences(found.places, self._texts[1].text.text, told)
        # One pane after the other, so that the window stays awake where very much differs.
        QTimer.singleShot(0, self, partial(self._show_other, found, told))

    def _show_other(self, found: Differences, told: str) -> None:
        if found is not self._differences:
            return
        self._other.show_differences(self._turned.places, self._texts[0].text.text, told)
        self._show_running(is_running=False)
        self._summarise()

    def _summarise(self) -> None:
        found = self._differences
        if not found.places:
            self._summary.setText(self.tr("Nothing differs."))
            return
        percent = self.locale().toString(int(found.share_same * 1000) / 10, "f", 1)
        sentence = self.tr("%n places differ; {percent} % is the same.", "", len(found.places))
        self._summary.setText(sentence.format(percent=percent))

    def _go_to(self, number: int) -> None:
        self._current = number
        place = self._differences.places[number]
        self._one.reveal(place)
        self._other.reveal(place.turned())
        self._where.setText(f"{number + 1} / {len(self._differences.places)}")

    def _whole(self) -> Difference:
        return Difference(self._one.start, self._one.end, self._other.start, self._other.end)

    def _follow(self, leader: DifferencePane) -> None:
        """Scroll the other pane to what belongs to the top of this one."""
        found, whole, follower = self._differences, self._whole(), self._other
        if leader is self._other:
            found, whole, follower = self._turned, whole.turned(), self._one
        place = leader.pane.flow_place()
        above = min(0.0, place - leader.start)
        follower.flow_to(above + found.counterpart(max(place, leader.start), whole))


class _Sample(QWidget):
    """Shows how letters of a kind look."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(*_SAMPLE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = shown_theme()
        look: TagLook = looks_in(theme)[self._kind]
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, *_SAMPLE), look.colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = QPointF(0, _SAMPLE[1] - 3)
        draw_underline(painter, look.underline, QColor(theme.quiet_ink), left, width=_SAMPLE[0])
        painter.end()
