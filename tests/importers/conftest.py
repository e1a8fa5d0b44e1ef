"""What the samples of other programs read like."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.importers import formats
from annotator.importers.incoming import Extract, open_file
from annotator.text.repair import repair

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture
def sample() -> Callable[[str], Extract]:
    """Return what is taken out of the sample of this name."""
    return lambda name: formats.extract(open_file(SAMPLES / name))


@pytest.fixture
def shown() -> Callable[[Extract], list[str]]:
    """Return the paragraphs that a reader sees: kind, level of headings, text."""

    def paragraphs(found: Extract) -> list[str]:
        text = repair(found.text, structure=found.structure)
        return [
            f"{item.kind}{item.level or ''} {text.text[item.start : item.end]}"
            for item in text.paragraphs
        ]

    return paragraphs
