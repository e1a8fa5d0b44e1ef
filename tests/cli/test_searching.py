"""search: in texts, in notes and tags, by tag, from the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.services import apart_search, search
from annotator.storage.library import Library
from annotator.text.queries import parse

Duidu = Callable[..., Any]


def test_search_finds_what_the_service_finds(duidu: Duidu, library: Path) -> None:
    printed = duidu("search", "支持 企业", "--json", "--library", library)

    with Library.open(library) as opened:
        hits = list(search.search(opened, parse("支持企业")))
    assert len(hits) == 2
    assert [(one["document"], one["start"], one["end"]) for one in printed.json] == [
        (hit.document.id, hit.span.start, hit.span.end) for hit in hits
    ]


def test_hits_count_code_points_also_after_an_emoji(duidu: Duidu, library: Path) -> None:
    [hit] = duidu("search", "关键核心技术", "--json", "--library", library).json

    text = duidu("text", "措施.txt", "--json", "--library", library).json["text"]
    assert text[hit["start"] : hit["end"]] == hit["match"] == "关键核心技术"
    assert text.endswith(hit["after"] + text[hit["end"] + len(hit["after"]) :])
    assert set(hit) == {"document", "start", "end", "before", "match", "after"}


def test_search_can_be_kept_to_one_document(duidu: Duidu, library: Path) -> None:
    everywhere = duidu("search", "新质生产力", "--json", "--library", library).json
    in_notes = duidu(
        "search", "新质生产力", "--document", "笔记.txt", "--json", "--library", library
    ).json

    assert len(everywhere) > len(in_notes) == 1
    assert in_notes[0] in everywhere


def test_a_concordance_stands_in_columns(duidu: Duidu, library: Path) -> None:
    printed = duidu("search", "支持企业", "--library", library)

    title, *hits = printed.out.splitlines()
    assert title.endswith(" (2 hits)")
    left = [line.partition("【支持企业】")[0] for line in hits]
    columns = [len(part) + sum(ord(character) > 0x2E80 for character in part) for part in left]
    assert columns[0] == columns[1]


def test_a_hit_over_two_paragraphs_stays_in_its_line(duidu: Duidu, library: Path) -> None:
    printed = duidu("search", "公布结果。第三条", "--library", library)

    assert "【公布结果。⏎第三条】" in printed.out


def test_a_search_without_hits_is_no_failure(duidu: Duidu, library: Path) -> None:
    printed = duidu("search", "不存在的词", "--library", library)

    assert (printed.status, printed.out) == (0, "Nothing was found.\n")


def test_search_by_a_pattern_sorts_by_what_follows(duidu: Duidu, library: Path) -> None:
    printed = duidu(
        "search", "支持企业..", "--regex", "--order", "after", "--json", "--library", library
    )

    assert [hit["match"] for hit in printed.json] == ["支持企业开展"] * 2
    assert printed.json[0]["after"] < printed.json[1]["after"]


def test_search_finds_words_near_each_other(duidu: Duidu, library: Path) -> None:
    printed = duidu("search", "引进 ~2 培养", "--json", "--library", library)

    assert [hit["match"] for hit in printed.json] == ["引进和培养"]


def test_search_is_blind_to_script_when_asked(duidu: Duidu, library: Path) -> None:
    assert duidu("search", "發展", "--json", "--library", library).json == []
    printed = duidu("search", "發展", "--any-script", "--json", "--library", library)
    assert {hit["match"] for hit in printed.json} == {"发展"}


def test_search_by_a_pattern_that_makes_no_sense_is_told(duidu: Duidu, library: Path) -> None:
    printed = duidu("search", "(", "--regex", "--library", library)

    assert printed.status == 1
    assert printed.err.startswith("duidu: The pattern “(” cannot be understood")


def test_search_in_notes_and_tags_has_its_own_kinds_of_hits(duidu: Duidu, library: Path) -> None:
    duidu("annotate", "措施.txt", "--quote", "国际合作", "--tag", "政策措施", "--note",
        "与国际合作有关", "--library", library)  # fmt: skip

    everywhere = ("--in", "text,notes,tags", "--library", library)
    found = duidu("search", "国际合作", "--json", *everywhere).json
    tags = duidu("search", "政策措施", "--json", "--in", "tags", "--library", library).json
    printed = duidu("search", "国际合作", "--in", "notes", "--library", library)

    [annotation] = duidu("annotations", "--json", "--library", library).json
    assert [set(hit) for hit in found] == [
        {"document", "start", "end", "before", "match", "after"},
        {"document", "annotation", "reply", "before", "match", "after"},
    ]
    assert found[1]["annotation"] == annotation["id"]
    assert (found[1]["before"], found[1]["after"]) == ("与", "有关")
    assert tags[0]["tag"] == tags[0]["match"] == "政策措施"
    assert set(tags[0]) == {"tag_id", "tag", "before", "match", "after"}
    assert printed.out == f"In notes (1 hit)\n  {annotation['id']}  与【国际合作】有关\n"


def test_search_in_an_unknown_place_is_told(duidu: Duidu, library: Path) -> None:
    printed = duidu("search", "国际合作", "--in", "text,margin", "--library", library)

    assert printed.status == 1
    assert "the places are text, notes, tags" in printed.err


def test_search_by_tag_puts_hits_under_the_tags_of_their_places(
    duidu: Duidu, library: Path
) -> None:
    quote = "支持企业开展国际合作"
    tag = ("--tag", "政策措施", "--library", library)
    duidu("annotate", "措施.txt", "--quote", quote, *tag)

    by_tag = ("--order", "tag", "--library", library)
    values = duidu("search", "支持企业", "--json", *by_tag).json
    printed = duidu("search", "支持企业", *by_tag)

    assert [hit["tag"] for hit in values] == ["政策措施", None]
    assert values[0]["after"].startswith("开展国际")
    assert [line for line in printed.out.splitlines() if not line.startswith(" ")] == [
        "政策措施 (1 hit)",
        "No tag (1 hit)",
    ]


def test_a_library_too_big_for_memory_is_searched_with_the_same_result(
    duidu: Duidu, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = duidu("search", "支持企业", "--json", "--library", library).json
    monkeypatch.setattr(apart_search, "MOST_IN_MEMORY", 10)

    assert duidu("search", "支持企业", "--json", "--library", library).json == expected
    assert len(expected) == 2
