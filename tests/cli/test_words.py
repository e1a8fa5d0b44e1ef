"""The command about words."""

from collections.abc import Callable
from pathlib import Path

from annotator.services import lookup
from annotator.services.analysis import library_words
from annotator.storage.library import Library
from tests.cli.conftest import Printed

Duidu = Callable[..., Printed]

MEASURES = "发展新质生产力的若干措施"


def test_words_are_those_that_analysis_counts(duidu: Duidu, library: Path) -> None:
    printed = duidu("words", MEASURES, "--json", "--library", library)

    with Library.open(library) as opened:
        found = library_words(opened)
        document_id = lookup.find_document(opened, MEASURES).id
    assert printed.status == 0
    assert printed.json["total"] == len(found.of(document_id))
    told = [(one["word"], one["count"]) for one in printed.json["words"]]
    assert told == [(row.word, row.count) for row in found.rows([document_id])[:50]]
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


def test_words_of_the_readers_dictionary_are_counted_whole(
    duidu: Duidu, library: Path, tmp_path: Path
) -> None:
    path = tmp_path / "词典.txt"
    path.write_text("若干措施 5 n\n，\n", encoding="utf-8")

    added = duidu("dictionary", "--add", "新质 企业", "--import", path, "--library", library)
    counted = duidu("words", MEASURES, "--top", "999", "--json", "--library", library)
    removed = duidu("dictionary", "--remove", "若干措施", "--json", "--library", library)

    assert added.out.split() == ["新质企业", "若干措施"]
    assert "若干措施" in [one["word"] for one in counted.json["words"]]
    assert removed.json == ["新质企业"]


def test_what_is_no_word_does_not_come_into_the_dictionary(duidu: Duidu, library: Path) -> None:
    refused = duidu("dictionary", "--add", "发展，改革", "--library", library)
    empty = duidu("dictionary", "--library", library)

    assert refused.status == 1
    assert empty.out == "The dictionary has no words of your own yet.\n"
