"""annotate, annotations, export."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from annotator.exporters.excerpt import Grouping
from annotator.exporters.wording import Language
from annotator.services import exporting, libraries, lookup, text_export
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.services.editing.tag_edits import ChangeTag
from annotator.services.exporting import ExcerptStyle
from annotator.services.listing import AnnotationFilter, list_annotations
from annotator.services.text_export import TextFormat, TextStyle
from annotator.storage import member_table
from annotator.storage.library import Library

Duidu = Callable[..., Any]


@pytest.fixture
def annotate(duidu: Duidu, library: Path) -> Duidu:
    """Return a function that annotates 措施.txt."""
    return lambda *arguments: duidu("annotate", "措施.txt", *arguments, "--library", library)


@pytest.fixture
def annotations(duidu: Duidu, library: Path) -> Duidu:
    """Return a function that lists annotations as values."""
    return lambda *filters: duidu("annotations", "--json", *filters, "--library", library).json


@pytest.fixture
def text(duidu: Duidu, library: Path) -> str:
    """Return the reading text of 措施.txt."""
    reading_text: str = duidu("text", "措施.txt", "--json", "--library", library).json["text"]
    return reading_text


def test_a_span_is_annotated(annotate: Duidu, annotations: Duidu, text: str) -> None:
    start = text.index("支持企业")

    printed = annotate("--span", f"{start}:{start + 4}", "--tag", "政策措施", "--note", "关键")

    [annotation] = annotations()
    assert printed.out == annotation["id"] + "\n"
    assert (annotation["start"], annotation["end"]) == (start, start + 4)
    assert annotation["quote"] == "支持企业"
    assert annotation["tags"] == ["政策措施"]
    assert annotation["note"] == "关键"


def test_annotate_prints_the_annotation_as_the_list_does(
    annotate: Duidu, annotations: Duidu
) -> None:
    printed = annotate("--quote", "人才服务站", "--tag", "实例", "--json")

    assert [printed.json] == annotations()
    assert list(printed.json) == [
        "id", "document", "document_title", "start", "end", "source_start", "source_end",
        "quote", "tags", "note", "member", "created", "modified", "state", "passage", "replies",
    ]  # fmt: skip
    assert printed.json["state"] == "ok"
    assert datetime.fromisoformat(printed.json["created"]).utcoffset() == timedelta(0)


def test_a_place_after_rare_characters_is_the_same_in_source_and_reading_text(
    annotate: Duidu, text: str, texts: Path
) -> None:
    values = annotate("--quote", "𠮷祥”基金😀", "--json").json

    source = (texts / "措施.txt").read_text(encoding="utf-8")
    assert text[values["start"] : values["end"]] == "𠮷祥”基金😀"
    assert source[values["source_start"] : values["source_end"]] == "𠮷祥”基金😀"


def test_blanks_line_ends_and_width_of_a_quote_do_not_count(annotate: Duidu, text: str) -> None:
    values = annotate("--quote", "投入 １２.５\n亿 元", "--json").json

    assert values["quote"] == "投入12.5亿元"


def test_a_quote_may_reach_over_a_paragraph_break(annotate: Duidu) -> None:
    values = annotate("--quote", "按月公布结果。第三条 本措施", "--json").json

    paragraphs = values["quote"].split("\n")
    assert ["".join(part.split()) for part in paragraphs] == ["按月公布结果。", "第三条本措施"]


@pytest.mark.parametrize(
    ("passage", "message"),
    [
        (("--quote", "没有这句话"), "“没有这句话” does not occur in "),
        (("--quote", " "), "“ ” does not occur in "),
        (("--quote", "支持企业"), "“支持企业” occurs 2 times in "),
        (("--quote", "没" * 300), "“" + "没" * 40 + "…” does not occur in "),
        (("--span", "0:9999"), "The span 0:9999 lies outside the text, which has "),
        (("--span", "9:3"), "argument --span: a span is two offsets, "),
        (("--span", "一:二"), "argument --span: a span is two offsets, "),
        (("--span", "7"), "argument --span: a span is two offsets, "),
        (("--span", "0:3", "--quote", "支持"), "argument --quote: not allowed with argument"),
        ((), "one of the arguments --span --quote is required"),
        (("--quote", "\udcff"), "argument --quote: these bytes are not UTF-8; "),
        (("--span", "0:3", "--as", " "), "argument --as: a name has 1 to 200 characters"),
        (("--span", "0:3", "--as", "名" * 201), "argument --as: a name has 1 to 200 characters"),
    ],
)
def test_a_passage_that_is_not_clear_is_refused_in_one_line(
    annotate: Duidu, annotations: Duidu, passage: tuple[str, ...], message: str
) -> None:
    printed = annotate(*passage)

    assert (printed.status, printed.out) == (1, "")
    assert printed.err.startswith("duidu: " + message)
    assert printed.err.count("\n") == 1
    assert annotations() == []


def test_a_passage_without_words_is_refused(annotate: Duidu, text: str) -> None:
    stop = text.index("。")

    printed = annotate("--span", f"{stop}:{stop + 1}")

    assert (printed.status, printed.err) == (
        1,
        "duidu: This passage has no words in it. Select some text first.\n",
    )


def test_a_quote_that_overlaps_itself_is_ambiguous(
    duidu: Duidu, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "人.txt").write_text("这里写的是人人人，没有别的。", encoding="utf-8")
    duidu("import", tmp_path / "人.txt", "--library", library)

    printed = duidu("annotate", "人.txt", "--quote", "人人", "--library", library)

    assert printed.err.startswith("duidu: “人人” occurs 2 times in ")


def test_tags_may_follow_one_flag_or_several(annotate: Duidu) -> None:
    values = annotate(
        "--quote", "人才服务站", "--tag", "数据", "定义", "--tag", "Example", "数据", "--json"
    ).json

    assert values["tags"] == ["定义", "实例", "数据"]


def test_an_unknown_tag_is_told_and_nothing_is_kept(
    annotate: Duidu, annotations: Duidu, library: Path
) -> None:
    printed = annotate("--quote", "人才服务站", "--tag", "定义", "没有", "--as", "王芳")

    with Library.open(library) as opened:
        names = [member.name for member in member_table.all_members(opened)]
    assert printed.status == 1
    assert printed.err == (
        "duidu: No tag is called “没有”. The tags are: 定义, 政策措施, 实例, 数据.\n"
    )
    assert annotations() == []
    assert "王芳" not in names


def test_somebody_new_becomes_a_member_but_not_the_current_one(
    annotate: Duidu, library: Path
) -> None:
    with Library.open(library) as opened:
        current = libraries.current_member(opened)

    printed = annotate("--quote", "人才服务站", "--as", "王芳", "--json")
    again = annotate("--quote", "国际合作", "--as", "王芳", "--json")

    with Library.open(library) as opened:
        assert libraries.current_member(opened) == current
        assert len(member_table.all_members(opened)) == 2
    assert printed.json["member"] == again.json["member"] == "王芳"
    assert printed.err == "duidu: 王芳 is a new member of this library.\n"
    assert again.err == ""


def test_without_a_name_the_current_member_annotates(annotate: Duidu, library: Path) -> None:
    with Library.open(library) as opened:
        current = libraries.current_member(opened)

    assert annotate("--quote", "人才服务站", "--json").json["member"] == current.name


def test_the_list_is_what_the_service_lists(
    annotate: Duidu, annotations: Duidu, library: Path
) -> None:
    annotate("--quote", "国际合作", "--tag", "实例")
    annotate("--quote", "人才服务站")

    with Library.open(library) as opened:
        listed = list_annotations(opened, AnnotationFilter())
    assert [one["id"] for one in annotations()] == [one.annotation.id for one in listed]
    assert [one["quote"] for one in annotations()] == ["人才服务站", "国际合作"]


def test_the_plain_list_names_built_in_tags_in_its_own_language(
    annotate: Duidu, duidu: Duidu, library: Path
) -> None:
    annotate("--quote", "国际合作", "--tag", "实例", "定义")
    with Library.open(library) as opened:
        definition = lookup.find_tag(opened, "定义")
        ChangeTag(definition, replace(definition, name="概念")).apply(opened)

    printed = duidu("annotations", "--library", library).out

    assert "  概念, Example  " in printed or "  Example, 概念  " in printed


@pytest.mark.parametrize(
    ("filters", "quotes"),
    [
        ((), ["人才服务站", "国际合作"]),
        (("--document", "措施.txt"), ["人才服务站", "国际合作"]),
        (("--document", "笔记.txt"), []),
        (("--tag", "Example"), ["国际合作"]),
        (("--member", "王芳"), ["人才服务站"]),
        (("--text", "国 际"), ["国际合作"]),
        (("--text", "想一想"), ["人才服务站"]),
        (("--tag", "实例", "--member", "王芳"), []),
    ],
)
def test_annotations_are_filtered(
    annotate: Duidu, annotations: Duidu, filters: tuple[str, ...], quotes: list[str]
) -> None:
    annotate("--quote", "国际合作", "--tag", "实例")
    annotate("--quote", "人才服务站", "--as", "王芳", "--note", "再想一想")

    assert [one["quote"] for one in annotations(*filters)] == quotes


def test_a_filter_by_somebody_unknown_is_told(duidu: Duidu, library: Path) -> None:
    printed = duidu("annotations", "--member", "没有", "--library", library)

    assert (printed.status, printed.err) == (1, "duidu: No member is called “没有”.\n")


def test_the_plain_list_shows_passage_and_note(
    annotate: Duidu, duidu: Duidu, library: Path
) -> None:
    annotate("--quote", "按月公布结果。第三条", "--tag", "数据", "--note", "一\n二", "--as", "王芳")

    head, *rest = duidu("annotations", "--library", library).out.splitlines()

    assert head.endswith("  Statistic  王芳")
    assert rest == ["    按月公布结果。", "    第三条", "    * 一", "    * 二", "1 annotation"]


def test_an_empty_list_says_so(duidu: Duidu, library: Path) -> None:
    assert duidu("annotations", "--library", library).out == "There are no such annotations.\n"


@pytest.mark.parametrize(
    ("options", "grouping", "language"),
    [
        ((), Grouping.TAG, Language.ZH),
        (("--by", "document"), Grouping.DOCUMENT, Language.ZH),
        (("--by", "order", "--language", "en"), Grouping.READING_ORDER, Language.EN),
    ],
)
def test_an_export_is_what_the_service_exports(
    annotate: Duidu,
    duidu: Duidu,
    library: Path,
    options: tuple[str, ...],
    grouping: Grouping,
    language: Language,
) -> None:
    annotate("--quote", "人才服务站", "--tag", "实例", "数据", "--note", "*问*")

    printed = duidu("export", "markdown", *options, "--library", library)

    with Library.open(library) as opened:
        expected = exporting.export_markdown(
            opened, AnnotationFilter(), ExcerptStyle(grouping, language)
        )
    assert printed.out == expected
    assert "人才服务站" in expected


def test_an_export_is_filtered(annotate: Duidu, duidu: Duidu, library: Path) -> None:
    annotate("--quote", "人才服务站", "--tag", "实例")
    annotate("--quote", "国际合作", "--tag", "数据")

    printed = duidu("export", "markdown", "--tag", "数据", "--library", library)

    assert "国际合作" in printed.out
    assert "人才服务站" not in printed.out


def test_an_export_to_a_file_replaces_it(
    annotate: Duidu, duidu: Duidu, library: Path, tmp_path: Path
) -> None:
    annotate("--quote", "人才服务站", "--tag", "实例")
    file = tmp_path / "摘录.md"
    file.write_text("old", encoding="utf-8")

    printed = duidu("export", "markdown", "-o", file, "--library", library)

    assert printed.out == f"Written to {file}.\n"
    assert file.read_text(encoding="utf-8") == duidu("export", "markdown", "--library", library).out


def test_an_export_to_nowhere_is_told(duidu: Duidu, library: Path, tmp_path: Path) -> None:
    file = tmp_path / "没有" / "摘录.md"

    printed = duidu("export", "markdown", "-o", file, "--library", library)

    assert printed.status == 1
    assert printed.err.startswith(f"duidu: {file} cannot be written.")


def test_an_unknown_format_is_told(duidu: Duidu) -> None:
    printed = duidu("export", "pdf")

    assert printed.status == 1
    assert printed.err.startswith("duidu: argument KIND: invalid choice: 'pdf'")


def test_writing_makes_the_backup_of_the_day_once(annotate: Duidu, library: Path) -> None:
    annotate("--quote", "人才服务站")
    annotate("--quote", "国际合作")

    [backup] = library.parent.glob("backups/*/*.duidu")
    with Library.open(backup) as opened:
        assert list_annotations(opened, AnnotationFilter()) == []


def test_work_goes_on_where_no_backup_can_be_made(annotate: Duidu, library: Path) -> None:
    (library.parent / "backups").write_text("in the way", encoding="utf-8")

    printed = annotate("--quote", "人才服务站")

    assert printed.status == 0
    assert printed.err.startswith("duidu: Today's backup could not be made.")


@pytest.mark.parametrize(
    ("options", "style"),
    [
        ((), TextStyle()),
        (("--format", "md", "--language", "en"), TextStyle(TextFormat.MARKDOWN, Language.EN)),
        (("--format", "html", "--pages"), TextStyle(TextFormat.HTML, has_pages=True)),
        (("--without-annotations",), TextStyle(has_annotations=False)),
        (("--without-editor-notes",), TextStyle(has_editor_notes=False)),
    ],
)
def test_an_exported_text_is_what_the_service_exports(
    annotate: Duidu, duidu: Duidu, library: Path, options: tuple[str, ...], style: TextStyle
) -> None:
    annotate("--quote", "人才服务站", "--tag", "实例", "数据", "--note", "*问*")

    printed = duidu("export", "text", "措施.txt", *options, "--library", library)

    with Library.open(library) as opened:
        document = lookup.find_document(opened, "措施.txt")
        expected = text_export.export_text(opened, document, AnnotationFilter(), style)
    assert printed.out == expected
    assert ("*问*" in expected or "\\*问\\*" in expected) == style.has_annotations


def test_an_exported_text_has_the_annotations_that_are_wanted(
    annotate: Duidu, duidu: Duidu, library: Path, tmp_path: Path
) -> None:
    annotate("--quote", "人才服务站", "--tag", "实例")
    annotate("--quote", "国际合作", "--tag", "数据")
    file = tmp_path / "a.txt"

    printed = duidu("export", "text", "措施.txt", "--tag", "数据", "-o", file, "--library", library)

    written = file.read_text(encoding="utf-8")
    assert printed.out == f"Written to {file}.\n"
    assert "国际合作（注1）" in written
    assert "（注2）" not in written


def test_export_says_which_kinds_there_are(duidu: Duidu, library: Path) -> None:
    printed = duidu("export", "--library", library)

    assert printed.status == 1
    assert "KIND" in printed.err


def test_the_plain_list_counts_repeats_and_distinct_passages(
    annotate: Duidu, duidu: Duidu, library: Path
) -> None:
    annotate("--quote", "人才服务站", "--tag", "实例")
    with Library.open(library) as opened:
        first = list_annotations(opened, AnnotationFilter())[0].annotation
        repeat = new_annotation(first.selector, first.member_id, passage_id=first.id)
        AddAnnotation(repeat).apply(opened)

    last = duidu("annotations", "--library", library).out.splitlines()[-1]

    assert last == "2 annotations, 1 distinct passage"
