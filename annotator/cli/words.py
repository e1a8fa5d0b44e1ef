"""The commands about the words of texts: words, dictionary."""

from argparse import Namespace
from collections.abc import Sequence

from annotator.cli import opening
from annotator.cli.output import Answer, as_json, lines
from annotator.core.document import Document
from annotator.importers import incoming
from annotator.services import dictionary as own_dictionary
from annotator.services import lookup
from annotator.services.analysis import LibraryWords, WordRow, keywords, library_words


def words(arguments: Namespace) -> Answer:
    """List the words of a text and those that set it apart, or what stands beside a word."""
    with opening.to_read(arguments) as library:
        document = lookup.find_document(library, arguments.document)
        found = library_words(library)
    if arguments.beside:
        return _company(found, document, arguments)
    rows = found.rows([document.id], with_stop_words=arguments.stop_words)
    counts, keys = rows[: arguments.top], keywords(rows)[: arguments.top]
    if arguments.json:
        return as_json(_values(found, document, counts, keys=keys))
    shown = [f"{'count':>9}{'per 10,000':>12}"]
    shown += [f"{row.count:>9,}{row.per_10000:>12.1f}  {row.word}" for row in counts]
    if keys:
        shown += ["", f"{'here':>9}{'elsewhere':>12}"]
        shown += [f"{row.count:>9,}{row.count_elsewhere:>12,}  {row.word}" for row in keys]
    return lines(shown)


def dictionary(arguments: Namespace) -> Answer:
    """List the reader's own words, or add some and take some out."""
    added = list(arguments.add)
    for path in arguments.files:
        added += own_dictionary.words_in_file(incoming.open_file(path))
    if not (added or arguments.remove):
        with opening.to_read(arguments) as library:
            return _listed(own_dictionary.own_words(library), arguments)
    with opening.to_write(arguments) as library:
        own_dictionary.add(library, added).apply(library)
        own_dictionary.remove(library, arguments.remove).apply(library)
        return _listed(own_dictionary.own_words(library), arguments)


def _listed(own: Sequence[str], arguments: Namespace) -> Answer:
    if arguments.json:
        return as_json(list(own))
    return lines(own or ["The dictionary has no words of your own yet."])


def _values(
    found: LibraryWords, document: Document, counts: Sequence[WordRow], *, keys: Sequence[WordRow]
) -> dict[str, object]:
    return {
        "document": document.id,
        "total": len(found.of(document.id)),
        "words": [
            {
                "word": row.word,
                "count": row.count,
                "per_10000": round(row.per_10000, 2),
                "distribution": found.of(document.id).distribution(row.word),
            }
            for row in counts
        ],
        "keywords": [
            {
                "word": row.word,
                "count": row.count,
                "count_elsewhere": row.count_elsewhere,
                "log_likelihood": round(row.log_likelihood or 0.0, 2),
            }
            for row in keys
        ],
    }


def _company(found: LibraryWords, document: Document, arguments: Namespace) -> Answer:
    company = found.collocates([document.id], arguments.beside)[: arguments.top]
    if arguments.json:
        return as_json(
            [
                {"word": one.word, "count": one.count, "log_dice": round(one.log_dice, 2)}
                for one in company
            ]
        )
    shown = [f"{one.count:>7,}  {one.log_dice:>5.1f}  {one.word}" for one in company]
    return lines(shown or [f"No word stands near {arguments.beside} three times or more."])
