"""The index of shared passages: what stands here elsewhere too, and where."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.document import About
from annotator.core.passage import Pair, Place, SharedPassages
from annotator.core.span import ReadingSpan
from annotator.services import comparing, importing
from annotator.services.passage_index import PassageIndex
from annotator.storage import document_table
from annotator.storage.library import Library

QUOTATION = "新质生产力的特点是创新，关键在质优，本质是先进生产力"
OTHER = "因地制宜地发展各地的新产业而不是一哄而上地搞一种模式"
BETWEEN = "后来隔了好些日子他们开会又谈到许多不相干的事情一直谈到天黑才散"
DATES = {"一": "2024", "二": "2023-09-07", "三": "", "四": "2024-03"}


@pytest.fixture
def index(library: Library, tmp_path: Path) -> PassageIndex:
    for name, text in {
        "一.txt": f"𠮷甲方认为，{QUOTATION}。{BETWEEN}：{OTHER}！",
        "二.txt": f"乙方引用道：“{QUOTATION.replace('，', '、')}”，并表示赞成。",
        "三.txt": f"丙方说的是{QUOTATION.replace('优', '好')}，{BETWEEN[::-1]}，也有{OTHER}。",
        "四.txt": "这里说的是别的事情。",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        importing.import_file(library, tmp_path / name)
    for document in document_table.all_documents(library):
        about = About(document.title, date=DATES[document.title])
        document_table.set_about(library, document.id, about)
    return PassageIndex(comparing.compare(library, fuzzy=True))


def ids(index: PassageIndex) -> dict[str, str]:
    return {document.title: document.id for document in index.comparison.documents}


def text(index: PassageIndex, title: str) -> str:
    documents = index.comparison.documents
    return index.comparison.texts[[one.title for one in documents].index(title)]


def titles(index: PassageIndex, document_ids: list[str]) -> list[str]:
    by_id = {document_id: title for title, document_id in ids(index).items()}
    return [by_id[document_id] for document_id in document_ids]


def test_family_in_the_most_texts_comes_first(index: PassageIndex) -> None:
    assert [len(family.texts) for family in index.families] == [3, 2]


def test_place_has_the_families_that_stand_there(index: PassageIndex) -> None:
    first, second = index.families
    one = text(index, "一")

    assert index.at(ids(index)["一"], one.index("特点")) == [first]
    assert index.at(ids(index)["一"], one.index("因地")) == [second]
    assert index.at(ids(index)["一"], one.index("后来")) == []
    assert index.at(ids(index)["一"], 10**6) == []
    assert index.at("unknown", 0) == []


def test_span_is_shared_by_the_texts_that_say_something_of_it(index: PassageIndex) -> None:
    one = text(index, "一")
    start, end = one.index("特点"), one.index("因地") + 1

    assert titles(index, index.sharing(ids(index)["一"], ReadingSpan(0, 2))) == []
    assert titles(index, index.sharing(ids(index)["一"], ReadingSpan(start, start + 1))) == [
        "二",
        "三",
    ]
    assert titles(index, index.sharing(ids(index)["一"], ReadingSpan(end - 1, end))) == ["三"]
    assert titles(index, index.sharing(ids(index)["一"], ReadingSpan(start, end))) == ["二", "三"]


def test_stretches_tell_how_many_others_share_them(index: PassageIndex) -> None:
    found = index.stretches(ids(index)["一"])

    assert [(stretch.span.slice_of(text(index, "一")), stretch.others) for stretch in found] == [
        (QUOTATION, 2),
        (OTHER, 1),
    ]
    assert index.stretches(ids(index)["四"]) == []
    assert index.stretches("unknown") == []


def test_passages_stand_in_the_order_of_the_text(index: PassageIndex) -> None:
    found = index.passages(ids(index)["三"])

    assert [span.slice_of(text(index, "三")) for span, _ in found] == [
        QUOTATION.replace("优", "好"),
        OTHER,
    ]


def test_counterpart_is_the_same_letter_in_each_other_text(index: PassageIndex) -> None:
    place = text(index, "一").index("本质") + 1

    found = index.counterparts(ids(index)["一"], place)

    assert titles(index, list(found)) == ["二", "三"]
    for title in ("二", "三"):
        counterpart = found[ids(index)[title]]
        assert text(index, title)[counterpart.place - 1 : counterpart.place + 4] == "本质是先进"
    assert found[ids(index)["二"]].similarity == 1 > found[ids(index)["三"]].similarity


def test_counterpart_of_a_mark_is_near_and_of_other_words_nothing(index: PassageIndex) -> None:
    one = text(index, "一")

    comma = index.counterparts(ids(index)["一"], one.index("，关键"))
    nothing = index.counterparts(ids(index)["一"], one.index("后来"))

    assert text(index, "二")[comma[ids(index)["二"]].place] in "、关"
    assert nothing == {}


def test_matrix_counts_the_letters_that_two_texts_share(index: PassageIndex) -> None:
    letters = sum(map(str.isalnum, QUOTATION))
    one, two, three, four = (ids(index)[title] for title in "一二三四")

    assert index.matrix[one, two] == index.matrix[two, one] == letters
    assert index.matrix[one, three] == letters + len(OTHER)
    assert (one, four) not in index.matrix
    assert (one, one) not in index.matrix


def test_first_said_is_the_text_whose_date_is_earlier_for_sure(index: PassageIndex) -> None:
    first, second = index.families

    said = index.first_said(first)

    assert said is not None
    assert index.comparison.document(said).title == "二"
    assert index.first_said(second) is None


@pytest.mark.parametrize(
    ("dates", "is_sure"),
    [
        (("2024", "2024-03"), False),
        (("2024-03", "2024-03"), False),
        (("2024-03", "2024-04-01"), True),
        (("2024-03", ""), False),
    ],
)
def test_dates_that_do_not_tell_leave_it_open(
    library: Library, tmp_path: Path, dates: tuple[str, str], is_sure: bool
) -> None:
    for name, date in zip("甲乙", dates, strict=True):
        (tmp_path / f"{name}.txt").write_text(f"{name}说：{QUOTATION}。", encoding="utf-8")
        imported = importing.import_file(library, tmp_path / f"{name}.txt")
        document_table.set_about(library, imported.document.id, About(name, date=date))
    index = PassageIndex(comparing.compare(library))

    assert (index.first_said(index.families[0]) is not None) == is_sure


def test_editions_of_a_text_are_one_text_but_have_counterparts(
    index: PassageIndex, library: Library
) -> None:
    document_table.set_predecessor(library, ids(index)["三"], ids(index)["一"])
    place = text(index, "一").index("特点")

    linked = PassageIndex(comparing.compare(library, fuzzy=True))

    assert (index.text_count, linked.text_count) == (4, 3)
    assert [linked.reach(family) for family in linked.families] == [2, 1]
    assert [one.others for one in linked.stretches(ids(index)["一"])] == [1]
    span = ReadingSpan(place, place + 1)
    assert titles(index, linked.sharing(ids(index)["一"], span)) == ["二"]
    assert len(linked.passages(ids(index)["一"])) == 1
    other = text(index, "一").index("因地")
    assert linked.met(ids(index)["一"], ReadingSpan(other, other + 1)) is None
    assert set(linked.counterparts(ids(index)["一"], place)) == {ids(index)["二"], ids(index)["三"]}


def test_counterpart_stands_in_the_text_not_in_its_table_of_contents(index: PassageIndex) -> None:
    one = text(index, "一")
    entry, body = ReadingSpan(0, len(QUOTATION)), ReadingSpan(40, 40 + len(QUOTATION))
    contents = [(), (entry,), (), ()]
    shared = SharedPassages(
        tuple(
            Pair(Place(0, index.comparison.shared.pairs[0].a.span), Place(1, span), 1.0)
            for span in (entry, body)
        ),
        (),
    )
    texts = (one, f"{QUOTATION}{'隔' * (40 - len(QUOTATION))}{QUOTATION}", "", "")
    listing = replace(index.comparison, texts=texts, contents=tuple(contents), shared=shared)

    found = PassageIndex(listing).counterparts(ids(index)["一"], one.index("特点"))

    assert found[ids(index)["二"]].span == body
