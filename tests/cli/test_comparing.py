"""Commands about what texts have in common."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.passage import PassageSettings
from annotator.services import comparing, passage_settings
from annotator.services.comparing import compare
from annotator.storage.library import Library
from tests.cli.conftest import Printed

Duidu = Callable[..., Printed]


@pytest.fixture
def quoting(duidu: Duidu, library: Path, tmp_path: Path) -> Path:
    """Return the library with one more text that quotes another with a slip."""
    path = tmp_path / "引用.txt"
    path.write_text(
        "文件要求，各区应当建立人才的服务站，帮助企业引进和培养人才，这很好。", encoding="utf-8"
    )
    duidu("import", path, "--library", library)
    return library


def test_passages_are_those_that_comparing_finds(duidu: Duidu, quoting: Path) -> None:
    printed = duidu("passages", "--min", "12", "--fuzzy", "--json", "--library", quoting)

    with Library.open(quoting) as opened:
        comparison = compare(opened, least=12, fuzzy=True)
    (pair,) = comparison.shared.pairs
    assert printed.status == 0
    (told,) = printed.json["pairs"]
    assert told["similarity"] == round(pair.similarity, 4) < 1
    for side, place in (("a", pair.a), ("b", pair.b)):
        assert told[side] == {
            "document": comparison.document(place).id,
            "start": place.span.start,
            "end": place.span.end,
        }
    (family,) = printed.json["families"]
    assert family["members"] == [told["a"], told["b"]]


def test_passages_are_listed_with_their_places(duidu: Duidu, quoting: Path) -> None:
    printed = duidu("passages", "--min", "12", "--library", quoting)

    first, *members = printed.out.splitlines()
    assert first.startswith("2 places, 2 texts: ")
    assert "服务站" in first
    assert len(members) == 2
    assert members[1].endswith("  引用")


def test_what_the_library_keeps_is_printed_as_if_it_were_found(duidu: Duidu, quoting: Path) -> None:
    found = duidu("passages", "--min", "12", "--fuzzy", "--json", "--library", quoting)
    with Library.open(quoting) as opened:
        passage_settings.store(opened, PassageSettings(least=12))
        comparing.update(opened)
        assert comparing.find(opened, PassageSettings(least=12)).fresh == ()

    kept = duidu("passages", "--min", "12", "--fuzzy", "--json", "--library", quoting)

    assert kept.json == found.json


def test_without_any_it_says_so(duidu: Duidu, quoting: Path) -> None:
    printed = duidu("passages", "--library", quoting)

    assert printed.out == "No passage of 20 letters or more recurs.\n"


@pytest.mark.parametrize("length", ["5", "-1", "viele"])
def test_a_passage_is_not_too_short(duidu: Duidu, quoting: Path, length: str) -> None:
    printed = duidu("passages", f"--min={length}", "--library", quoting)

    assert printed.status == 1
    assert "a passage has 6 letters or more" in printed.err


def test_collate_shows_each_reading_where_it_stands(duidu: Duidu, slips: Path) -> None:
    printed = duidu("collate", "--library", slips)

    assert printed.out.splitlines()[:2] == [
        "   2  、质量强国、网络强国、数【字】中国和农业强国等战略任务  甲",
        "   1  、质量强国、网络强国、数【据】中国和农业强国等战略任务  丙",
    ]


def test_collate_for_machines_tells_every_witness(duidu: Duidu, slips: Path) -> None:
    printed = duidu("collate", "--json", "--library", slips)

    with Library.open(slips) as opened:
        (variation,) = compare(opened, fuzzy=True).variations()
    (told,) = printed.json
    assert [reading["letters"] for reading in told["readings"]] == ["字", "据"]
    assert [len(reading["witnesses"]) for reading in told["readings"]] == [2, 1]
    (slip,) = variation.readings[1].witnesses
    assert told["readings"][1]["witnesses"][0]["start"] == slip.start


def test_collate_says_when_nothing_differs(duidu: Duidu, library: Path) -> None:
    assert duidu("collate", "--library", library).out == (
        "No two passages differ by a few letters only.\n"
    )


@pytest.fixture
def slips(duidu: Duidu, library: Path, tmp_path: Path) -> Path:
    """Return the library with three texts that quote the same, one of them with a slip."""
    words = "围绕推进新型工业化和加快建设制造强国、质量强国、网络强国、数{}中国和农业强国等战略任务"
    for name, letter in {"甲": "字", "乙": "字", "丙": "据"}.items():
        path = tmp_path / f"{name}.txt"
        path.write_text(f"{name}说，{words.format(letter)}。", encoding="utf-8")
        duidu("import", path, "--library", library)
    return library
