"""What the reader corrected and what the file tells go before what repair would guess."""

from hypothesis import example, given
from hypothesis import strategies as st

from annotator.core.corrections import NO_CORRECTIONS, Corrections, Rule
from annotator.core.reading_text import ParagraphKind, ReadingText
from annotator.core.structure import Structure, ToldParagraph
from annotator.text.repair import repair

COLUMN = (
    "　　这一段从这里开始，文字排到栏宽为止，然后换\n行接着往下说，说到这里就是末尾了。\n"
    "　　第二段讲的是另外一件事情，它同样要占满一整\n行，也在下一行的中间结束。\n"
    "　　到了第三段，作者又换了一个话题来谈，谈得不\n多，很快就谈完了。\n"
    "　　最后一段总结前面所有的话，读者看到这里便知\n道全文的意思。\n"
)
PIECES = st.sampled_from(
    [
        "新质生产力是",
        "创新起主导作用，",
        "一、内涵",
        "𠮷😀",
        "标题 ........ 12",
        "\n",
        "\n\n",
        "\f",
        " ",
        "\u3000",
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)
OFFSETS = st.frozensets(st.integers(0, 200), max_size=12)
CORRECTIONS = st.builds(
    lambda off, breaks, joins: Corrections(off, breaks, joins - breaks),
    st.frozensets(st.sampled_from(Rule)),
    OFFSETS,
    OFFSETS,
)
TOLD = st.lists(
    st.builds(
        ToldParagraph, st.integers(0, 200), st.sampled_from(ParagraphKind), st.integers(0, 6)
    ),
    max_size=8,
)
STRUCTURES = st.none() | st.builds(Structure, TOLD.map(tuple), st.booleans())


def paragraphs_of(text: ReadingText) -> list[str]:
    return [text.text[item.start : item.end] for item in text.paragraphs]


def test_break_by_hand_parts_a_paragraph_within_a_line() -> None:
    at = COLUMN.index("文字排到")

    corrected = repair(COLUMN, corrections=NO_CORRECTIONS.with_break(at))

    before, after = paragraphs_of(repair(COLUMN)), paragraphs_of(corrected)
    assert after[1].startswith("文字排到")
    assert after[0] + after[1] == before[0]
    assert after[2:] == before[1:]


def test_join_by_hand_goes_on_with_the_paragraph_before() -> None:
    before = repair(COLUMN)
    start = before.source_offset(before.paragraphs[2].start)

    after = repair(COLUMN, corrections=NO_CORRECTIONS.with_join(start))

    texts = paragraphs_of(before)
    assert paragraphs_of(after) == [texts[0], texts[1] + texts[2], *texts[3:]]


def test_join_takes_back_a_break_and_a_break_a_join() -> None:
    at = COLUMN.index("文字排到")
    broken = NO_CORRECTIONS.with_break(at)

    assert paragraphs_of(repair(COLUMN, corrections=broken.with_join(at))) == paragraphs_of(
        repair(COLUMN)
    )
    assert broken.with_join(at).with_break(at) == broken


def test_without_the_rule_of_paragraphs_every_line_is_one() -> None:
    corrections = NO_CORRECTIONS.with_rule(Rule.PARAGRAPHS, on=False)

    assert paragraphs_of(repair(COLUMN, corrections=corrections)) == [
        line.strip() for line in COLUMN.splitlines()
    ]


def test_without_the_rule_of_blanks_they_stay() -> None:
    corrections = NO_CORRECTIONS.with_rule(Rule.BLANKS, on=False)

    assert repair("科 技 创  新", corrections=corrections).text == "科 技 创  新"
    assert repair("科 技 创  新").text == "科技创新"


def test_without_the_rule_of_page_edges_numbers_stay() -> None:
    pages = "".join(
        f"这一页讲的是第{number}件事情，说得\n还没有完\n{number}\f" for number in range(1, 6)
    )
    corrections = NO_CORRECTIONS.with_rule(Rule.PAGE_EDGES, on=False)

    assert "4" not in repair(pages).text.replace("第4件", "")
    assert "4" in repair(pages, corrections=corrections).text.replace("第4件", "")


def test_structure_tells_paragraphs_and_kinds() -> None:
    source = "一篇文章\n第一行没有标点\n第二行也没有\n小标题\n正文，\n还是正文。"
    structure = Structure(
        (
            ToldParagraph(0, ParagraphKind.TITLE, 1),
            ToldParagraph(source.index("小标题"), ParagraphKind.HEADING, 3),
        )
    )

    text = repair(source, structure=structure)

    assert paragraphs_of(text) == source.splitlines()
    assert [item.kind for item in text.paragraphs] == [
        "title",
        *["body"] * 2,
        "heading",
        *["body"] * 2,
    ]
    assert [(entry.title, entry.level) for entry in text.outline] == [
        ("一篇文章", 1),
        ("小标题", 2),
    ]


def test_second_part_of_a_heading_that_is_parted_by_hand_is_what_it_says() -> None:
    source = "河边的集市开门以后，人就多了起来。\n卖鱼的老人。"
    structure = Structure((ToldParagraph(0, ParagraphKind.HEADING, 1),))
    corrections = NO_CORRECTIONS.with_break(source.index("开门"))

    reading = repair(source, structure=structure, corrections=corrections)

    kinds = [(paragraph.kind, paragraph.level) for paragraph in reading.paragraphs]
    assert kinds == [(ParagraphKind.TITLE, 1), (ParagraphKind.BODY, 0), (ParagraphKind.BODY, 0)]


def test_headings_of_a_typeset_text_are_told_and_its_lines_are_joined() -> None:
    page = (
        "　　早晨的河边有人走过，水面上\n的雾还没有散开。\n　　卖菜的人来了，把青菜放\n在木板上。\n"
    )
    source = "".join(
        f"{head}\n{page}河边的日子\n\f" for head in ("河边的\n日子", "山里", "集市", "路口")
    )
    headings = [source.index("河边的"), source.index("集市"), source.rindex("河边的日子")]
    bodies = [source.index("　　早晨") + 2, source.index("集市") + 5]
    told = [ToldParagraph(start, ParagraphKind.HEADING, 2) for start in headings]
    told += [ToldParagraph(start, ParagraphKind.BODY) for start in bodies]
    told.sort(key=lambda item: item.start)

    text = repair(source, structure=Structure(tuple(told), is_typeset=True))

    titles = [entry.title for entry in text.outline]
    assert [titles[0], titles[-1]] == ["河边的日子", "河边的日子"]
    assert "集市" in titles
    assert "早晨的河边有人走过，水面上的雾还没有散开。" in paragraphs_of(text)
    assert [item.page for item in text.paragraphs if item.level] == [1, 2, 3, 4, 4][-len(titles) :]
    assert sum(piece.reason == "footer" for piece in text.dropped) == 3


ENTRIES = "标题 ........ 12\n" * 3
TITLE_FIRST = Structure((ToldParagraph(0, ParagraphKind.TITLE, 1),), is_typeset=True)


@example(ENTRIES, TITLE_FIRST, NO_CORRECTIONS)
@given(TEXTS, STRUCTURES, CORRECTIONS)
def test_every_letter_keeps_its_place_whatever_is_corrected(
    source: str, structure: Structure | None, corrections: Corrections
) -> None:
    text = repair(source, structure=structure, corrections=corrections)

    for run in text.runs:
        shown = text.text[run.start : run.start + run.length]
        assert shown == source[run.source_start : run.source_start + run.length]
    pieces = [(run.source_start, run.source_start + run.length) for run in text.runs]
    pieces += [(piece.span.start, piece.span.end) for piece in text.dropped]
    at = 0
    for start, end in sorted(pieces):
        assert start == at
        at = end
    assert at == len(source)


@given(TEXTS, CORRECTIONS)
def test_borders_set_by_hand_hold_as_far_as_their_letters_are_shown(
    source: str, corrections: Corrections
) -> None:
    text = repair(source, corrections=corrections)

    starts = {text.source_offset(item.start) for item in text.paragraphs[1:]}
    shown = {run.source_start + step for run in text.runs for step in range(run.length)}
    assert not starts & corrections.joins
    for offset in corrections.breaks & shown:
        if not source[offset].isspace() and offset != text.source_offset(0):
            assert offset in starts
