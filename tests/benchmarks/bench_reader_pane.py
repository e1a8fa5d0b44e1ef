"""The reading pane with a million characters and a thousand highlights."""

import statistics
import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from annotator.core.reading_text import Paragraph, ReadingText, Run
from annotator.core.span import ReadingSpan
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.pane import ReaderPane

CHARACTERS = 1_000_000
HIGHLIGHTS = 1_000
PARAGRAPH = (
    "发展新质生产力是推动高质量发展的内在要求和重要着力点，“必须继续做好创新这篇大文章”。" * 5
)


def run() -> dict[str, float]:
    """Return medians of CPU time in milliseconds."""
    application = QApplication.instance() or QApplication(["bench"])
    text = _text(CHARACTERS)
    pane = ReaderPane()
    pane.resize(640, 900)
    pane.show()
    application.processEvents()
    results = {"open_ms": _median(lambda: _open(pane, text), 5)}
    results["page_scroll_new_ms"] = _median(lambda: _page(pane, 1), 40)
    results["page_scroll_seen_ms"] = _median(lambda: _page(pane, -1), 40)
    added = iter(_highlights(HIGHLIGHTS))
    results["add_highlight_ms"] = _median(lambda: _add(pane, next(added)), 40)
    pane.close()
    return results


def _text(length: int) -> ReadingText:
    count = length // (len(PARAGRAPH) + 1)
    starts = range(0, count * (len(PARAGRAPH) + 1), len(PARAGRAPH) + 1)
    paragraphs = tuple(Paragraph(start, start + len(PARAGRAPH)) for start in starts)
    text = "\n".join([PARAGRAPH] * count)
    return ReadingText(text, paragraphs, (Run(0, len(text), 0),))


def _highlights(count: int) -> list[Highlight]:
    step = CHARACTERS // count
    spans = [ReadingSpan(start, start + 60) for start in range(0, CHARACTERS - step, step)]
    return [Highlight(f"{span.start}", span, ("tag",)) for span in spans]


def _open(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    pane.set_highlights(_highlights(HIGHLIGHTS))
    QApplication.processEvents()


def _page(pane: ReaderPane, direction: int) -> None:
    bar = pane.verticalScrollBar()
    bar.setValue(bar.value() + direction * bar.pageStep())
    QApplication.processEvents()


def _add(pane: ReaderPane, highlight: Highlight) -> None:
    start = pane.place() + highlight.span.start % 300
    span = ReadingSpan(start, start + len(highlight.span))
    pane.add_highlight(Highlight(highlight.annotation_id, span, ("tag",)))
    QApplication.processEvents()


def _median(act: Callable[[], None], times: int) -> float:
    taken = []
    for _ in range(times):
        before = time.process_time()
        act()
        taken.append((time.process_time() - before) * 1000)
    return statistics.median(taken)
