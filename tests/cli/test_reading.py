"""repair, import, documents, text, search."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.services import apart_search, lookup, previewing, reading, search
from annotator.storage import document_table
from annotator.storage.library import Library
from annotator.text.queries import parse

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
