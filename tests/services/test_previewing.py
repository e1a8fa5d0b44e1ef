"""Previewing: counts, title and corrections of a text before it comes in."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.corrections import NO_CORRECTIONS, Rule
from annotator.core.errors import DiskFullError, EmptyFileError, FileChangedError, TextFileError
from annotator.services import correcting, importing, previewing, reading
from annotator.services.importing import Wanted
from annotator.storage import document_table
from annotator.storage.library import Library

PAGES = "".join(
    f"新质生产力研究\n\n第{number}章的正文从这里开始，一直写到这一页的末尾，然后换到下一页。\n\n{number}\n\f"
    for number in range(1, 6)
)
ANY_TEXT = st.text(alphabet="新质生产力𠮷😀 \u3000\t\n\f\v\x85\u2028\u2029a1。", max_size=80)


def test_counts_tell_what_repair_did() -> None:
    seen = previewing.preview(previewing.pasted(PAGES, "页.txt"))

    counts = seen.counts()

    assert counts.lines == 15
    assert counts.page_edges >= 5
    assert counts.paragraphs == len(seen.reading_text.paragraphs)


def test_rule_that_is_off_leaves_the_page_numbers_in() -> None:
    corrections = NO_CORRECTIONS.with_rule(Rule.PAGE_EDGES, on=False)

    seen = previewing.preview(previewing.pasted(PAGES, "页.txt"), corrections=corrections)

    assert seen.counts().page_edges == 0
    assert seen.corrected(NO_CORRECTIONS).counts().page_edges >= 5


def test_title_is_the_text_s_own_else_the_name_of_the_file() -> None:
    titled = "关于创新\n\n创新是引领发展的第一动力，抓创新就是抓发展，谋创新就是谋未来。\n"
    plain = "创新是引领发展的第一动力，抓创新就是抓发展，谋创新就是谋未来。\n"

    assert previewing.preview(previewing.pasted(titled, "a.txt")).title == "关于创新"
    assert previewing.preview(previewing.pasted(plain, "笔记.txt")).title == "笔记"


def test_empty_title_of_the_reader_s_changes_nothing() -> None:
    seen = previewing.preview(previewing.pasted("只有一段话。", "a.txt"))

    assert previewing.with_title(seen, "  ") is seen
    assert previewing.with_title(seen, " 新题 ").title == "新题"


def test_pasted_half_of_a_character_becomes_a_question_mark() -> None:
    seen = previewing.preview(previewing.pasted("半个字\ud83d。", "a.txt"))

    assert seen.extract.text == "半个字?。"


def test_text_without_anything_to_read_is_refused() -> None:
    with pytest.raises(EmptyFileError):
        previewing.preview(previewing.pasted(" \n\u3000\n", "空.txt"))


@given(ANY_TEXT)
def test_source_as_it_came_keeps_every_offset(source: str) -> None:
    shown = previewing.as_it_came(source)

    assert len(shown.text) == len(source)
    for paragraph in shown.paragraphs:
        line = shown.text[paragraph.start : paragraph.end]
        assert line == source[paragraph.start : paragraph.end]
        assert len(line.splitlines()) <= 1
    ends = [paragraph.end for paragraph in shown.paragraphs[:-1]]
    assert [shown.text[end] for end in ends] == ["\n"] * len(ends)
    assert shown.paragraphs[-1].end == len(source)


def test_pages_of_the_source_are_counted() -> None:
    pages = [item.page for item in previewing.as_it_came("一\n二\f三").paragraphs]

    assert pages == [1, 1, 2]
    assert previewing.as_it_came("一\n二").paragraphs[0].page is None


def test_pages_of_the_source_are_those_that_the_file_tells() -> None:
    shown = previewing.as_it_came("一\f二\f三\f四", ("iv", None, 1))

    assert [item.page for item in shown.paragraphs] == ["iv", None, 1, 4]


def _wanted(folder: Path, count: int) -> list[Wanted]:
    paths = [folder / f"{number}.txt" for number in range(count)]
    for path in paths:
        path.write_text(f"第{path.stem}篇讲的是对读。\n", encoding="utf-8")
    return [Wanted(path) for path in paths]


def test_several_texts_come_in_each_by_itself(library: Library, tmp_path: Path) -> None:
    wanted = _wanted(tmp_path, 3)
    (tmp_path / "1.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    told: list[tuple[int, int, str]] = []

    outcome = importing.import_all(library.path, wanted, lambda *told_now: told.append(told_now))

    assert [isinstance(result, TextFileError) for result in outcome.results] == [False, True, False]
    assert len(document_table.all_documents(library)) == 2
    steps = list(dict.fromkeys(told))
    assert steps == [(0, 3, "0.txt"), (1, 3, "1.txt"), (2, 3, "2.txt"), (3, 3, "")]


class _Enough(Exception):  # noqa: N818
    """What breaks an import off."""


@pytest.mark.parametrize("after", range(4))
def test_of_an_import_that_is_broken_off_nothing_stays(
    after: int, library: Library, tmp_path: Path
) -> None:
    before = list(library.db.iterdump())

    def report(done: int, _total: int, _name: str) -> None:
        if done == after:
            raise _Enough

    with pytest.raises(_Enough):
        importing.import_all(library.path, _wanted(tmp_path, 3), report)

    assert list(library.db.iterdump()) == before


def test_nothing_stays_where_the_library_fails_between_two_texts(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list(library.db.iterdump())
    insert = document_table.insert

    def insert_one(*details: object) -> object:
        monkeypatch.setattr(document_table, "insert", fail)
        return insert(*details)  # type: ignore[arg-type]

    def fail(*_: object) -> None:
        raise DiskFullError(path=library.path)

    monkeypatch.setattr(document_table, "insert", insert_one)
    with pytest.raises(DiskFullError):
        importing.import_all(library.path, _wanted(tmp_path, 3), lambda *_: None)

    assert list(library.db.iterdump()) == before


def test_corrections_of_a_text_that_became_another_are_refused(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "文.txt"
    path.write_text("第一句话在这里。第二句话在那里。\n", encoding="utf-8")
    seen = previewing.preview(path)
    corrections = correcting.split(NO_CORRECTIONS, seen.reading_text, 8)
    path.write_text("别的。第一句话在这里。第二句话在那里。\n", encoding="utf-8")
    wanted = Wanted(path, corrections=corrections, seen_id=seen.document_id)

    outcome = importing.import_all(library.path, [wanted], lambda *_: None)

    assert isinstance(outcome.results[0], FileChangedError)
    assert document_table.all_documents(library) == []


def test_corrections_come_in_with_the_text(library: Library) -> None:
    file = previewing.pasted("第一句话在这里。第二句话在那里。\n", "文.txt")
    seen = previewing.preview(file)
    corrections = correcting.split(NO_CORRECTIONS, seen.reading_text, 8)
    wanted = Wanted(file, corrections=corrections, title="题", seen_id=seen.document_id)

    outcome = importing.import_all(library.path, [wanted], lambda *_: None)

    document = outcome.imports[0].document
    assert document.title == "题"
    assert reading.reading_text(library, document.id).text == "第一句话在这里。\n第二句话在那里。"
    assert document_table.corrections(library, document.id).breaks == {8}


def test_repair_of_one_text_can_be_broken_off() -> None:
    seen = previewing.preview(previewing.pasted("第一句话在这里。\n" * 3000, "文.txt"))
    pulses = iter(range(4))

    def stop_at_the_fifth() -> None:
        if next(pulses, None) is None:
            raise _Enough

    corrections = correcting.split(NO_CORRECTIONS, seen.reading_text, 4)
    with pytest.raises(_Enough):
        seen.corrected(corrections, stop_at_the_fifth)
