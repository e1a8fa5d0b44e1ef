"""The command about the words of a text."""

from argparse import Namespace
from collections.abc import Sequence

from annotator.cli import opening
from annotator.cli.output import Answer, as_json, lines
from annotator.services import lookup
from annotator.services.analysis import DocumentWords, document_words
from annotator.text.vocabulary import Keyword

_PER = 10_000


def words(arguments: Namespace) -> Answer:
    """List the words of a text and those that set it apart, or what stands beside a word."""
    with opening.to_read(arguments) as library:
        document = lookup.find_document(library, arguments.document)
        found = document_words(library, document)
    if arguments.beside:
        return _company(found, arguments)
    counts = found.counts(with_stop_words=arguments.stop_words)[: arguments.top]
    keywords = found.keywords()[: arguments.top]
    if arguments.json:
        return as_json(_values(found, counts, keywords=keywords))
    shown = [f"{'count':>9}{f'per {_PER:,}':>12}"]
    shown += [f"{count:>9,}{_share(found, count):>12.1f}  {word}" for word, count in counts]
    if keywords:
        shown += ["", f"{'here':>9}{'elsewhere':>12}"]
        shown += [f"{one.count:>9,}{one.count_elsewhere:>12,}  {one.word}" for one in keywords]
    return lines(shown)


def _values(
    found: DocumentWords, counts: Sequence[tuple[str, int]], *, keywords: Sequence[Keyword]
) -> dict[str, object]:
    return {
        "document": found.document.id,
        "total": len(found.tokens),
        "words": [
            {
                "word": word,
                "count": count,
                "per_10000": round(_share(found, count), 2),
                "distribution": found.distribution(word),
            }
            for word, count in counts
        ],
        "keywords": [
            {
                "word": one.word,
                "count": one.count,
                "count_elsewhere": one.count_elsewhere,
                "log_likelihood": round(one.log_likelihood, 2),
            }
            for one in keywords
        ],
    }


def _company(found: DocumentWords, arguments: Namespace) -> Answer:
    company = found.collocates(arguments.beside)[: arguments.top]
    if arguments.json:
        return as_json(
            [
                {"word": one.word, "count": one.count, "log_dice": round(one.log_dice, 2)}
                for one in company
            ]
        )
    shown = [f"{one.count:>7,}  {one.log_dice:>5.1f}  {one.word}" for one in company]
    return lines(shown or [f"No word stands near {arguments.beside} three times or more."])


def _share(found: DocumentWords, count: int) -> float:
    return count * _PER / len(found.tokens)
