"""The commands suggestions and figures."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

from annotator.services import figure_table, suggesting
from annotator.storage.library import Library
from tests.cli.conftest import Printed

Duidu = Callable[..., Printed]

MEASURES = "发展新质生产力的若干措施"
YIELD = "产量.txt"


def add_yield(duidu: Duidu, library: Path, folder: Path) -> None:
    path = folder / YIELD
    path.write_text("产量报告\n\n2023年𠮷粮食产量增长1.3%，达6.95亿吨。\n", encoding="utf-8")
    duidu("import", path, "--library", library)


def test_suggestions_are_those_that_the_window_offers(
    duidu: Duidu, library: Path, tmp_path: Path
) -> None:
    add_yield(duidu, library, tmp_path)

    printed = duidu("suggestions", "--json", "--library", library)

    with Library.open(library) as opened:
        found = suggesting.suggestions(opened)
    assert printed.status == 0
    assert [(one["document"], one["start"], one["kind"]) for one in printed.json] == [
        (one.document.id, one.span.start, one.kind) for one in found
    ]
    assert {one["kind"] for one in printed.json} == {"policy_measure", "definition", "statistic"}


def test_suggestions_can_be_narrowed_to_a_text_and_a_kind(duidu: Duidu, library: Path) -> None:
    measures = duidu(
        "suggestions", MEASURES, "--kind", "policy_measure", "--json", "--library", library
    )
    examples = duidu("suggestions", MEASURES, "--kind", "example", "--library", library)

    assert any("各区应当建立人才服务站" in one["quotation"] for one in measures.json)
    assert {one["kind"] for one in measures.json} == {"policy_measure"}
    assert examples.out == "Nothing is suggested.\n"


def test_suggestions_are_listed_with_their_places(duidu: Duidu, library: Path) -> None:
    kinds = ("--kind", "policy_measure")
    printed = duidu("suggestions", MEASURES, *kinds, "--library", library)

    kind, span, *words = printed.out.splitlines()[0].split()
    assert kind == "policy_measure"
    start, end = map(int, span.split(":"))
    assert len(" ".join(words)) == end - start


def test_figures_are_those_that_the_window_lists(
    duidu: Duidu, library: Path, tmp_path: Path
) -> None:
    add_yield(duidu, library, tmp_path)

    printed = duidu("figures", "--json", "--library", library)
    table = duidu("figures", YIELD, "--csv", "--library", library)
    shown = duidu("figures", YIELD, "--library", library)

    with Library.open(library) as opened:
        rows = figure_table.rows(opened)
    assert [one["number"] for one in printed.json] == [row.figure.number for row in rows]
    assert [one["value"] for one in printed.json if one["unit"] == "吨"] == [6.95e8]
    read = list(csv.DictReader(io.StringIO(table.out.removeprefix("\ufeff"))))
    assert [(one["number"], one["unit"], one["year"]) for one in read] == [
        ("1.3", "%", "2023"),
        ("6.95亿", "吨", "2023"),
    ]
    assert [line.split()[0] for line in shown.out.splitlines()] == ["1.3%", "6.95亿吨"]


def test_text_without_figures_has_none(duidu: Duidu, library: Path) -> None:
    printed = duidu("figures", "读书笔记", "--library", library)
    nothing = duidu("figures", "没有", "--library", library)

    assert printed.out == "No figure is found.\n"
    assert (nothing.status, nothing.out) == (1, "")
