"""Sharing by a folder at its edges: refused files, renamed members, one member at two computers,
and files that somebody merged by hand.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.merge_errors import (
    ClockAheadError,
    ShareTooLargeError,
    UnreadableShareError,
)
from annotator.services import bundling, importing, libraries, merging, sharing
from annotator.storage import (
    annotation_table,
    foreign_files,
    incoming,
    member_table,
    seen_files,
    tag_table,
)
from annotator.storage.library import Library
from tests.services.shared_folder import cut, folder, member, own_file, sync
from tests.services.test_merging import annotate
from tests.storage.histories import shared_rows, tag_named

__all__ = ["folder", "member"]

Member = Callable[[str], Library]


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files that were opened."""
    names: list[str] = []
    open_ = foreign_files.opened

    def noted(path: Path) -> object:
        names.append(path.name)
        return open_(path)

    monkeypatch.setattr(foreign_files, "opened", noted)
    return names


def test_refused_file_is_told_again_without_being_opened(
    member: Member, folder: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lin, zhou = member("林"), member("周")
    annotate(lin, 100, 120)
    sync(lin)
    path = own_file(lin, folder)
    whole = path.read_bytes()
    cut(path)
    (folder / "空.duidu").touch()
    first = sync(zhou).refused
    opened.clear()
    monkeypatch.setattr(sharing, "is_library", lambda path: opened.append(path.name))
    again = sync(zhou).refused

    assert opened == []
    assert len(first) == 2
    assert {path: str(error) for path, error in again.items()} == {
        path: str(error) for path, error in first.items()
    }
    monkeypatch.undo()
    path.write_bytes(whole)
    assert list(sync(zhou).refused) == [folder / "空.duidu"]
    assert len(annotation_table.all_annotations(zhou)) == 1


def test_newer_program_looks_once_more_at_what_was_refused(
    member: Member, folder: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lin, zhou = member("林"), member("周")
    annotate(lin, 100, 120)
    sync(lin)
    cut(own_file(lin, folder))
    sync(zhou)
    opened.clear()
    monkeypatch.setattr(seen_files, "SCHEMA_VERSION", 1000)
    sync(zhou)

    assert opened == [own_file(lin, folder).name]


def test_refusal_of_a_file_that_is_gone_is_forgotten(member: Member, folder: Path) -> None:
    zhou = member("周")
    (folder / "坏.duidu").touch()
    sync(zhou)
    (folder / "坏.duidu").unlink()
    (folder / "也坏.duidu").touch()
    sync(zhou)

    assert seen_files.refusal(zhou, folder / "坏.duidu") is None
    assert "坏.duidu" not in str(zhou.rows("SELECT value FROM local_setting")).replace("也坏", "")


def test_what_may_pass_is_tried_again(
    member: Member, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lin, zhou = member("林"), member("周")
    annotate(lin, 100, 120)
    sync(lin)
    path = own_file(lin, folder)
    monkeypatch.setattr(foreign_files, "LONGEST_S", -1.0)
    monkeypatch.setattr(foreign_files, "_STEPS_PER_LOOK", 10)
    assert isinstance(sync(zhou).refused[path], UnreadableShareError)
    monkeypatch.undo()
    monkeypatch.setattr(incoming, "AHEAD_MS", -(10**9))
    assert isinstance(sync(zhou).refused[path], ClockAheadError)
    monkeypatch.undo()

    assert sync(zhou).new_annotations == 1


def test_text_that_unpacks_to_too_much_is_refused_and_the_others_come_in(
    member: Member, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lin, zhou = member("林"), member("周")
    annotate(lin, 100, 120)
    sync(lin)
    with libraries.create(tmp_path / "大.duidu") as big:
        (tmp_path / "大.txt").write_text("很长的一篇。\n" * 999, encoding="utf-8")
        importing.import_file(big, tmp_path / "大.txt")
    shutil.copy(tmp_path / "大.duidu", folder / "1 大.duidu")
    monkeypatch.setattr(incoming, "LONGEST_SOURCE_BYTES", 1000)
    found = sync(zhou)

    assert {type(error) for error in found.refused.values()} == {ShareTooLargeError}
    assert found.new_annotations == 1


def test_renamed_member_has_one_bundle(member: Member, folder: Path) -> None:
    lin, zhou = member("林"), member("周")
    annotate(lin, 100, 120)
    sync(lin)
    first = own_file(lin, folder)
    lin.db.execute("UPDATE member SET name = '林老师' WHERE name = '林'")
    sync(lin)

    assert own_file(lin, folder) != first
    assert list(folder.iterdir()) == [own_file(lin, folder)]
    assert sync(zhou).new_annotations == 1


def test_bundle_of_a_former_name_that_another_put_there_stays(member: Member, folder: Path) -> None:
    lin = member("林")
    annotate(lin, 100, 120)
    sync(lin)
    first = own_file(lin, folder)
    first.write_bytes(b"somebody else's")
    lin.db.execute("UPDATE member SET name = '林老师' WHERE name = '林'")
    sync(lin)

    assert first.read_bytes() == b"somebody else's"


def test_one_member_at_two_computers_shares_from_both(
    member: Member, folder: Path, tmp_path: Path
) -> None:
    desktop, zhou = member("林"), member("周")
    annotate(desktop, 100, 120, "搬家以前")
    sync(desktop)
    with Library.open(Path(shutil.copy(desktop.back_up(), tmp_path / "laptop.duidu"))) as laptop:
        sharing.choose_folder(laptop, folder)
        assert libraries.current_member(laptop) == libraries.current_member(desktop)
        annotate(desktop, 300, 320, "在家里")
        both = annotate(laptop, 400, 420, "在路上")
        for library in (laptop, desktop, zhou, laptop, desktop):
            sync(library)
        annotation_table.set_note(desktop, both.id, "回家以后改了")
        for library in (desktop, laptop, zhou):
            sync(library)

        assert own_file(laptop, folder) != own_file(desktop, folder)
        assert shared_rows(laptop) == shared_rows(desktop) == shared_rows(zhou)
    notes = {annotation.note for annotation in annotation_table.all_annotations(zhou)}
    assert notes == {"搬家以前", "在家里", "回家以后改了"}


def test_conflicted_copies_of_several_ages_end_like_the_newest(
    member: Member, folder: Path
) -> None:
    lin, zhou, chen = member("林"), member("周"), member("陈")
    for number in range(3):
        annotate(lin, 100 + 100 * number, 120 + 100 * number)
        sync(lin)
        own = own_file(lin, folder)
        shutil.copy(own, own.with_stem(f"{own.stem} (conflicted copy {3 - number})"))
        sync(zhou)
    sync(chen)
    for library in (lin, zhou, chen):
        assert sync(library).refused == {}

    assert shared_rows(lin) == shared_rows(zhou) == shared_rows(chen)
    assert len(annotation_table.all_annotations(chen)) == 3


def test_file_that_one_merged_by_hand_reaches_the_group_when_it_lies_in_the_folder(
    member: Member, folder: Path, tmp_path: Path, samples_file: Path
) -> None:
    lin, chen = member("林"), member("陈")
    mailed = tmp_path / "周.duidu"
    with Library.open(Path(shutil.copy(samples_file, tmp_path / "theirs.duidu"))) as theirs:
        zhou = libraries.add_member(theirs, "周")
        member_table.make_current(theirs, zhou.id)
        annotate(theirs, 100, 120, "寄来的")
        bundling.write_bundle(theirs, mailed)
    merging.merge(lin, mailed, report=lambda *_: None)
    for library in (lin, chen):
        sync(library)
    assert annotation_table.all_annotations(chen) == []

    shutil.copy(mailed, folder)
    for library in (lin, chen, lin):
        sync(library)
    assert shared_rows(lin) == shared_rows(chen)
    assert len(annotation_table.all_annotations(chen)) == 1


def test_tag_of_another_that_is_saved_as_it_was_is_not_handed_on(member: Member) -> None:
    lin, zhou = member("林"), member("周")
    tag_table.insert(lin, tag_named("难点"))
    for library in (lin, zhou):
        sync(library)
    came = tag_table.find_even_deleted(zhou, tag_named("难点").id)
    assert came is not None
    tag_table.update(zhou, came)

    assert sync(zhou).written is None


def test_undone_merge_hides_nothing_from_the_next_look_into_the_folder(
    member: Member, folder: Path, tmp_path: Path
) -> None:
    lin, zhou = member("林"), member("周")
    annotate(zhou, 100, 120, "周的笔记")
    sync(zhou)
    mailed = shutil.copy(zhou.back_up(), tmp_path / "周.duidu")
    before = shared_rows(lin)
    merging.merge_all(lin, [mailed], report=lambda *_: None)
    sync(lin)
    merging.undo(lin)
    assert shared_rows(lin) == before

    assert sync(lin).new_annotations == 1
    assert sync(lin).reports == {}
