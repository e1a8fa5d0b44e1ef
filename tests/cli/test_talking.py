"""reply, unread: members talk from the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotator.services import libraries, lookup
from annotator.services.editing.annotation_edits import DeleteAnnotations, set_tags
from annotator.storage import annotation_table
from annotator.storage.library import Library

Duidu = Callable[..., Any]


def test_a_reply_is_listed_changed_and_deleted(
    duidu: Duidu, library: Path, annotation_id: str
) -> None:
    here = ("--library", library)
    made = duidu("reply", annotation_id, "我不同意𠮷", "--as", "林", "--json", *here).json
    changed = duidu("reply", made["id"], "我同意", "--change", *here)

    (listed,) = duidu("annotations", "--json", *here).json
    assert changed.out.strip() == made["id"]
    assert [(one["id"], one["member"], one["content"]) for one in listed["replies"]] == [
        (made["id"], "林", "我同意")
    ]
    assert f"> {made['id']}  林: 我同意" in duidu("annotations", *here).out
    assert "- 回复：\n  - 林（" in duidu("export", "markdown", "--replies", *here).out
    assert "回复" not in duidu("export", "markdown", *here).out
    assert "：我同意" in duidu("export", "text", "措施.txt", "--replies", *here).out
    assert "回复" not in duidu("export", "text", "措施.txt", *here).out
    assert (
        duidu("search", "我同意", "--in", "notes", "--json", *here).json[0]["reply"] == made["id"]
    )
    assert "1 annotation, 1 reply" in duidu("check", *here).out

    assert duidu("reply", made["id"], "--delete", *here).status == 0
    assert duidu("annotations", "--json", *here).json[0]["replies"] == []


def test_the_beginning_of_an_id_is_enough_where_it_is_the_only_one(
    duidu: Duidu, library: Path, annotation_id: str
) -> None:
    here = ("--library", library)
    assert duidu("reply", annotation_id[:-2], "好", *here).status == 0
    duidu("annotate", "措施.txt", "--quote", "国际合作", *here)

    several = duidu("reply", annotation_id[:4], "好", *here)
    none = duidu("reply", "没有", "好", *here)
    empty = duidu("reply", annotation_id, " ", *here)

    assert [one.status for one in (several, none, empty)] == [1, 1, 1]
    assert "2 ids begin with" in several.err
    assert "No annotation has the id" in none.err
    assert "A reply needs some words" in empty.err


def test_tags_and_deletions_of_others_are_listed(
    duidu: Duidu, library: Path, theirs: Path, annotation_id: str
) -> None:
    here = ("--library", library)
    duidu("annotate", "措施.txt", "--quote", "国际合作", *here)
    duidu("merge", library, "--library", theirs)
    with Library.open(theirs) as opened:
        zhou = libraries.current_member(opened)
        other = next(one for one in annotation_ids(opened) if one != annotation_id)
        tag_id = lookup.find_tag(opened, "实例").id
        set_tags(opened, [annotation_id], [tag_id], zhou.id).apply(opened)
        DeleteAnnotations((other,)).apply(opened)
    assert "`duidu unread`" in duidu("merge", theirs, *here).out

    listed = duidu("unread", "--json", *here).json
    told = duidu("unread", *here).out

    assert [(one["kind"], one["annotation"], one["words"]) for one in listed][-2:] == [
        ("tag", annotation_id, "实例"),
        ("deletion", other, ""),
    ]
    assert f"{other}  deletion  of " in told


def annotation_ids(library: Library) -> list[str]:
    return [one.id for one in annotation_table.all_annotations(library)]


def test_what_came_is_listed_until_it_is_marked(
    duidu: Duidu, library: Path, theirs: Path, annotation_id: str
) -> None:
    here = ("--library", library)
    duidu("reply", annotation_id, "周说", "--library", theirs)
    duidu("annotate", "措施.txt", "--quote", "国际合作", "--library", theirs)
    assert duidu("unread", *here).out == "Nothing that came is unread.\n"
    assert "`duidu unread`" in duidu("merge", theirs, *here).out
    assert "`duidu unread`" not in duidu("merge", theirs, *here).out

    listed = duidu("unread", "--json", *here).json
    told = duidu("unread", "--mark-read", *here).out

    assert [(one["kind"], one["member"], one["words"]) for one in listed] == [
        ("reply", "周", "周说"),
        ("annotation", "周", ""),
    ]
    assert "周说" in told
    assert duidu("unread", "--json", *here).json == []
