"""The command about words."""

from collections.abc import Callable
from pathlib import Path

from annotator.services import lookup
from annotator.services.analysis import document_words
from annotator.storage.library import Library
from tests.cli.conftest import Printed

Duidu = Callable[..., Printed]

MEASURES = "发展新质生产力的若干措施"


def test_words_are_those_that_analysis_counts(duidu: Duidu, library: Path) -> None:
    printed = duidu("words", MEASURES, "--json", "--library", library)

    with Library.open(library) as opened:
        found = document_words(opened, lookup.find_document(opened, MEASURES))
    assert printed.status == 0
    assert printed.json["total"] == len(found.tokens)
    told = [(one["word"], one["count"]) for one in printed.json["words"]]
    assert told == found.counts()[:50]
    assert ("企业", 3) in told
    assert all(sum(one["distribution"]) == one["count"] for one in printed.json["words"])


def test_words_are_listed_the_most_frequent_first(duidu: Duidu, library: Path) -> None:
    printed = duidu("words", MEASURES, "--top", "1", "--library", library)

    assert printed.out.splitlines()[1].split()[0] == "3"
    assert len(printed.out.splitlines()) == 2


def test_stop_words_count_when_asked(duidu: Duidu, library: Path) -> None:
    with_them = duidu("words", MEASURES, "--stop-words", "--json", "--library", library)
    without = duidu("words", MEASURES, "--json", "--library", library)

    words = {one["word"] for one in with_them.json["words"]}
    assert words - {one["word"] for one in without.json["words"]} >= {"和"}


def test_company_of_a_word_is_listed(duidu: Duidu, library: Path, tmp_path: Path) -> None:
    path = tmp_path / "量子.txt"
    path.write_text("企业 创新。\n\n" * 5, encoding="utf-8")
    duidu("import", path, "--library", library)

    printed = duidu("words", "量子", "--beside", "企业", "--json", "--library", library)
    nothing = duidu("words", "量子", "--beside", "没有", "--library", library)

    assert "创新" in [one["word"] for one in printed.json]
    assert nothing.out == "No word stands near 没有 three times or more.\n"
