from dataclasses import replace

from annotator.core.annotation import Annotation
from annotator.core.codebook import Tag
from annotator.core.reply import Reply
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.services.note_search import NoteHit, TagHit, search_notes, search_tags
from annotator.text.queries import parse


def annotation(id_: str, note: str) -> Annotation:
    return Annotation(id_, Selector("d", SourceSpan(0, 1), "新"), "m", 0, 0, note=note)


def in_notes(query: str, *notes: str) -> list[NoteHit]:
    annotations = [annotation(str(number), note) for number, note in enumerate(notes)]
    return [hit for hit in search_notes(annotations, parse(query)) if hit]


def test_a_note_is_found_with_what_stands_around_in_its_paragraph() -> None:
    [hit] = in_notes("创新", "第一行\n这里说的是科技 创\n新", "没有")

    assert (hit.annotation.id, hit.before, hit.match, hit.after) == (
        "0",
        "这里说的是科技 ",
        "创\n新",
        "",
    )


def test_every_place_in_a_note_is_a_hit() -> None:
    hits = in_notes("𠮷", "𠮷😀𠮷", "", "𠮷")

    assert [(hit.annotation.id, hit.before) for hit in hits] == [
        ("0", ""),
        ("0", "𠮷😀"),
        ("2", ""),
    ]


def test_a_query_without_letters_finds_no_note() -> None:
    assert in_notes(" ", "笔记 ") == []


def test_tags_are_found_by_name_and_by_definition() -> None:
    tags = [Tag("1", "创新", "#ffffff"), Tag("2", "措施", "#ffffff")]
    texts = [(tags[0], ("创新", "新的办法")), (tags[1], ("措施", "支持创新的办法"))]

    hits = [hit for hit in search_tags(texts, parse("创新")) if hit]

    assert hits == [TagHit(tags[0], "", "创新", ""), TagHit(tags[1], "支持", "创新", "的办法")]


def test_replies_are_searched_with_the_note_they_stand_under() -> None:
    thread = (Reply("r1", "0", "m", 0, 0, "不同意𠮷"), Reply("r2", "0", "m", 0, 0, "同意"))
    with_thread = replace(annotation("0", "同意吗？"), replies=thread)

    hits = [hit for hit in search_notes([with_thread], parse("同意")) if hit]

    assert [(hit.reply.id if hit.reply else None, hit.before) for hit in hits] == [
        (None, ""),
        ("r1", "不"),
        ("r2", ""),
    ]
    assert [hit.whole for hit in hits] == ["同意吗？", "不同意𠮷", "同意"]
