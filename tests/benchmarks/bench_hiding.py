"""Hiding a member, showing them again and colouring by member, until the window is repainted.

A library of 100,000 annotations by three members in the five sample texts, which lie open in five
panes; one annotation in twenty has a tag that another member gave. Beside it, what it takes to read
the annotations from the library once, which all did that showed somebody again.
"""

import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from unittest.mock import patch

from PySide6.QtWidgets import QApplication

from annotator.app import Application
from annotator.core.annotation import Annotation
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.core.visibility import Visibility
from annotator.qt import fonts, tasks
from annotator.qt.application import qt_application
from annotator.qt.settings import Settings
from annotator.qt.window.main_window import MainWindow
from annotator.services import libraries
from annotator.services.editing.annotation_edits import AddAnnotations, new_annotation
from annotator.storage import annotation_table, document_table, tagging_table
from annotator.storage.library import Library
from annotator.storage.tagging_table import Tagging

PRESENT = 100_000
ROUNDS = 5
OTHERS_TAG = 20


def run() -> dict[str, float]:
    """Return CPU times of the whole process."""
    qt_application()
    fonts.load()
    with TemporaryDirectory() as home, patch.dict(os.environ, DUIDU_HOME=home):
        path = Path(home, "library.duidu")
        member_ids = make_library(path)
        duidu = Application(Settings(Path(home, "settings.ini")))
        window = duidu.show(Library.open(path))
        window.resize(1920, 1080)
        open_all(window)
        found = figures(window, member_ids[1])
        duidu.close()
    return found


def figures(window: MainWindow, member_id: str) -> dict[str, float]:
    session, library = window.session, window.session.library
    hiding, showing = Visibility(frozenset([member_id])), Visibility()
    hidden, shown, coloured = [], [], []
    for _ in range(ROUNDS):
        hidden.append(cpu_ms(lambda: session.see(hiding)))
        shown.append(cpu_ms(lambda: session.see(showing)))
        for is_by_member in (True, False):
            window.commands.colour_by_member.setChecked(not is_by_member)
            coloured.append(cpu_ms(window.commands.colour_by_member.trigger))
    read = median(cpu_ms(lambda: annotation_table.all_annotations(library)) for _ in range(3))
    return {
        "hide_a_member_ms": median(hidden),
        "show_them_again_ms": median(shown),
        "colour_by_member_ms": median(coloured),
        "annotations_read_anew_ms": read,
        "reading_to_show_ratio": read / median(shown),
    }


def make_library(path: Path) -> list[str]:
    """Make the library; return the ids of its members."""
    with libraries.create_with_samples(path) as library, library.transaction():
        members = [libraries.current_member(library)]
        members += [libraries.add_member(library, name) for name in ("周敏", "李雷")]
        ids = [member.id for member in members]
        made = tuple(annotations(library, ids))
        AddAnnotations(made).apply(library)
        tags = [built_in.tag.id for built_in in libraries.built_in_tags()]
        others = [
            Tagging(one.id, tags[number % len(tags)], ids[(ids.index(one.member_id) + 1) % 3])
            for number, one in enumerate(made[::OTHERS_TAG])
        ]
        tagging_table.set_present(library, others, present=True)
    return ids


def annotations(library: Library, member_ids: list[str]) -> Iterator[Annotation]:
    """Yield as many in each text, each with one tag."""
    chance = random.Random(1)
    tags = [built_in.tag.id for built_in in libraries.built_in_tags()]
    ids = [document.id for document in document_table.all_documents(library)]
    texts = [(id_, document_table.source_text(library, id_)) for id_ in ids]
    for number in range(PRESENT):
        document_id, text = texts[number % len(texts)]
        start = chance.randrange(len(text) - 80)
        span = SourceSpan(start, start + chance.randrange(10, 80))
        selector = Selector(document_id, span, span.slice_of(text))
        yield new_annotation(selector, chance.choice(member_ids), tag_ids=[chance.choice(tags)])


def open_all(window: MainWindow) -> None:
    """Show each text in a pane of its own."""
    documents = window.session.documents()
    window.desk.set_pane_count(len(documents))
    for frame, document in zip(window.grid, documents, strict=True):
        window.grid.activate(frame)
        window.desk.open(document.id)
    settle()


def cpu_ms(act: Callable[[], object]) -> float:
    """Return how long this takes with all that follows from it, the painting too."""
    begun = time.process_time()
    act()
    settle()
    return (time.process_time() - begun) * 1000


def settle() -> None:
    """Let what the window does in the background come to its end."""
    for _ in range(20):
        QApplication.processEvents()
        tasks.wait_for_all()
