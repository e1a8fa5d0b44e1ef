"""Variant readings: where near passages of a library differ by a few letters."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from annotator.core.document import Document
from annotator.core.passage import PassageSettings, Variation, Witness
from annotator.core.span import ReadingSpan
from annotator.services.comparing import find
from annotator.storage.library import Library
from annotator.text.collation import variations

Report = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Collation:
    """Variant readings, the clearest slips first. Witnesses count the texts as in `documents`."""

    documents: tuple[Document, ...]
    texts: tuple[str, ...]
    variations: tuple[Variation, ...]

    def document(self, witness: Witness) -> Document:
        return self.documents[witness.text]

    def around(self, witness: Witness, letters: int) -> tuple[str, str, str]:
        """Return so many letters before the reading, the reading, and so many after it."""
        text = self.texts[witness.text]
        before = text[max(0, witness.start - letters) : witness.start]
        after = text[witness.end : witness.end + letters]
        return before, text[witness.start : witness.end], after

    def passage(self, witness: Witness) -> ReadingSpan:
        """Return where the reading stands; for missing letters, the two between which they are."""
        if witness.start < witness.end:
            return ReadingSpan(witness.start, witness.end)
        length = len(self.texts[witness.text])
        return ReadingSpan(max(0, witness.start - 1), min(length, witness.end + 1))


def collate_in(path: Path, report: Report) -> Collation:
    """Compare the texts of a library, over a connection of its own: for other threads."""
    report(0, 0, "")
    with Library.open(path) as library:
        comparison = find(library, PassageSettings(fuzzy=True), report).comparison
    tell = partial(_tell, report)
    found = variations(comparison.texts, comparison.shared.pairs, tell)
    return Collation(comparison.documents, comparison.texts, tuple(found))


def other_witness(variation: Variation, witness: Witness) -> Witness:
    """Return who reads otherwise: the first of the most frequent other reading."""
    others = [one for one in variation.readings if witness not in one.witnesses]
    return others[0].witnesses[0]


def _tell(report: Report, done: int, total: int) -> None:
    report(done, total, "")
