"""Where the passage that a reader selected stands in all texts of a library."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.core.span import ReadingSpan
from annotator.services import reading
from annotator.storage import document_table
from annotator.storage.library import Library
from annotator.text.passages import repeats


@dataclass(frozen=True, slots=True)
class RepeatedPassage:
    """A place that reads like the selected passage; 1.0 where every letter is the same."""

    document_id: str
    span: ReadingSpan
    similarity: float


class Repeats:
    """Looks for passages in texts by document id. Make a new one when a text changes."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)
        self._document_ids = tuple(texts)
        self._repeats = repeats.Repeats(tuple(texts.values()))

    def text(self, document_id: str) -> str:
        """Return a text as it is looked through. Raises KeyError for an unknown document."""
        return self._texts[document_id]

    def of(self, document_id: str, span: ReadingSpan) -> list[RepeatedPassage]:
        """Return all places of a passage, its own among them, text by text.

        Its letters stand there exactly, or nearly (85 %) where the passage has 12 to 2,000 of
        them. Raises KeyError for an unknown document.
        """
        found = self._repeats.of(span.slice_of(self.text(document_id)))
        return [
            RepeatedPassage(self._document_ids[one.place.text], one.place.span, one.similarity)
            for one in found
        ]

    def best(self, document_id: str, span: ReadingSpan) -> dict[str, ReadingSpan]:
        """Return the most similar place of a passage in each other document that has one."""
        best: dict[str, RepeatedPassage] = {}
        for one in self.of(document_id, span):
            known = best.get(one.document_id)
            if one.document_id != document_id and (
                known is None or one.similarity > known.similarity
            ):
                best[one.document_id] = one
        return {found.document_id: found.span for found in best.values()}


def repeats_in(library: Library) -> Repeats:
    """Make the texts of a library ready to be looked through."""
    return Repeats(
        {
            document.id: reading.reading_text(library, document.id).text
            for document in document_table.all_documents(library)
        }
    )
