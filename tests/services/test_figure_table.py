"""The table of figures over a library."""

import csv
import io
from decimal import Decimal

from annotator.exporters.csv_table import to_csv
from annotator.services import figure_table, reading
from annotator.storage import document_table
from annotator.storage.library import Library


def test_rows_stand_where_the_text_has_them(samples: Library) -> None:
    rows = figure_table.rows(samples)

    assert len(rows) > 25
    for row in rows:
        text = reading.reading_text(samples, row.document.id).text
        assert row.figure.number in row.span.slice_of(text)
        assert row.span.slice_of(text) in row.sentence


def test_known_figure_has_its_value_and_year(samples: Library) -> None:
    (row,) = [row for row in figure_table.rows(samples) if row.figure.number == "13"]

    assert (row.figure.unit, row.figure.value, row.figure.year) == ("%", Decimal("0.13"), "2022")
    assert row.figure.what == "增加值占国内生产总值比重"


def test_threads_get_the_same_rows(samples: Library) -> None:
    documents = document_table.all_documents(samples)

    rows = figure_table.rows_in(samples.path, documents, lambda _done, _total: None)

    assert rows == figure_table.rows(samples)
    assert figure_table.rows(samples, documents[:2]) == [
        row for row in rows if row.document in documents[:2]
    ]


def test_table_reads_the_same_from_csv(samples: Library) -> None:
    rows = figure_table.rows(samples)

    page = to_csv(figure_table.COLUMNS, (row.cells for row in rows)).removeprefix("\ufeff")

    read = list(csv.DictReader(io.StringIO(page)))
    assert [one["number"] for one in read] == [row.figure.number for row in rows]
    assert [float(one["value"]) for one in read] == [float(row.figure.value) for row in rows]


def test_library_without_texts_has_no_figures(library: Library) -> None:
    assert figure_table.rows(library) == []
