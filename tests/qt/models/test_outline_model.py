from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QSignalSpy

from annotator.core.reading_text import OutlineEntry, Paragraph, ParagraphKind, ReadingText
from annotator.qt.models.outline_model import OutlineModel
from annotator.text.repair import repair

Nested = list[tuple[str, "Nested"]]


BODY = "河边的小镇今天很安静，只有风吹过树叶的声音，人们都在家里休息，等着下午的集市开门。"


def headings(*levels: int) -> ReadingText:
    """Return a text of headings, called by their numbers, each ten letters and a page long."""
    paragraphs, outline = [], []
    for at, level in enumerate(levels):
        paragraphs.append(Paragraph(at * 10, at * 10 + 9, ParagraphKind.HEADING, level, at))
        outline.append(OutlineEntry(str(at), level, at * 10, at))
    text = "\n".join("一二三四五六七八九" for _ in levels)
    return ReadingText(text, tuple(paragraphs), (), outline=tuple(outline))


def nested(model: OutlineModel, parent: QModelIndex | None = None) -> Nested:
    parent = parent or QModelIndex()
    indexes = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [(index.data(), nested(model, index)) for index in indexes]


def walked(model: OutlineModel, parent: QModelIndex | None = None) -> list[str]:
    return [title for title, below in nested(model, parent) for title in (title, *flat(below))]


def flat(below: Nested) -> list[str]:
    return [title for name, deeper in below for title in (name, *flat(deeper))]


def test_the_model_is_as_qt_wants_it(qtmodeltester: object) -> None:
    model = OutlineModel()
    model.set_text(headings(1, 2, 3, 2, 1))

    qtmodeltester.check(model)


def test_a_heading_stands_under_the_higher_one_before_it() -> None:
    model = OutlineModel()

    model.set_text(headings(1, 2, 3, 2, 1))

    assert nested(model) == [("0", [("1", [("2", [])]), ("3", [])]), ("4", [])]


def test_an_outline_may_begin_low_and_leave_levels_out() -> None:
    model = OutlineModel()

    model.set_text(headings(3, 1, 4, 2))

    assert nested(model) == [("0", []), ("1", [("2", []), ("3", [])])]


@given(levels=st.lists(st.integers(1, 6), max_size=20))
def test_every_heading_is_there_once_and_in_order(levels: list[int]) -> None:
    model = OutlineModel()

    model.set_text(headings(*levels))

    assert walked(model) == [str(at) for at in range(len(levels))]


def test_pages_stand_in_the_second_column() -> None:
    model = OutlineModel()
    text = headings(1, 1)
    without = (text.paragraphs[0], replace(text.paragraphs[1], page=None))
    model.set_text(replace(text, paragraphs=without))

    assert [model.index(row, 1).data() for row in range(2)] == ["0", ""]


def test_the_current_heading_is_marked_and_only_it() -> None:
    model = OutlineModel()
    model.set_text(headings(1, 2, 2))
    model.set_place(12)
    spy = QSignalSpy(model.dataChanged)

    model.set_place(25)

    assert model.current().data() == "2"
    assert [spy.at(at)[0].data() for at in range(spy.count())] == ["1", "2"]


def test_an_article_tells_its_source_and_date() -> None:
    model = OutlineModel()
    lines = ["文选", "## 甲", BODY, "（《报》2024年3月1日）", "## 乙", BODY, "（作者系某教授）"]
    model.set_text(repair("\n\n".join(lines)))
    root = model.index(0, 0)
    first, second = (model.index(row, 0, root) for row in range(2))

    assert first.data(OutlineModel.OriginRole) == "报 2024-03-01"
    assert second.data(OutlineModel.OriginRole) == "作者系某教授"
    assert root.data(OutlineModel.OriginRole) == ""
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "## 甲\n报 2024-03-01"


def test_a_section_without_a_title_is_called_by_its_first_words() -> None:
    model = OutlineModel()
    lines = ["文选", BODY, "（作者系某教授）", "短。", BODY, "（作者系另一人）", BODY]
    model.set_text(repair("\n\n".join(lines)))

    titles = [title for title in walked(model) if title != "文选"]

    assert titles == ["“短。”", "“河边的小镇今天很安静，只有风吹过树叶…”"]
