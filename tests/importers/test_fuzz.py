"""Spoiled files: every importer either reads them or says in one sentence why it cannot.

Each sample takes part, whatever its format: a new importer joins with its first sample.
"""

from contextlib import suppress
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.errors import TextFileError
from annotator.importers import readers, txt
from annotator.importers.formats import SUFFIXES, format_of
from annotator.importers.incoming import Extract, IncomingFile
from tests.importers.conftest import SAMPLES
from tests.importers.mutations import mutated

NAMES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in SUFFIXES)
MOST_SECONDS = 10.0


def read(file: IncomingFile) -> Extract | None:
    """Return what is taken out of a file, None if it is refused as it should be."""
    with suppress(TextFileError):
        name = format_of(file)
        return txt.extract(file) if name == "txt" else readers.read(file, file_format=name)
    return None


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**63))
def test_spoiled_file_is_read_or_refused(name: str, seed: int) -> None:
    data = (SAMPLES / name).read_bytes()
    spoiled = IncomingFile(name, mutated(data, Random(seed)))
    start = process_time()

    found = read(spoiled)

    assert process_time() - start < MOST_SECONDS
    if found is not None:
        found.text.encode()
        assert "\r" not in found.text
        told = found.structure.told if found.structure else ()
        assert all(found.text[item.start : item.start + 1].strip() for item in told)
