"""A shared folder, and members whose libraries share by it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.core.span import ReadingSpan
from annotator.services import anchoring, bundling, importing, libraries, reading, sharing
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.services.sharing import Synced
from annotator.storage import member_table
from annotator.storage.library import Library

A_TEXT = "第一段说新质生产力。𠮷😀\n\n第二段说别的事情，也说到创新。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "小组 folder"
    made.mkdir()
    return made


@pytest.fixture
def member(samples_file: Path, tmp_path: Path, folder: Path) -> Iterator[Callable[[str], Library]]:
    """Return a maker of libraries with the sample texts that share by the folder."""
    opened: list[Library] = []

    def make(name: str) -> Library:
        path = tmp_path / name / "library.duidu"
        path.parent.mkdir()
        library = Library.open(Path(shutil.copy(samples_file, path)))
        opened.append(library)
        one = libraries.add_member(library, name)
        member_table.make_current(library, one.id)
        sharing.choose_folder(library, folder)
        return library

    yield make
    for library in opened:
        library.close()


def sync(library: Library) -> Synced:
    return sharing.sync(library, lambda *_: None)


def own_file(library: Library, folder: Path) -> Path:
    return folder / bundling.bundle_name(library, libraries.current_member(library))


def import_text(library: Library, tmp_path: Path) -> str:
    path = tmp_path / "短文.txt"
    path.write_text(A_TEXT, encoding="utf-8")
    return importing.import_file(library, path).document.id


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)


def annotate_in(library: Library, document_id: str) -> str:
    text = reading.reading_text(library, document_id)
    selector = anchoring.describe(document_id, text, ReadingSpan(1, 5))
    annotation = new_annotation(selector, libraries.current_member(library).id)
    AddAnnotation(annotation).apply(library)
    return annotation.id
