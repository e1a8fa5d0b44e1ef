"""Libraries to work on: one without texts, one with the five sample texts."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.services import libraries
from annotator.storage.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with libraries.create(tmp_path / "library.duidu") as library:
        yield library


@pytest.fixture(scope="session")
def samples_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a closed library with the sample texts, to be copied."""
    path = tmp_path_factory.mktemp("samples") / "samples.duidu"
    libraries.create_with_samples(path).close()
    return path


@pytest.fixture
def samples(samples_file: Path, tmp_path: Path) -> Iterator[Library]:
    with Library.open(Path(shutil.copy(samples_file, tmp_path))) as library:
        yield library
