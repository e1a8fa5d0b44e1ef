"""repair, import, documents, text, sections."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.services import lookup, previewing, reading
from annotator.storage import document_table
from annotator.storage.library import Library

Duidu = Callable[..., Any]

PROSE = "科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。"


def test_repair_prints_what_an_import_would_make(duidu: Duidu, texts: Path) -> None:
    printed = duidu("repair", texts / "措施.txt")

    assert printed.status == 0
    assert printed.out == previewing.preview(texts / "措施.txt").reading_text.text + "\n"


def test_repair_for_machines_has_the_text_and_its_map(duidu: Duidu, texts: Path) -> None:
    source = (texts / "措施.txt").read_text(encoding="utf-8")

    values = duidu("repair", "--json", texts / "措施.txt").json

    text = values["text"]
    assert list(values) == [
        "text", "paragraphs", "page_turns", "runs", "dropped", "outline", "contents", "marks",
    ]  # fmt: skip
    assert "\n".join(text[p["start"] : p["end"]] for p in values["paragraphs"]) == text
    assert set(values["paragraphs"][0]) == {"start", "end", "kind", "level", "page"}
    for start, length, source_start in values["runs"]:
        assert text[start : start + length] == source[source_start : source_start + length]
    for piece in values["dropped"]:
        assert set(piece) == {"start", "end", "reason"}
        assert source[piece["start"] : piece["end"]]


def test_repair_leaves_no_library_behind(duidu: Duidu, texts: Path, tmp_path: Path) -> None:
    duidu("repair", texts / "措施.txt")

    assert not (tmp_path / "home").exists()


def test_gb18030_is_recognised(duidu: Duidu, tmp_path: Path) -> None:
    file = tmp_path / "旧文件.txt"
    file.write_bytes((PROSE + "\r\n" + PROSE).encode("gb18030"))

    printed = duidu("repair", file)

    assert PROSE in printed.out


def test_an_encoding_can_be_named(duidu: Duidu, tmp_path: Path) -> None:
    file = tmp_path / "短.txt"
    file.write_bytes("對讀".encode("big5"))

    printed = duidu("repair", "--encoding", "big5", file)

    assert printed.out == "對讀\n"


def test_a_wrong_encoding_is_told(duidu: Duidu, texts: Path) -> None:
    printed = duidu("repair", "--encoding", "ascii", texts / "措施.txt")

    assert printed.status == 1
    assert printed.err == (
        "duidu: 措施.txt is not written in ascii. Name another encoding, or none.\n"
    )


def test_an_encoding_that_does_not_exist_is_told(duidu: Duidu, texts: Path) -> None:
    printed = duidu("repair", "--encoding", "gb99", texts / "措施.txt")

    assert printed.status == 1
    assert printed.err.startswith("duidu: argument --encoding: no encoding has this name")


def test_import_makes_a_library_that_is_not_there(
    duidu: Duidu, texts: Path, tmp_path: Path
) -> None:
    path = tmp_path / "new.duidu"

    printed = duidu("import", texts / "措施.txt", "--library", path, "--json")

    with Library.open(path) as library:
        [document] = document_table.all_documents(library)
    assert printed.status == 0
    assert printed.json == [
        {
            "id": document.id,
            "title": document.title,
            "characters": document.characters,
            "already_there": False,
        }
    ]


def test_importing_twice_is_no_failure(duidu: Duidu, library: Path, texts: Path) -> None:
    printed = duidu("--library", library, "import", texts / "措施.txt")

    with Library.open(library) as opened:
        assert len(document_table.all_documents(opened)) == 2
    assert printed.status == 0
    assert "was there already" in printed.out


def test_each_file_is_imported_or_fails_by_itself(
    duidu: Duidu, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "空.txt").write_text(" \n", encoding="utf-8")
    (tmp_path / "图.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "新.txt").write_text(PROSE, encoding="utf-8")
    files = [tmp_path / name for name in ("空.txt", "没有.txt", "图.png", "新.txt")]

    printed = duidu("import", *files, "--json", "--library", library)

    assert printed.status == 1
    assert [one["characters"] for one in printed.json] == [len(PROSE)]
    assert printed.err.splitlines() == [
        "duidu: 空.txt holds no text. Choose another file.",
        f"duidu: There is no file {tmp_path / '没有.txt'}. Check the name.",
        (
            "duidu: 图.png is no text that Duidu can read. "
            "Save it as .docx, .pdf or .txt and import that."
        ),
    ]


def test_a_file_name_that_is_no_text_is_imported(
    duidu: Duidu, library: Path, tmp_path: Path
) -> None:
    file = tmp_path / "\udcff.txt"
    try:
        file.write_text(PROSE, encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this system has no such file names")

    printed = duidu("import", file, "--library", library)

    assert printed.status == 0
    assert duidu("documents", "--library", library, "--json").json[-1]["file_name"] == "�.txt"


def test_import_makes_no_library_that_would_be_empty(duidu: Duidu, tmp_path: Path) -> None:
    path = tmp_path / "新.duidu"
    (tmp_path / "空.txt").touch()

    printed = duidu("import", tmp_path / "空.txt", "--library", path)

    assert printed.status == 1
    assert [left.name for left in tmp_path.glob("*.duidu*")] == []


@pytest.mark.parametrize("command", ["documents", "annotations", "check", "backup"])
def test_only_import_makes_a_library(duidu: Duidu, command: str, tmp_path: Path) -> None:
    path = tmp_path / "没有.duidu"

    printed = duidu(command, "--library", path)

    assert printed.status == 1
    assert printed.err == (
        f"duidu: There is no library at {path}. Check the name, or create a new library.\n"
    )
    assert not path.exists()


def test_a_file_that_is_no_library_is_refused_and_left_alone(duidu: Duidu, texts: Path) -> None:
    path = texts / "措施.txt"
    before = path.read_bytes()

    printed = duidu("import", path, "--library", path)

    assert printed.status == 1
    assert printed.err.startswith(f"duidu: {path} is not a Duidu library.")
    assert path.read_bytes() == before


def test_the_library_can_be_named_before_and_after_the_command(duidu: Duidu, library: Path) -> None:
    assert duidu("--library", library, "documents") == duidu("documents", "--library", library)


def test_without_a_name_the_reader_s_own_library_is_opened(
    duidu: Duidu, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.services.libraries.open_personal", lambda: Library.open(library))

    assert duidu("documents") == duidu("documents", "--library", library)


def test_documents_are_listed_in_the_order_of_their_import(duidu: Duidu, library: Path) -> None:
    printed = duidu("documents", "--json", "--library", library)

    with Library.open(library) as opened:
        documents = document_table.all_documents(opened)
    assert [one["id"] for one in printed.json] == [document.id for document in documents]
    assert [one["title"] for one in printed.json] == [document.title for document in documents]
    assert [one["file_name"] for one in printed.json] == ["措施.txt", "笔记.txt"]


def test_documents_tell_their_format_and_encoding(
    duidu: Duidu, library: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes("<html><meta charset=gbk><p>雨停了，孩子们跑到河边去看水。".encode("gbk"))

    duidu("import", page, "--library", library)

    [*_, last] = duidu("documents", "--json", "--library", library).json
    assert (last["file_name"], last["format"], last["encoding"]) == ("page.txt", "html", "gb18030")


def test_help_names_what_can_be_read(duidu: Duidu) -> None:
    printed = duidu("import", "--help")

    assert ".pdf" in printed.out


def test_documents_can_be_called_by_what_the_list_shows(duidu: Duidu, library: Path) -> None:
    first = duidu("documents", "--library", library).out.split()[0]

    printed = duidu("text", first, "--json", "--library", library)

    with Library.open(library) as opened:
        document = lookup.find_document(opened, "措施.txt")
        text = reading.reading_text(opened, document.id).text
    told = {"id": document.id, "title": document.title, "text": text, "marks": []}
    assert printed.json == told


@pytest.mark.parametrize("name", ["没有", ""])
def test_an_unknown_document_is_told(duidu: Duidu, library: Path, name: str) -> None:
    printed = duidu("text", name, "--library", library)

    assert printed.status == 1
    assert printed.err == (
        f"duidu: No document is called “{name}”. `duidu documents` lists them.\n"
    )


def test_a_name_that_fits_two_documents_is_refused(
    duidu: Duidu, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "措施.txt").write_text(PROSE, encoding="utf-8")
    duidu("import", tmp_path / "措施.txt", "--library", library)

    printed = duidu("text", "措施.txt", "--library", library)

    assert printed.status == 1
    assert printed.err.startswith("duidu: “措施.txt” fits 2 documents.")


def test_sections_are_listed_with_their_sources(duidu: Duidu, tmp_path: Path) -> None:
    body = "河边的小镇今天很安静，只有风吹过树叶的声音，人们都在家里休息，等着下午的集市开门。"
    lines = ["小镇文选", "## 集市", body, "（《小镇日报》2024年3月1日）", "## 石桥", body]
    file = tmp_path / "文选.txt"
    file.write_text("\n\n".join([*lines, "（作者系某教授）", body]), encoding="utf-8")
    library = tmp_path / "a.duidu"
    duidu("import", file, "--library", library)

    printed = duidu("sections", "小镇文选", "--library", library)
    values = duidu("sections", "小镇文选", "--json", "--library", library).json

    assert printed.out.splitlines() == [
        "      小镇文选",
        "        ## 集市 (小镇日报, 2024-03-01)",
        "        ## 石桥 (作者系某教授)",
        "        河边的小镇今天很安静，只有风吹过树叶…",
    ]
    assert [one["is_article"] for one in values] == [False, True, True, True]
    assert values[1]["publisher"] == "小镇日报"
    text = duidu("text", "小镇文选", "--json", "--library", library).json["text"]
    assert text[values[1]["start"] : values[1]["end"]].startswith("## 集市")


def test_a_text_says_that_its_source_has_gaps_without_changing_a_letter(
    duidu: Duidu, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(f"{PROSE}\n\f\n\f{PROSE}\n", encoding="utf-8")
    library = tmp_path / "gaps.duidu"
    duidu("import", tmp_path / "a.txt", "--library", library)

    printed = duidu("text", "a.txt", "--library", library)
    values = duidu("text", "a.txt", "--json", "--library", library)

    assert printed.out == f"{PROSE}\n{PROSE}\n"
    assert printed.err == (
        "duidu: This text has 1 note on gaps and the like. `duidu export text` shows where.\n"
    )
    [mark] = values.json["marks"]
    assert (mark["start"], mark["kind"]) == (len(PROSE) + 1, "page_empty")
    assert values.err == ""


def test_a_text_without_headings_has_no_sections(duidu: Duidu, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("河边的小镇今天很安静，只有风吹过树叶的声音。", encoding="utf-8")
    library = tmp_path / "a.duidu"
    duidu("import", file, "--library", library)

    printed = duidu("sections", "a.txt", "--library", library)

    assert printed.out == "This text has no headings.\n"
