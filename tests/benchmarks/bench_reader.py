"""The reading pane with ten million characters and 100,000 highlights, beside Qt's text widgets.

All times are CPU time of the GUI thread, in milliseconds.
"""

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median, quantiles

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from annotator.qt import fonts
from annotator.qt.application import qt_application
from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.pane import ReaderPane
from tests.benchmarks.reader_peers import BarePeer, OwnPaintingPeer, SelectionsPeer
from tests.benchmarks.reader_texts import LOOKS, highlights, reading_text

CHARACTERS = 10_000_000
HIGHLIGHTS = 100_000
WINDOW = (900, 1000)
WIDE_WINDOW = (1920, 1040)
WIDE_PANES = 5
SCROLLS = 300
PAGES = 200
JUMPS = 150
CHANGES = 150

_ROOT = Path(__file__).resolve().parents[2]
_NEAR = 600


def run() -> dict[str, float]:
    _start()
    results = _ours()
    results |= _five_panes()
    results |= _frames()
    results["memory_mb"] = _memory_mb()
    results |= _peers()
    adding = results["plain_text_edit_selections_add_ms"] / results["add_highlight_median_ms"]
    jump = results["jump_median_ms"] / results["jump_floor_median_ms"]
    return results | {"add_selections_to_ours_ratio": adding, "jump_to_floor_ratio": jump}


def _start() -> None:
    qt_application()
    fonts.load()


def opened(length: int, count: int, size: tuple[int, int] = WINDOW) -> ReaderPane:
    """Return a shown pane with a text of this length and so many highlights."""
    pane = ReaderPane()
    pane.resize(*size)
    pane.set_tag_looks(LOOKS)
    pane.set_text(reading_text(length))
    pane.set_highlights(highlights(count, length))
    pane.show()
    settle()
    return pane


def settle() -> None:
    """Let all of what is due happen, that of idle moments too."""
    for _ in range(400):
        QApplication.processEvents()


def _ours() -> dict[str, float]:
    pane = opened(CHARACTERS, HIGHLIGHTS)
    text, marks = reading_text(CHARACTERS), highlights(HIGHLIGHTS, CHARACTERS)
    settle()
    results = {
        "open_ms": median(_times(lambda: pane.set_text(text), 5)),
        "apply_all_ms": median(_times(lambda: pane.set_highlights(marks), 5)),
    }
    pane.go_to_place(CHARACTERS // 2)
    settle()
    scrolls = _times(lambda: _wheel(pane), SCROLLS, between=_idle)
    pages = _times(lambda: _page(pane), PAGES, between=settle)
    unfetched = _times(lambda: _page(pane), PAGES)
    jumps = _jumps(pane)
    settle()
    results |= {"scroll_three_lines_p99_ms": _p99(scrolls), "page_p99_ms": _p99(pages)}
    results |= {"page_without_prefetching_p99_ms": _p99(unfetched)}
    results |= {"jump_median_ms": median(jumps), "jump_p99_ms": _p99(jumps)}
    results |= _jump_floor()
    results |= _changes(pane) | _resize(pane)
    pane.close()
    return results


def _jumps(pane: ReaderPane | BarePeer) -> list[float]:
    random = Random(3)
    return _times(lambda: pane.go_to_place(random.randrange(CHARACTERS)), JUMPS)


def _jump_floor() -> dict[str, float]:
    """Return what the letters of the same pages cost when Qt sets them and nothing is added."""
    bare = BarePeer(reading_text(CHARACTERS), Appearance())
    bare.resize(*WINDOW)
    bare.show()
    settle()
    jumps = _jumps(bare)
    bare.close()
    return {"jump_floor_median_ms": median(jumps), "jump_floor_p99_ms": _p99(jumps)}


def _changes(pane: ReaderPane) -> dict[str, float]:
    near = highlights(CHANGES, _NEAR, begin=pane.place(), seed=4)
    added, removed = iter(near), iter(near)
    adds = _times(lambda: pane.add_highlight(next(added)), CHANGES)
    removes = _times(lambda: pane.remove_highlight(next(removed).annotation_id), CHANGES)
    return {
        "add_highlight_median_ms": median(adds),
        "add_highlight_p99_ms": _p99(adds),
        "remove_highlight_p99_ms": _p99(removes),
    }


def _resize(pane: ReaderPane) -> dict[str, float]:
    width, height = WINDOW
    widths = iter(range(width - 20, 0, -20))
    return {"resize_p99_ms": _p99(_times(lambda: pane.resize(next(widths), height), 20))}


def _five_panes() -> dict[str, float]:
    """Turn the pages of five panes at once, as linked panes do."""
    width, height = WIDE_WINDOW
    size = (width // WIDE_PANES, height)
    panes = [opened(CHARACTERS // 10, HIGHLIGHTS // 10, size) for _ in range(WIDE_PANES)]

    def turn_all() -> None:
        for pane in panes:
            _page(pane)

    pages = _times(turn_all, PAGES // 2, between=settle)
    for pane in panes:
        pane.close()
    return {"page_in_each_of_five_panes_p99_ms": _p99(pages) / WIDE_PANES}


def _frames() -> dict[str, float]:
    """Return what three lines cost in texts of very different lengths."""
    results = {}
    for millions in (1, 10, 50):
        length = millions * 1_000_000
        pane = opened(length, length // 100)
        pane.go_to_place(length // 2)
        settle()
        taken = _times(lambda pane=pane: _wheel(pane), SCROLLS, between=_idle)
        results[f"frame_at_{millions}_million_median_ms"] = median(taken)
        pane.close()
    reading_text.cache_clear()
    return results


def _peers() -> dict[str, float]:
    return (
        _peer("plain_text_edit_selections", SelectionsPeer(QPlainTextEdit()))
        | _peer("plain_text_edit_own_painting", OwnPaintingPeer())
        | _peer("text_edit_selections", SelectionsPeer(QTextEdit()))
    )


def _peer(name: str, peer: SelectionsPeer | OwnPaintingPeer) -> dict[str, float]:
    widget = peer.widget
    font = QFont("Duidu Serif SC")
    font.setPointSizeF(13)
    widget.setFont(font)
    widget.resize(*WINDOW)
    widget.show()
    text = reading_text(CHARACTERS).text
    marks = highlights(HIGHLIGHTS, CHARACTERS)
    bar = widget.verticalScrollBar()
    results = {
        f"{name}_open_ms": _times(lambda: peer.open(text), 1)[0],
        f"{name}_apply_all_ms": _times(lambda: peer.set_highlights(marks), 1)[0],
    }
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    pages = _times(lambda: bar.setValue(bar.value() + bar.pageStep()), 20)
    begin = widget.cursorForPosition(QPoint(9, 9)).position()
    added = iter(highlights(5, _NEAR, begin=begin, seed=4))
    adds = _times(lambda: peer.add_highlight(next(added)), 5)
    widget.close()
    return results | {f"{name}_page_p99_ms": _p99(pages), f"{name}_add_ms": median(adds)}


def _memory_mb() -> float:
    """Return what text, highlights and pane take in a process of their own."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_reader"]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout))


def _measure_memory() -> None:
    _start()
    opened(1_000, 10).close()
    gc.collect()
    before = _rss_mb()
    pane = opened(CHARACTERS, HIGHLIGHTS)
    for _ in range(PAGES):
        _page(pane)
        settle()
    gc.collect()
    print(json.dumps(_rss_mb() - before))


def _rss_mb() -> float:
    """Return the memory this process has in use; only Linux tells it in this way."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def _wheel(pane: ReaderPane) -> None:
    turn, down = QPoint(0, -120), Qt.ScrollPhase.NoScrollPhase
    buttons, modifiers = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(100, 100), QPointF(100, 100), QPoint(), turn, buttons, modifiers, down, False
    )
    QApplication.sendEvent(pane.viewport(), event)


def _page(pane: ReaderPane) -> None:
    bar = pane.verticalScrollBar()
    bar.setValue(bar.value() + bar.pageStep())


def _idle() -> None:
    """Let about as much idle work be done as a frame leaves room for."""
    for _ in range(10):
        QApplication.processEvents()


def _times(
    act: Callable[[], object], count: int, *, between: Callable[[], None] | None = None
) -> list[float]:
    """Return the times of an act and of the painting that follows it."""
    taken = []
    for _ in range(count):
        before = time.thread_time()
        act()
        QApplication.processEvents()
        taken.append((time.thread_time() - before) * 1000)
        if between is not None:
            between()
    return taken


def _p99(taken: list[float]) -> float:
    return quantiles(taken, n=100, method="inclusive")[98]


if __name__ == "__main__":
    _measure_memory()
