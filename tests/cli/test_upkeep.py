"""check and backup."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotator.services.checking import check
from annotator.storage.library import Library

Duidu = Callable[..., Any]


def test_a_sound_library_is_well(duidu: Duidu, library: Path) -> None:
    duidu("annotate", "措施.txt", "--quote", "人才服务站", "--library", library)

    printed = duidu("check", "--library", library)

    assert (printed.status, printed.out) == (0, "All is well: 2 documents, 1 annotation.\n")


def test_findings_are_a_failure(duidu: Duidu, library: Path) -> None:
    values = duidu(
        "annotate", "措施.txt", "--quote", "人才服务站", "--json", "--library", library
    ).json
    with Library.open(library) as opened, opened.transaction() as write:
        write.db.execute("UPDATE annotation SET source_end = 99999")

    plain = duidu("check", "--library", library)
    machine = duidu("check", "--json", "--library", library)

    finding = "The annotation stands outside the text."
    assert (plain.status, plain.out) == (1, f"{values['id']}: {finding}\n")
    assert machine.status == 1
    assert machine.json == {
        "documents": 2,
        "annotations": 1,
        "replies": 0,
        "findings": [{"where": values["id"], "what": finding}],
    }
    with Library.open(library) as opened:
        assert [one.what for one in check(opened)] == [finding]


def test_a_damaged_library_is_told_in_one_line(duidu: Duidu, library: Path) -> None:
    content = library.read_bytes()
    library.write_bytes(content[: len(content) // 2])

    printed = duidu("check", "--library", library)

    assert printed.status == 1
    assert printed.err.startswith(f"duidu: {library} is damaged and was left as it is.")
    assert printed.err.count("\n") == 1


def test_a_backup_is_a_library_of_its_own(duidu: Duidu, library: Path) -> None:
    printed = duidu("backup", "--library", library)

    backup = Path(printed.out.rstrip("\n"))
    documents = duidu("documents", "--json", "--library", library).json
    assert backup != library
    assert duidu("documents", "--json", "--library", backup).json == documents
