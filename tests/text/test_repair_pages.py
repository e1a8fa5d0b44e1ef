"""Page turns, page numbers, running lines, numbers of sections, and pages that break off."""

import pytest

from annotator.core.corrections import NO_CORRECTIONS, Corrections, Rule
from annotator.core.reading_text import ParagraphKind, ReadingText
from annotator.core.structure import Structure, ToldParagraph
from annotator.text.repair import DropReason, MarkKind, repair

PROSE = (
    "清晨的雾还没有散开，河面上已经有人撑着小船来往，船头放着刚捞上来的水草和几只空篮子，"
    "岸边的石阶被露水打湿，走上去要扶着墙，墙里传来磨豆子的声音，一圈一圈转得很慢，"
    "卖早点的人把炉子搬到桥头，火苗在风里摇，油锅里响起来的时候，读书的孩子正好路过，"
    "他们数一数口袋里的钱，又抬头看看钟楼，决定先买半块饼再跑，跑过三条街就到学堂，"
    "先生站在门口等着，手里拿着一把旧伞，看见谁迟到也不说话，只是把伞往里让一让，"
    "屋里的人已经开始念书，声音高低不齐，却能听出是同一篇，念到一半窗外下起小雨，"
)
LINES = [(PROSE * 4)[i : i + 22] for i in range(0, 22 * 36, 22)]
END = "天就黑了。"


def dropped(source: str, reading: ReadingText, reason: DropReason) -> list[str]:
    return [p.span.slice_of(source) for p in reading.dropped if p.reason == reason]


def page(number: int, *, header: str = "", footer: str = "") -> str:
    """Return a page of one paragraph, with these edges."""
    rows = [*LINES[number * 3 : number * 3 + 6], END]
    return "\n".join([*[header] * bool(header), *rows, *[footer] * bool(footer)])


def test_form_feeds_give_the_pages() -> None:
    reading = repair("\n\f".join(page(number) for number in (1, 2, 3)))

    assert [paragraph.page for paragraph in reading.paragraphs] == [1, 2, 3]


def test_pages_are_called_as_the_file_calls_them() -> None:
    structure = Structure(is_typeset=True, pages=("iv", None, "A-3"))

    source = "\n\f".join(page(number) for number in (1, 2, 3, 4))
    reading = repair(source, structure=structure)

    assert [paragraph.page for paragraph in reading.paragraphs] == ["iv", None, "A-3", 4]
    assert reading.text == repair(source).text


def test_sentence_goes_on_over_a_form_feed() -> None:
    source = "\n".join(LINES[:5]) + "\n\f" + "\n".join([*LINES[5:10], END])

    reading = repair(source)

    assert len(reading.paragraphs) == 1


def test_page_that_begins_inside_a_paragraph_is_told_where_it_begins() -> None:
    pages = [LINES[:5], LINES[5:10], [*LINES[10:15], END]]

    reading = repair("\n\f".join("\n".join(lines) for lines in pages))

    assert [(turn.start, turn.page) for turn in reading.page_turns] == [(110, 2), (220, 3)]
    assert [reading.page_at(offset) for offset in (0, 109, 110, 219, 220)] == [1, 1, 2, 2, 3]


def test_page_begins_below_its_header() -> None:
    pages = [LINES[n * 6 : n * 6 + 6] for n in range(4)]
    source = "\n\f".join("\n".join(["河边的日子", *lines]) for lines in pages)

    reading = repair(source)

    first_lines = [reading.text[turn.start :][:22] for turn in reading.page_turns]
    assert first_lines == [lines[0] for lines in pages[1:]]


def test_page_of_which_nothing_is_shown_begins_nowhere() -> None:
    source = "\n".join(LINES[:5]) + "\n\f \n\f" + "\n".join([*LINES[5:10], END])

    reading = repair(source)

    assert [turn.page for turn in reading.page_turns] == [3]


def test_half_of_a_split_paragraph_is_on_its_own_page() -> None:
    source = "\n".join(LINES[:5]) + "\n\f" + "\n".join([*LINES[5:10], END])
    at = source.index(LINES[5])

    reading = repair(source, corrections=NO_CORRECTIONS.with_break(at))

    assert [paragraph.page for paragraph in reading.paragraphs] == [1, 2]
    assert reading.page_turns == ()


def test_page_numbers_and_running_lines_go() -> None:
    source = "\n\f".join(
        page(n, header=f"河边的日子 第{n}页", footer=f"— {n} —") for n in range(1, 6)
    )

    reading = repair(source)

    assert dropped(source, reading, DropReason.PAGE_NUMBER) == [f"— {n} —" for n in range(1, 6)]
    assert dropped(source, reading, DropReason.HEADER) == [
        f"河边的日子 第{n}页" for n in range(1, 6)
    ]
    assert "河边的日子" not in reading.text


def test_running_title_that_opens_the_text_is_shown_once() -> None:
    source = "\n\f".join(page(n, header="河边的日子") for n in range(1, 6))

    reading = repair(source)

    assert reading.text.count("河边的日子") == 1
    assert reading.text.startswith("河边的日子\n")


def test_datelines_that_differ_in_digits_are_no_footers() -> None:
    source = "\n\f".join(page(n, footer=f"（《晨报》2024年3月{n}日）") for n in range(1, 9))

    reading = repair(source)

    assert reading.text.count("（《晨报》2024年3月") == 8


def test_figures_at_page_ends_that_do_not_count_the_pages_stay() -> None:
    source = "\n\f".join(page(n, footer=figure) for n, figure in enumerate(["88", "3", "41", "7"]))

    reading = repair(source)

    assert all(f"\n{figure}" in reading.text for figure in ("88", "3", "41", "7"))


def test_web_address_on_every_slide_goes() -> None:
    slides = [
        f"www.example.org 河边小镇\n\n第{word}张\n\n{word}条路通到河边" for word in "一二三四"
    ]
    source = "\n\n\n\n".join(slides)

    reading = repair(source)

    assert "www" not in reading.text
    assert len(dropped(source, reading, DropReason.HEADER)) == 4


def test_title_of_slides_is_shown_once() -> None:
    slides = [f"河边小镇的一年\n\n{word}天的河\n\n河水和山色" for word in "春夏秋冬"]
    source = "\n\n\n\n".join(slides)

    reading = repair(source)

    assert reading.text.count("河边小镇的一年") == 1
    assert len(dropped(source, reading, DropReason.REPEATED_TITLE)) == 3
    assert reading.outline[0].title == "河边小镇的一年"


VOICES = "河边的声音"
OLD_MAN, FERRYMAN = "卖鱼的老人：以早起换来一天的清闲", "摆渡的船夫：水上的路也是路"


def outline_of_slides(*slides: tuple[str, ...]) -> list[tuple[str, int]]:
    reading = repair("\n\n\n\n".join("\n\n".join(slide) for slide in slides))
    return [(entry.title, entry.level) for entry in reading.outline]


def test_titles_below_the_title_of_slides_are_of_second_rank() -> None:
    slides = [(VOICES, FERRYMAN, f"{word}、{word}天的河", "𠮷家的船") for word in "一二三"]

    found = outline_of_slides((VOICES, OLD_MAN, "他起得比鱼还早，才能在集市上摆出来。"), *slides)

    numbered = [(f"{word}、{word}天的河", 3) for word in "一二三"]
    assert found == [(VOICES, 1), (OLD_MAN, 2), (FERRYMAN, 2), *numbered]


@pytest.mark.parametrize(
    "second", [("——他们说的话", "河边的树"), ("桥上的人都听见了。", "河边的树"), (OLD_MAN,)]
)
def test_what_can_be_no_title_of_second_rank_is_none(second: tuple[str, ...]) -> None:
    slides = [(VOICES, FERRYMAN, f"{word}天的河\n𠮷家的船") for word in "春夏秋"]

    assert outline_of_slides((VOICES, *second), *slides) == [(VOICES, 1), (FERRYMAN, 2)]


def test_what_the_file_does_not_tell_is_no_title_of_second_rank() -> None:
    slides = [(VOICES, FERRYMAN, f"{word}天的河") for word in "春夏秋"]
    source = "\n\f".join("\n".join(slide) for slide in [(VOICES, OLD_MAN, "他笑了。"), *slides])
    told = (ToldParagraph(0, ParagraphKind.TITLE, 1),)

    reading = repair(source, structure=Structure(told))

    assert OLD_MAN not in [entry.title for entry in reading.outline]


def test_what_stands_below_the_title_of_slides_is_no_title_where_few_repeat_one() -> None:
    slides = [(VOICES, f"{word}天：一场雨", "他说，鱼也要睡觉。") for word in "春夏秋"]

    found = outline_of_slides(*slides, (VOICES, FERRYMAN, "河边"), (VOICES, FERRYMAN, "桥头"))

    assert found == [(VOICES, 1), (FERRYMAN, 2)]


def with_pages(*, broken: int | None) -> str:
    """Return a text of fourteen pages with eight lines each but the broken one, and no form feeds.

    Each line has an empty row before it, but the first on a page has none, and a lone blank.
    A paragraph ends on the third line of a page, with a trailing blank; the next has an indent.
    """
    pages = []
    for number in range(14):
        first, second, *others = LINES[number * 2 : number * 2 + 7]
        rows = [first, second, f"{END} ", f"  {others[0]}", *others[1:]]
        pages.append("\n\n".join(rows[:6] if number == broken else rows))
    return "\n ".join(pages)


def test_page_that_breaks_off_is_marked_and_not_joined() -> None:
    reading = repair(with_pages(broken=9))

    starts = [mark.start for mark in reading.marks if mark.kind == MarkKind.PAGE_MISSING]
    assert [reading.text[start : start + 22] for start in starts] == [LINES[20]]
    assert len(reading.paragraphs) == 16


def test_pages_that_are_all_full_are_joined_without_marks() -> None:
    reading = repair(with_pages(broken=None))

    assert reading.marks == ()
    assert len(reading.paragraphs) == 15


def slides(numbers: list[str]) -> list[str]:
    """Return slides, one after each that has a number at its end."""
    firsts = [f"第{'一二三四五'[i]}场在𠮷家门口办{number}" for i, number in enumerate(numbers)]
    return [slide for first in firsts for slide in (first, "桥头搭台\n河边唱戏\n路口摆酒")]


def lone_numbers(source: str) -> list[str]:
    return [line for line in repair(source).text.split("\n") if line.isdigit()]


@pytest.mark.parametrize("blank", ["", " "])
def test_numbers_of_sections_at_page_ends_are_paragraphs_where_no_heading_is(blank: str) -> None:
    source = "\n\n\n\n".join(slides([f"{blank}{n:02}" for n in range(1, 5)]))

    reading = repair(source)

    assert lone_numbers(source) == ["01", "02", "03", "04"]
    assert "第二场在𠮷家门口办\n" in reading.text


SECTIONS = ["河边的集市", "𠮷家的茶园", "桥头的戏台"]


def sections() -> str:
    """Return slides that repeat the titles of their sections, first with a lead and a number."""
    leads = [f"{title}\n\n——{title}在山里，一年只有一回。" for title in SECTIONS]
    firsts = [f"{lead}{n:02}" for n, lead in enumerate(leads, 1)]
    seconds = [f"{title}\n\n那一天\n\n人来人往的路口" for title in SECTIONS]
    return "\n\n\n\n".join(slide for both in zip(firsts, seconds, strict=True) for slide in both)


def test_numbers_of_sections_go_to_the_headings_in_the_outline() -> None:
    source = sections()

    reading = repair(source)

    titles = [(entry.title, entry.level) for entry in reading.outline]
    assert titles == [(f"{n:02} {title}", 1) for n, title in enumerate(SECTIONS, 1)]
    numbers = [p.span.slice_of(source) for p in reading.dropped if p.reason == "section_number"]
    assert numbers == ["01", "02", "03"]
    assert lone_numbers(source) == []
    assert [reading.text.count(title) for title in SECTIONS] == [2, 2, 2]


def test_number_of_a_section_stays_on_a_page_without_a_heading() -> None:
    assert lone_numbers(f"{sections()}\n\n\n\n河水从山上流下来，04") == ["04"]


@pytest.mark.parametrize("title", SECTIONS[1:])
def test_number_and_repeats_of_a_heading_stay_away_when_it_is_joined_by_hand(title: str) -> None:
    source = sections()
    before = repair(source)
    start = before.source_offset(before.text.index(title))

    after = repair(source, corrections=NO_CORRECTIONS.with_join(start))

    joined = before.text.index(title) - 1
    assert after.text == before.text[:joined] + before.text[joined + 1 :]
    assert len(after.outline) == len(before.outline) - 1


def test_paragraph_after_a_number_is_joined_to_what_is_shown_before_it() -> None:
    source = sections().replace("那一天", "𠮷家办喜事那一天", 1)
    before = repair(source)
    at = before.text.index("𠮷家办喜事")

    after = repair(source, corrections=NO_CORRECTIONS.with_join(before.source_offset(at)))

    assert after.text == before.text[: at - 1] + before.text[at:]
    titles = [entry.title for entry in before.outline]
    assert [entry.title for entry in after.outline] == titles


INTRODUCTION = "村里的人都说，集市一年比一年热闹，路也一年比一年好走。"


@pytest.mark.parametrize(
    ("subject", "level"), [("河边的集", 2), ("河边的集市", 1), ("边的集", 1), ("山里的集", 1)]
)
def test_subject_of_the_first_of_many_headings_is_the_title(subject: str, level: int) -> None:
    first, *others = sections().split("\n\n\n\n")
    slides = [f"{INTRODUCTION}\n\n{subject}\n\n{first}", f"{SECTIONS[0]}\n\n人都散了", *others]

    reading = repair("\n\n\n\n".join(slides))

    title = [(subject, 1)] if level == 2 else []
    numbered = [(f"{n:02} {section}", level) for n, section in enumerate(SECTIONS, 1)]
    assert [(entry.title, entry.level) for entry in reading.outline] == title + numbered


def test_numbers_of_sections_stay_where_page_edges_stay() -> None:
    corrections = Corrections(off=frozenset({Rule.PAGE_EDGES}))

    reading = repair(sections(), corrections=corrections)

    assert [line for line in reading.text.split("\n") if line.isdigit()] == ["01", "02", "03"]


@pytest.mark.parametrize("numbers", [["01", "02"], ["01", "03", "04"], ["1", "2", "3"], ["", ""]])
def test_other_numbers_at_page_ends_stay_with_their_words(numbers: list[str]) -> None:
    assert lone_numbers("\n\n\n\n".join(slides(numbers))) == []


def test_header_in_which_a_blank_tears_the_number_stays() -> None:
    body = "这里说的是别的事情，与前后都不相干。\n" * 4
    headers = ("发展1 2号", "发展13号", "发展14号")

    text = repair("\f".join(f"{header}\n{body}" for header in headers)).text

    assert text.startswith("发展1 2号\n")


def empty_pages(source: str) -> list[str]:
    """Return what stands after each mark of a page without text."""
    reading = repair(source)
    starts = [mark.start for mark in reading.marks if mark.kind == MarkKind.PAGE_EMPTY]
    return [reading.text[start : start + 4] for start in starts]


def test_page_without_text_is_marked_where_the_text_goes_on() -> None:
    pages = ["\n".join(LINES[:20]), "", "\n".join(LINES[20:30]), "", ""]

    assert empty_pages("".join(f"{page}\n\f" for page in pages)) == [LINES[20][:4], LINES[29][-1]]


def test_page_that_holds_nothing_but_its_number_has_no_text() -> None:
    pages = [page(n, footer=f"— {n} —") for n in range(1, 6)]
    pages[1] = "— 2 —"
    source = "".join(f"{one}\n\f" for one in pages)

    assert len(empty_pages(source)) == 1


@pytest.mark.parametrize("end", ["", "\f", "\n\f", "\f\n"])
def test_text_on_every_page_is_not_marked(end: str) -> None:
    assert empty_pages(f"{LINES[0]}\n\f{LINES[1]}{end}") == []
