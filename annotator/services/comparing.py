"""Where the texts of a library meet: the passages that they share."""

import hashlib
from dataclasses import dataclass

from annotator.core.document import Document
from annotator.core.passage import LEAST_LETTERS, Family, Place, SharedPassages, Variation
from annotator.services import reading
from annotator.storage import document_table
from annotator.storage.library import Library
from annotator.text.collation import variations
from annotator.text.passages import shared_passages

_ID_LENGTH = 12


@dataclass(frozen=True)
class Comparison:
    """What the texts share. A place counts the texts as they stand in `documents`."""

    documents: tuple[Document, ...]
    texts: tuple[str, ...]
    shared: SharedPassages

    def document(self, place: Place) -> Document:
        return self.documents[place.text]

    def words(self, place: Place) -> str:
        """Return the passage as it is read there."""
        return place.span.slice_of(self.texts[place.text])

    def variations(self) -> list[Variation]:
        """Return where near passages differ by a few letters, the clearest slips first."""
        return variations(self.texts, self.shared.pairs)

    def family_id(self, family: Family) -> str:
        """Return an id that stays as long as the first member reads the same."""
        letters = "".join(filter(str.isalnum, self.words(family.members[0])))
        return hashlib.sha256(letters.encode()).hexdigest()[:_ID_LENGTH]


def compare(library: Library, *, least: int = LEAST_LETTERS, fuzzy: bool = False) -> Comparison:
    """Find the passages of at least so many letters that the texts share, exactly or nearly."""
    documents = document_table.all_documents(library)
    texts = tuple(reading.reading_text(library, document.id).text for document in documents)
    shared = shared_passages(texts, least=least, fuzzy=fuzzy)
    return Comparison(tuple(documents), texts, shared)
