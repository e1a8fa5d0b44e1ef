"""The words of a document, beside those of the other documents in its library."""

from collections import Counter
from dataclasses import dataclass

from annotator.core.document import Document
from annotator.services import reading
from annotator.storage import document_table
from annotator.storage.library import Library
from annotator.text import vocabulary
from annotator.text.vocabulary import Collocate, Keyword, Token


@dataclass(frozen=True)
class DocumentWords:
    """The words of one document in order, and how often the others use each."""

    document: Document
    text: str
    tokens: tuple[Token, ...]
    elsewhere: Counter[str]

    def counts(self, *, with_stop_words: bool = False) -> list[tuple[str, int]]:
        """Return the words with how often they stand in the text, the most frequent first."""
        left_out = frozenset() if with_stop_words else vocabulary.stop_words()
        counts = self._counts()
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return [(word, count) for word, count in ordered if word not in left_out]

    def keywords(self) -> list[Keyword]:
        """Return the words that set this text apart from the others, the surest first."""
        return vocabulary.keywords(self._counts(), self.elsewhere)

    def collocates(self, word: str) -> list[Collocate]:
        """Return the words that keep this one company, stop words left out."""
        return vocabulary.collocates(self.text, self.tokens, word, without=vocabulary.stop_words())

    def distribution(self, word: str) -> list[int]:
        """Return how often the word stands in each twentieth of the text."""
        return vocabulary.distribution(self.tokens, word, length=len(self.text))

    def _counts(self) -> Counter[str]:
        return Counter(token.word for token in self.tokens)


def document_words(library: Library, document: Document) -> DocumentWords:
    """Divide all texts of the library into words. About 2 s for a million characters."""
    elsewhere: Counter[str] = Counter()
    for other in document_table.all_documents(library):
        if other.id != document.id:
            text = reading.reading_text(library, other.id).text
            elsewhere.update(token.word for token in vocabulary.tokens(text))
    text = reading.reading_text(library, document.id).text
    return DocumentWords(document, text, tuple(vocabulary.tokens(text)), elsewhere)
