"""Samples that other programs made, as reading text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.importers import readers
from annotator.importers.formats import format_of
from annotator.importers.incoming import Extract, open_file
from annotator.text.repair import repair

SAMPLES = Path(__file__).parent / "samples"
# A paragraph as its kind with its level, its page if any, and its text.
Shown = list[tuple[str, str]]


@pytest.fixture
def sample() -> Callable[[str], Extract]:
    """Read a sample by its name."""

    def read(name: str) -> Extract:
        file = open_file(SAMPLES / name)
        return readers.read(file, file_format=format_of(file))

    return read


@pytest.fixture
def shown() -> Callable[[Extract], Shown]:
    """Tell what a reader sees of an extract: kinds like "heading2 p3", and texts."""

    def tell(found: Extract) -> Shown:
        text = repair(found.text, structure=found.structure)
        return [
            (
                f"{item.kind}{item.level or ''}" + (f" p{item.page}" if item.page else ""),
                text.text[item.start : item.end],
            )
            for item in text.paragraphs
        ]

    return tell
