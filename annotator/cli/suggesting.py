"""Commands about what texts seem to say: suggestions, figures."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from annotator.cli import opening
from annotator.cli.argument_types import any_text
from annotator.cli.commands import Commands
from annotator.cli.output import Answer, as_json, lines, right_aligned
from annotator.core.document import Document
from annotator.exporters.csv_table import to_csv
from annotator.services import figure_table, lookup, suggesting
from annotator.services.figure_table import FigureRow
from annotator.services.suggesting import PlacedSuggestion
from annotator.storage.library import Library
from annotator.text.suggestions import SuggestionKind


def add_commands(commands: Commands) -> None:
    found = commands.add(
        "suggestions",
        "List passages that look like a definition, policy measure, example or statistic.",
        suggestions,
    )
    _add_document(found)
    kinds = [kind.value for kind in SuggestionKind]
    found.add_argument("--kind", choices=kinds, help="those that look like this")

    table = commands.add(
        "figures", "List the figures by which the texts state facts, with unit and year.", figures
    )
    _add_document(table)
    table.add_argument("--csv", action="store_true", help="print CSV, for spreadsheets")


def suggestions(arguments: Namespace) -> Answer:
    """List what waits for an answer, text by text."""
    with opening.to_read(arguments) as library:
        found = suggesting.suggestions(library, _documents(library, arguments))
    if arguments.kind:
        found = [one for one in found if one.kind == arguments.kind]
    if arguments.json:
        return as_json([_suggestion_values(one) for one in found])
    shown = [f"{one.kind:<14}  {_span(one):>15}  {_in_one_line(one.quotation)}" for one in found]
    return lines(shown or ["Nothing is suggested."])


def figures(arguments: Namespace) -> Answer:
    """List the figures, text by text."""
    with opening.to_read(arguments) as library:
        rows = figure_table.rows(library, _documents(library, arguments))
    if arguments.csv:
        return Answer(to_csv(figure_table.COLUMNS, (row.cells for row in rows)))
    if arguments.json:
        return as_json([_figure_values(row) for row in rows])
    shown = [
        f"{right_aligned(f'{one.number}{one.unit}', 16)}  {right_aligned(one.year, 10)}  {one.what}"
        for one in (row.figure for row in rows)
    ]
    return lines(shown or ["No figure is found."])


def _add_document(parser: ArgumentParser) -> None:
    parser.add_argument(
        "document",
        nargs="?",
        type=any_text,
        metavar="DOC",
        help="one text only: title, file name, id or the beginning of an id",
    )


def _documents(library: Library, arguments: Namespace) -> Sequence[Document] | None:
    """Return the text that is asked for, None for all. Raises a DuiduError."""
    name = arguments.document
    return None if name is None else [lookup.find_document(library, name)]


def _suggestion_values(one: PlacedSuggestion) -> dict[str, object]:
    return {
        "document": one.document.id,
        "kind": one.kind,
        "start": one.span.start,
        "end": one.span.end,
        "page": one.page,
        "quotation": one.quotation,
    }


def _figure_values(row: FigureRow) -> dict[str, object]:
    values = dict(zip(figure_table.COLUMNS, row.cells, strict=True))
    place = {"document": row.document.id, "start": row.span.start, "end": row.span.end}
    return values | place


def _span(one: PlacedSuggestion) -> str:
    return f"{one.span.start}:{one.span.end}"


def _in_one_line(quotation: str) -> str:
    return " ".join(quotation.split())
