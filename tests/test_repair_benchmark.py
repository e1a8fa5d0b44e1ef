"""The repair benchmark knows what is right: truth and scores, without typesetting anything."""

import pytest

from tests.benchmarks.repair_layouts import LAYOUTS, PageLayout
from tests.benchmarks.repair_scoring import numbered, score
from tests.benchmarks.repair_sources import CleanParagraph, Document, documents
from tests.benchmarks.repair_truth import truth_of

LAYOUT = PageLayout(
    "small",
    page="",
    body="",
    margins={
        "top-left:left": "{title}",
        "top-left:right": "{section}",
        "bottom-left": "— {page} —",
    },
    kept_apart=False,
    has_footnotes=True,
    first_page_is_bare=True,
)
DOCUMENT = Document(
    "small",
    (
        CleanParagraph("河边", rank=1),
        CleanParagraph("水很清[1]，𠮷😀鱼不多。", notes=((1, "去年量的。"),)),
        CleanParagraph("早晨：一天", rank=2),
        CleanParagraph("雾散了。"),
    ),
    kept_apart=False,
)
PAGES = [
    "河边\n水很清[1]，\n[1]去年量的。\n— 1 —\n\f",
    "河边\n𠮷😀鱼不多。\n— 2 —\n\f",
    "早晨：一天\n雾散\n了。\n— 3 —\n\f",
]
EXTRACTED = "".join(PAGES)
RIGHT = ["河边", "水很清[1]，", "[1]去年量的。", "𠮷😀鱼不多。", "早晨：一天", "雾散了。"]


def test_borders_are_known_across_pages_and_notes() -> None:
    truth = truth_of(EXTRACTED, DOCUMENT, LAYOUT)

    breaks = [truth.letters[border.left] for border in truth.borders if border.is_break]
    assert breaks == ["边", "，", "。", "。", "天"]
    assert truth.unknown == 0


def test_running_lines_are_known_even_where_they_say_what_a_heading_says() -> None:
    truth = truth_of(f"{PAGES[0]}{PAGES[1]}早晨\n{PAGES[2]}", DOCUMENT, LAYOUT)

    lines = [truth.letters[line.start : line.stop] for line in truth.running_lines]
    assert lines == ["—1—", "河边", "—2—", "早晨", "—3—"]


def test_right_paragraphs_have_a_full_score() -> None:
    truth = truth_of(EXTRACTED, DOCUMENT, LAYOUT)

    figures = score(truth, numbered(EXTRACTED, RIGHT)).figures()

    assert figures["break f1"] == figures["join f1"] == 1
    assert figures["running lines left"] == figures["letters lost"] == 0


@pytest.mark.parametrize(
    ("paragraphs", "precision", "recall"),
    [
        (["".join(RIGHT)], 1, 0),
        ([*RIGHT[:5], "雾散", "了。"], 5 / 6, 1),
        ([RIGHT[0] + RIGHT[1], *RIGHT[2:]], 1, 4 / 5),
    ],
    ids=["one", "one too many", "one too few"],
)
def test_wrong_breaks_cost_precision_and_missing_ones_recall(
    paragraphs: list[str], precision: float, recall: float
) -> None:
    truth = truth_of(EXTRACTED, DOCUMENT, LAYOUT)

    figures = score(truth, numbered(EXTRACTED, paragraphs)).figures()

    assert figures["break precision"] == pytest.approx(precision)
    assert figures["break recall"] == pytest.approx(recall)


def test_running_lines_that_stay_and_letters_that_go_are_counted() -> None:
    truth = truth_of(EXTRACTED, DOCUMENT, LAYOUT)

    result = score(truth, numbered(EXTRACTED, ["河边", "水很清[1]，[1]去年量的。— 1 —"]))

    assert (result.running_left, result.running_lines) == (1, 4)
    assert result.lost == len("𠮷😀鱼不多。早晨：一天雾散了。")


def test_letters_that_are_nowhere_in_the_text_are_counted() -> None:
    truth = truth_of("河边\n另外的话\n", DOCUMENT, LAYOUT)

    assert truth.unknown == 4


def test_numbers_of_letters_survive_what_a_repairer_drops_and_adds() -> None:
    assert numbered("一二\n三 四\n五", ["一二！", "四五"]) == [0, 0, None, 1, 1]


def test_what_is_kept_apart_shares_nothing_with_what_is_for_tuning() -> None:
    texts: dict[bool, set[str]] = {True: set(), False: set()}
    for document in documents():
        texts[document.kept_apart] |= {p.text for p in document.paragraphs if len(p.text) > 12}

    assert min(map(len, texts.values())) > 100
    assert not texts[True] & texts[False]


def test_layouts_show_page_numbers_in_five_styles_or_more() -> None:
    styles = {
        text.replace("{title}", "").replace("{section}", "").strip()
        for layout in LAYOUTS
        for text in layout.margins.values()
        if "{page}" in text
    }

    assert len(styles) >= 5
    assert {layout.kept_apart for layout in LAYOUTS} == {True, False}
