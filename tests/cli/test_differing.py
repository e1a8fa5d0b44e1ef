"""The command that tells where two texts differ."""

from collections.abc import Callable
from pathlib import Path

from annotator.services import lookup
from annotator.services.differing import compare_sides, whole
from annotator.storage.library import Library
from tests.cli.conftest import Printed

Duidu = Callable[..., Printed]

OLDER = "要推动科技创新，加快发展新质生产力。\n\n因地制宜，不搞一种模式。\n"
NEWER = "要推动科技 创新，加快培育新质生产力。\n\n因地制宜，先立后破，不搞一种模式。\n"


def imported(duidu: Duidu, library: Path, folder: Path) -> None:
    for name, text in (("旧稿", OLDER), ("新稿", NEWER)):
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        duidu("import", path, "--library", library)


def test_differences_are_those_of_the_service(duidu: Duidu, tmp_path: Path) -> None:
    library = tmp_path / "library.duidu"
    imported(duidu, library, tmp_path)

    printed = duidu("diff", "旧稿", "新稿", "--json", "--library", library)

    with Library.open(library) as opened:
        sides = [whole(opened, lookup.find_document(opened, name)) for name in ("旧稿", "新稿")]
    found = compare_sides(*sides)
    told = [(one["start"], one["end"]) for one in printed.json["differences"]]
    assert told == [(place.start, place.end) for place in found.places]
    assert [one["kind"] for one in printed.json["differences"]] == ["replaced", "added"]
    assert printed.json["share_same"] == round(found.share_same, 4)


def test_differences_are_listed_between_what_stands_around_them(
    duidu: Duidu, tmp_path: Path
) -> None:
    library = tmp_path / "library.duidu"
    imported(duidu, library, tmp_path)

    printed = duidu("diff", "旧稿", "新稿", "--library", library)

    first, *shown = printed.out.splitlines()
    assert first.startswith("2 places differ; ")
    assert "【发展】→【培育】新质生产力" in shown[0]
    assert "【】→【先立后破，】不搞一种模式" in shown[1]


def test_text_is_the_same_as_itself(duidu: Duidu, tmp_path: Path) -> None:
    library = tmp_path / "library.duidu"
    imported(duidu, library, tmp_path)

    printed = duidu("diff", "旧稿", "旧稿", "--words", "--blanks", "--library", library)

    assert printed.out == "0 places differ; 100.0% is the same.\n"
