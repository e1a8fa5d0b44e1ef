"""editions, link, to-check: newer editions of texts from the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Duidu = Callable[..., Any]

KEPT = "甲方代表指出，今年的工作重点是乡村振兴，这一点谁也不怀疑。"
CHANGED = "丙方代表强调，后年要把科技创新摆在国家发展全局的核心位置。"
REWORDED = "丙方补充，科技进步与创新摆到了发展核心之位。"
OPENING = "新加的开场白，一字一句都是后来写的。"


@pytest.fixture
def two_editions(duidu: Duidu, tmp_path: Path) -> Path:
    for name, text in (("旧版.txt", KEPT + CHANGED), ("新版.txt", OPENING + KEPT + REWORDED)):
        Path(tmp_path, name).write_text(text, encoding="utf-8")
    library = tmp_path / "library.duidu"
    duidu("--library", library, "import", tmp_path / "旧版.txt", tmp_path / "新版.txt")
    for quote in ("今年的工作重点是乡村振兴", "把科技创新摆在国家发展全局的核心位置"):
        duidu("--library", library, "annotate", "旧版.txt", "--quote", quote)
    return library


def test_link_moves_annotations_and_tells_how_many(duidu: Duidu, two_editions: Path) -> None:
    linked = duidu(
        "--library", two_editions, "link", "新版.txt", "--newer-than", "旧版.txt", "--json"
    )
    annotations = duidu("--library", two_editions, "annotations", "--json").json

    assert (linked.json["moved"], linked.json["to_check"], linked.json["orphans"]) == (1, 1, 0)
    assert sorted((one["document_title"], one["state"]) for one in annotations) == [
        ("新版", "moved"),
        ("旧版", "to_check"),
    ]


@pytest.mark.parametrize(
    ("state", "titles"), [("moved", ["新版"]), ("to_check", ["旧版"]), ("orphan", []), ("ok", [])]
)
def test_annotations_are_listed_by_their_state(
    duidu: Duidu, two_editions: Path, state: str, titles: list[str]
) -> None:
    duidu("--library", two_editions, "link", "新版.txt", "--newer-than", "旧版.txt")

    found = duidu("--library", two_editions, "annotations", "--state", state, "--json").json
    told = duidu("--library", two_editions, "annotations", "--state", state).out

    assert [one["document_title"] for one in found] == titles
    assert told.count(f"  {state}\n") == len(titles)


def test_dry_run_changes_nothing(duidu: Duidu, two_editions: Path) -> None:
    arguments = ("link", "新版.txt", "--newer-than", "旧版.txt", "--dry-run")

    told = duidu("--library", two_editions, *arguments)

    assert told.out.startswith("1 annotation would move to ")
    assert duidu("--library", two_editions, "editions", "--json").json == []


def test_linked_editions_are_listed_from_old_to_new(duidu: Duidu, two_editions: Path) -> None:
    duidu("--library", two_editions, "link", "新版.txt", "--newer-than", "旧版.txt")

    found = duidu("--library", two_editions, "editions", "--json").json
    told = duidu("--library", two_editions, "editions").out

    assert [[one["title"] for one in line] for line in found] == [["旧版", "新版"]]
    assert told.index("旧版") < told.index("→") < told.index("新版")


def test_what_is_to_check_is_listed_with_its_likely_places(
    duidu: Duidu, two_editions: Path
) -> None:
    duidu("--library", two_editions, "link", "新版.txt", "--newer-than", "旧版.txt")

    (one,) = duidu("--library", two_editions, "to-check", "--json").json
    told = duidu("--library", two_editions, "to-check").out

    assert one["quote"] == "把科技创新摆在国家发展全局的核心位置"
    assert "科技进步与创新摆到了发展核心" in one["places"][0]["quote"]
    assert f"{one['places'][0]['score']:.0%}" in told


def test_text_is_no_newer_edition_of_itself(duidu: Duidu, two_editions: Path) -> None:
    told = duidu("--library", two_editions, "link", "旧版.txt", "--newer-than", "旧版.txt")

    assert told.status == 1
    assert "cannot be a newer edition" in told.err
    assert told.err.count("\n") == 1
