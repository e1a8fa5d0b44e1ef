"""The words of texts, beside those of the other texts in their library."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.core.document import Document
from annotator.services import dictionary, reading
from annotator.storage import document_table
from annotator.storage.library import Library
from annotator.text import vocabulary
from annotator.text.vocabulary import Collocate, TextWords, Token

_PER = 10_000

Report = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word with how often it stands in the chosen texts, and in the others.

    `log_likelihood` is None where it does not surely set the chosen texts apart.
    """

    word: str
    count: int
    per_10000: float
    count_elsewhere: int
    log_likelihood: float | None


class LibraryWords:
    """The words of all texts of a library."""

    def __init__(self, texts: Iterable[tuple[Document, TextWords]]) -> None:
        found = list(texts)
        self.documents = [document for document, _ in found]
        self._texts = {document.id: words for document, words in found}

    def of(self, document_id: str) -> TextWords:
        return self._texts[document_id]

    def rows(
        self, document_ids: Collection[str], *, with_stop_words: bool = False
    ) -> list[WordRow]:
        """Return the words of these documents, the most frequent first."""
        here, elsewhere = Counter[str](), Counter[str]()
        for id_, words in self._texts.items():
            (here if id_ in document_ids else elsewhere).update(words.counts())
        total = here.total()
        surely = {one.word: one.log_likelihood for one in vocabulary.keywords(here, elsewhere)}
        left_out = frozenset() if with_stop_words else vocabulary.stop_words()
        return [
            WordRow(word, count, count * _PER / total, elsewhere[word], surely.get(word))
            for word, count in sorted(here.items(), key=lambda item: (-item[1], item[0]))
            if word not in left_out
        ]

    def collocates(self, document_ids: Iterable[str], word: str) -> list[Collocate]:
        """Return the words that keep this one company in these documents, stop words left out."""
        texts = [self._texts[id_] for id_ in document_ids]
        return vocabulary.collocates(texts, word, without=vocabulary.stop_words())


def keywords(rows: Iterable[WordRow]) -> list[WordRow]:
    """Return the words that set their texts apart from the others, the surest first."""
    sure = [(row.log_likelihood, row) for row in rows if row.log_likelihood is not None]
    return [row for _, row in sorted(sure, key=lambda pair: (-pair[0], pair[1].word))]


def library_words(
    library: Library, report: Report = lambda _done, _total, _title: None
) -> LibraryWords:
    """Divide all texts into words. About 2 s for a million characters.

    `report` is told how many characters of how many are done, and which text it works on; it may
    raise to stop the work.
    """
    dictionary.use_own_words(library)
    documents = document_table.all_documents(library)
    texts = [reading.reading_text(library, document.id).text for document in documents]
    total = sum(map(len, texts))
    done = 0
    found = []
    for document, text in zip(documents, texts, strict=True):
        report(done, total, document.title)
        tokens = _reported(text, _behind(report, done, total, document.title))
        found.append((document, TextWords(text, tokens)))
        done += len(text)
    return LibraryWords(found)


def _behind(report: Report, done: int, total: int, title: str) -> Callable[[int], None]:
    """Return what reports on a text that so much comes before."""
    return lambda more: report(done + more, total, title)


def _reported(text: str, tell: Callable[[int], None]) -> Iterator[Token]:
    """Yield the words of a text, and tell how far they are."""
    for paragraph in vocabulary.tokens_by_paragraph(text):
        yield from paragraph
        if paragraph:
            tell(paragraph[-1].end)


def library_words_in(path: Path, report: Report) -> LibraryWords:
    """Do the same over a connection of its own: for other threads."""
    with Library.open(path) as library:
        return library_words(library, report)
