"""The margin: numbers, bars of tags, signs of notes."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetricsF, QImage

from annotator.core.annotation import AnchorState
from annotator.core.codebook import Underline
from annotator.core.page import Page
from annotator.core.reading_text import PageTurn, Paragraph, ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt import palette
from annotator.qt.reader.appearance import Appearance, MemberLook, PaneColours, TagLook
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.margin import label_font, label_room
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.reader.text_model import LONGEST_PIECE, TextModel

PAPER = PaneColours().paper
TAGS = {
    name: TagLook(QColor(colour), Underline.SOLID)
    for name, colour in {
        "definition": "#fde9ae",
        "measure": "#cdeccb",
        "example": "#cfe4fb",
        "statistic": "#f8d0de",
        "own": "#d8d0f8",
    }.items()
}

MEMBERS = {
    "lin": MemberLook("林", QColor("#8fb0d6")),
    "zhou": MemberLook("周", QColor("#d69a95")),
}


def margin_of(pane: ReaderPane) -> QImage:
    """Return what is left of the lines of the first paragraph."""
    pane.clearFocus()
    line = pane.rect_of(ReadingSpan(40, 41))
    left = min(pane.rect_of(ReadingSpan(n, n + 1)).left() for n in range(60))
    return pane.viewport().grab(QRect(0, 0, left - 2, line.bottom())).toImage()


def colours_in(image: QImage) -> set[str]:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in points}


def bar_colour(tag_id: str) -> str:
    return palette.drawn_on(PAPER, TAGS[tag_id].colour).name()


@pytest.fixture
def read(pane: ReaderPane, text: ReadingText) -> ReaderPane:
    pane.set_text(text)
    pane.set_tag_looks(TAGS)
    return pane


def test_each_tag_of_a_passage_has_a_bar_beside_its_lines(read: ReaderPane) -> None:
    before = colours_in(margin_of(read))

    read.set_highlights([Highlight("1", ReadingSpan(2, 60), ("definition", "example"))])

    added = colours_in(margin_of(read)) - before
    assert added == {bar_colour("definition"), bar_colour("example")}


def test_bar_of_a_passage_goes_with_it(read: ReaderPane) -> None:
    before = margin_of(read)
    read.add_highlight(Highlight("1", ReadingSpan(2, 60), ("measure",)))
    assert margin_of(read) != before

    read.remove_highlight("1")

    assert margin_of(read) == before


def test_tags_beyond_the_lanes_share_the_last_one(read: ReaderPane) -> None:
    def columns(tag_id: str) -> set[int]:
        read.set_highlights([Highlight("1", ReadingSpan(2, 60), (tag_id,))])
        image, colour = margin_of(read), bar_colour(tag_id)
        middle = image.height() // 2
        return {x for x in range(image.width()) if image.pixelColor(x, middle).name() == colour}

    assert columns("own") == columns("statistic")
    assert not columns("example") & columns("statistic")


def test_note_has_a_sign_beside_its_first_line(read: ReaderPane) -> None:
    read.set_highlights([Highlight("1", ReadingSpan(2, 9), ("definition",))])
    without = margin_of(read)

    read.set_highlights([Highlight("1", ReadingSpan(2, 9), ("definition",), has_note=True)])

    assert margin_of(read) != without


def _mark(*members: str, start: int = 2) -> list[Highlight]:
    return [
        Highlight(f"{start}{member}", ReadingSpan(start, start + 7), (), member_id=member)
        for member in members
    ]


def test_members_are_told_by_their_signs_where_their_annotations_begin(read: ReaderPane) -> None:
    read.set_highlights(_mark("lin"))
    alone = margin_of(read)

    read.set_tag_looks(TAGS, MEMBERS)
    assert MEMBERS["lin"].colour.name() in colours_in(margin_of(read))
    assert MEMBERS["zhou"].colour.name() not in colours_in(margin_of(read))
    read.set_highlights(_mark("lin", "zhou"))
    both = colours_in(margin_of(read))
    assert {look.colour.name() for look in MEMBERS.values()} <= both

    read.set_highlights(_mark("lin"))
    read.set_tag_looks(TAGS)
    assert margin_of(read) == alone


def test_signs_differ_without_their_colours(read: ReaderPane) -> None:
    grey = QColor("#c8c8c8")
    read.set_tag_looks(TAGS, {name: MemberLook(name[0], grey) for name in MEMBERS})

    read.set_highlights(_mark("lin"))
    lin = margin_of(read)
    read.set_highlights(_mark("zhou"))

    assert margin_of(read) != lin


def test_members_who_have_no_room_beside_a_line_are_counted(read: ReaderPane) -> None:
    many = {f"m{n:02}": MemberLook("國", QColor.fromHsv(n * 12, 90, 220)) for n in range(30)}
    read.set_tag_looks(TAGS, many)
    read.set_highlights(_mark(*many))

    shown = {look.colour.name() for look in many.values()} & colours_in(margin_of(read))

    assert 1 <= len(shown) < 4
    assert many["m00"].colour.name() in shown


def test_sign_goes_with_its_annotation(read: ReaderPane) -> None:
    read.set_tag_looks(TAGS, MEMBERS)
    before = margin_of(read)
    for highlight in _mark("lin", "zhou"):
        read.add_highlight(highlight)
    assert margin_of(read) != before

    for highlight in _mark("lin", "zhou"):
        read.remove_highlight(highlight.annotation_id)

    assert margin_of(read) == before


def test_replies_have_a_sign_of_their_own(read: ReaderPane) -> None:
    def image(*, has_note: bool, has_replies: bool) -> QImage:
        span = ReadingSpan(2, 9)
        read.set_highlights(
            [Highlight("1", span, ("definition",), has_note, replied_by=("a",) * has_replies)]
        )
        return margin_of(read)

    images = [
        image(has_note=has_note, has_replies=has_replies)
        for has_note in (False, True)
        for has_replies in (False, True)
    ]

    assert all(one != other for one, other in combinations(images, 2))


def test_each_state_but_ok_has_a_sign_of_its_own_shape(read: ReaderPane) -> None:
    def image(state: AnchorState) -> QImage:
        read.set_highlights([Highlight("1", ReadingSpan(2, 9), ("definition",), state=state)])
        return margin_of(read)

    def painted(state: AnchorState) -> frozenset[tuple[int, int]]:
        with_sign = image(state)
        return frozenset(
            (x, y)
            for x in range(with_sign.width())
            for y in range(with_sign.height())
            if with_sign.pixel(x, y) != plain.pixel(x, y)
        )

    plain = image(AnchorState.OK)
    shapes = {painted(state) for state in AnchorState}

    assert len(shapes) == len(AnchorState)
    assert frozenset() in shapes


def test_state_and_note_of_one_line_are_both_seen(read: ReaderPane) -> None:
    def image(*, has_note: bool, state: AnchorState) -> QImage:
        read.set_highlights([Highlight("1", ReadingSpan(2, 9), (), has_note, state)])
        return margin_of(read)

    images = [
        image(has_note=has_note, state=state)
        for has_note in (False, True)
        for state in (AnchorState.OK, AnchorState.TO_CHECK)
    ]

    assert all(one != other for one, other in combinations(images, 2))


def test_signs_of_one_line_stand_apart(read: ReaderPane) -> None:
    def rows(*states: AnchorState) -> set[int]:
        read.set_highlights(
            Highlight(state, ReadingSpan(2 + n, 9 + n), (), n == 0, state)
            for n, state in enumerate(states)
        )
        image = margin_of(read)
        right = image.width() - 15
        return {
            y
            for y in range(image.height())
            if any(near(image.pixelColor(x, y), c) for x in range(right - 9, right) for c in signs)
        }

    def stretches(rows: set[int]) -> int:
        return sum(row - 1 not in rows for row in rows)

    signs = PaneColours().mark, PaneColours().active

    assert stretches(rows(AnchorState.MOVED)) == 2
    assert stretches(rows(AnchorState.MOVED, AnchorState.TO_CHECK)) == 3
    assert stretches(rows(AnchorState.MOVED, AnchorState.TO_CHECK, AnchorState.ORPHAN)) == 4


def test_margin_can_be_put_away_and_leaves_longer_lines(read: ReaderPane) -> None:
    width = read.rect_of(ReadingSpan(0, 120)).width()

    read.set_appearance(Appearance(has_margin=False))

    assert read.rect_of(ReadingSpan(0, 120)).width() > width
    assert colours_in(margin_of(read)) == {PAPER.name()}


def test_every_paragraph_is_counted_and_a_page_named_where_it_begins() -> None:
    pages = (None, 1, 1, 2)
    starts = (0, 3, 6, 9)
    paragraphs = tuple(
        Paragraph(start, start + 2, page=page) for start, page in zip(starts, pages, strict=True)
    )
    turns = (PageTurn(10, 3),)
    model = TextModel(ReadingText("\n".join(["国国"] * 4), paragraphs, (), page_turns=turns))

    pieces = [model.piece(index) for index in range(4)]

    assert [piece.number for piece in pieces] == [1, 2, 3, 4]
    assert [list(model.pages_in(piece)) for piece in pieces] == [
        [],
        [PageTurn(3, 1)],
        [],
        [PageTurn(9, 2), PageTurn(10, 3)],
    ]


def test_part_of_a_text_tells_the_page_that_it_begins_on() -> None:
    paragraphs = (Paragraph(0, 2, page=1), Paragraph(3, 5, page=1))
    model = TextModel(ReadingText("国国\n国国", paragraphs, ()), ReadingSpan(3, 5))

    assert list(model.pages_in(model.piece(0))) == [PageTurn(3, 1)]


def test_parts_of_a_long_paragraph_bear_its_number(text_of: Callable[..., ReadingText]) -> None:
    model = TextModel(text_of("国", "国" * (LONGEST_PIECE + 1)))

    numbers = [(model.piece(n).number, model.piece(n).is_first_of_paragraph) for n in range(3)]

    assert numbers == [(1, True), (2, True), (2, False)]


@pytest.mark.parametrize("paper", ["#fffdf8", "#1c1a18"])
@pytest.mark.parametrize("colour", ["#fde9ae", "#544c3e", "#808080", "#000000", "#ffffff"])
def test_bars_can_be_seen_on_every_paper(paper: str, colour: str) -> None:
    drawn = palette.drawn_on(QColor(paper), QColor(colour))

    assert palette.contrast(drawn, QColor(paper)) >= 2.95


def lines_with_labels(pane: ReaderPane, *colours: QColor) -> list[int]:
    """Return which lines have something of these colours in the margin beside them."""
    image = pane.viewport().grab().toImage()
    rects = (pane.rect_of(ReadingSpan(n, n + 1)) for n in range(120))
    lines = [rect for rect in rects if not rect.isEmpty()]
    left = min(rect.left() for rect in lines)
    beside = sorted({(rect.top(), rect.bottom()) for rect in lines})
    return [
        number
        for number, (top, bottom) in enumerate(beside)
        if any(
            near(image.pixelColor(x, y), colour)
            for colour in colours
            for x in range(left)
            for y in range(top - 8, bottom - 8)
        )
    ]


def near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 60 for a, b in zip(one.toTuple(), other.toTuple(), strict=True))


def test_page_is_named_over_the_number_of_its_first_paragraph(read: ReaderPane) -> None:
    pages = [Paragraph(0, 60, page=7), Paragraph(61, 120, page=7)]
    without = lines_with_labels(read, PaneColours().active)

    read.set_text(ReadingText("国" * 60 + "\n" + "国" * 59, tuple(pages), ()))

    assert without == []
    assert lines_with_labels(read, PaneColours().active) == [0]


def test_page_that_begins_inside_a_paragraph_is_named_beside_its_line(read: ReaderPane) -> None:
    paragraph, turn = Paragraph(0, 120), PageTurn(50, 7)
    read.set_text(ReadingText("国" * 120, (paragraph,), (), page_turns=(turn,)))
    line = sorted({read.rect_of(ReadingSpan(n, n + 1)).top() for n in range(51)})

    assert lines_with_labels(read, PaneColours().active) == [len(line) - 1]


def test_long_name_of_a_page_does_not_reach_into_the_text(read: ReaderPane) -> None:
    def text_beside(page: Page) -> QImage:
        paragraph = Paragraph(0, 120, page=page)
        read.set_text(ReadingText("国" * 120, (paragraph,), ()))
        letter = read.rect_of(ReadingSpan(0, 1))
        return read.viewport().grab(QRect(letter.left(), 0, 200, letter.bottom())).toImage()

    assert text_beside("附录附录附录附录附录附录附录一二") == text_beside("iv")


@pytest.mark.parametrize(("turn", "is_seen"), [(50, True), (0, False)])
def test_page_that_begins_inside_a_line_has_a_stroke_there(
    read: ReaderPane, turn: int, is_seen: bool
) -> None:
    def before_letter(page_turns: tuple[PageTurn, ...]) -> QImage:
        read.set_text(ReadingText("国" * 120, (Paragraph(0, 120),), (), page_turns=page_turns))
        letter = read.rect_of(ReadingSpan(50, 51))
        return read.viewport().grab(QRect(letter.left() - 1, letter.top(), 3, 6)).toImage()

    changed = before_letter((PageTurn(turn, 7),)) != before_letter(())

    assert changed is is_seen


@pytest.mark.parametrize("point_size", [9.0, 13.0, 40.0])
@pytest.mark.parametrize("label", ["1000", "100页"])
def test_labels_are_legible_and_have_room(label: str, point_size: float) -> None:
    appearance = Appearance(point_size=point_size)
    font = label_font(appearance)

    assert font.pointSizeF() >= 8
    assert QFontMetricsF(font).horizontalAdvance(label) <= label_room(appearance)
