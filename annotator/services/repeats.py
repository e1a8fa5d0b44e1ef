"""Where the passage that a reader selected stands in all texts of a library."""

from collections.abc import Iterable, Mapping
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
    """Looks for passages in texts by document id. Make a new one when a text changes.

    `contents` tells where the entries of tables of contents stand.
    """

    def __init__(
        self, texts: Mapping[str, str], contents: Mapping[str, Iterable[ReadingSpan]]
    ) -> None:
        self._texts = dict(texts)
        self._contents = contents
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
        """Return the most similar place of a passage in each other document that has one.

        A table of contents only names what follows: any place in the text comes first.
        """
        best: dict[str, tuple[tuple[bool, float], ReadingSpan]] = {}
        for one in self.of(document_id, span):
            rank = not self._is_listed(one), one.similarity
            is_best = one.document_id not in best or rank > best[one.document_id][0]
            if one.document_id != document_id and is_best:
                best[one.document_id] = rank, one.span
        return {other_id: found for other_id, (_, found) in best.items()}

    def _is_listed(self, found: RepeatedPassage) -> bool:
        entries = self._contents.get(found.document_id, ())
        return any(found.span.overlaps(entry) for entry in entries)


def repeats_in(library: Library) -> Repeats:
    """Make the texts of a library ready to be looked through."""
    documents = document_table.all_documents(library)
    texts = {document.id: reading.reading_text(library, document.id) for document in documents}
    return Repeats(
        {document_id: text.text for document_id, text in texts.items()},
        {document_id: text.contents_spans for document_id, text in texts.items()},
    )
