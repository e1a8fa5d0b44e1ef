"""Fuzz the importers with atheris, guided by what of their code runs; no part of the test run.

    pip install atheris
    python -m tests.fuzz -max_total_time=600 /tmp/corpus

Starts from the samples and spoils them as test_fuzz.py does. Ends at the first fault, and writes
down the file that shows it.
"""

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["annotator.importers"]):
    from annotator.core.errors import TextFileError
    from annotator.importers import docx, epub, formats, html, markdown, pdf, pptx, readers, txt
    from annotator.importers.incoming import IncomingFile
from tests.importers.mutations import mutated

# Imported by readers too, but here they are watched.
WATCHED = (docx, epub, html, markdown, pdf, pptx)
SAMPLES = Path(__file__).parents[1] / "importers" / "samples"
LARGEST = 200_000


def read(data: bytes) -> None:
    file = IncomingFile("file", data)
    with suppress(TextFileError):
        name = formats.format_of(file)
        found = txt.extract(file) if name == "txt" else readers.read(file, file_format=name)
        found.text.encode()


def spoil(data: bytes, largest: int, seed: int) -> bytes:
    return mutated(data, Random(seed))[:largest]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for sample in SAMPLES.glob("*.*"):
            if sample.suffix in formats.SUFFIXES:
                os.symlink(sample, Path(folder, sample.name))
        arguments = [sys.argv[0], f"-max_len={LARGEST}", *sys.argv[1:], folder]
        atheris.Setup(arguments, read, custom_mutator=spoil)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
