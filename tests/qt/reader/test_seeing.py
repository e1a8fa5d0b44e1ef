"""Hiding members and colouring by them: as if the text had other highlights, without making any."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from annotator.core.codebook import Underline
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.core.visibility import Visibility
from annotator.qt.reader.appearance import PaneColours, TagLook
from annotator.qt.reader.highlight_index import Highlight, HighlightIndex
from annotator.qt.reader.overview_bar import OverviewBar
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.reader.seeing import Seeing
from annotator.qt.reader.text_model import TextModel

MEMBERS = ("甲", "乙", "𠮷")
TAGS = ("definition", "measure")
LENGTH = 12 * 10 - 1
LOOKS = {
    id_: TagLook(QColor.fromHsv(40 + 70 * number, 120, 220), Underline.SOLID)
    for number, id_ in enumerate((*MEMBERS, *TAGS))
}

members = st.sampled_from(MEMBERS)
spans = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 50)).map(
    lambda pair: ReadingSpan(pair[0], min(LENGTH, sum(pair)))
)
taggings = st.dictionaries(
    st.sampled_from(TAGS), st.lists(members, min_size=1, unique=True).map(tuple)
)
highlights = st.builds(
    lambda id_, span, given, **rest: Highlight(
        id_, span, tuple(given), given_by=tuple(given.values()), **rest
    ),
    st.sampled_from("abcdefgh"),
    spans,
    taggings,
    member_id=members,
    replied_by=st.lists(members, max_size=2).map(tuple),
)
seeings = st.builds(Seeing, st.builds(Visibility, st.frozensets(members)), st.booleans())


def made_for(seeing: Seeing, everybodys: Iterator[Highlight]) -> list[Highlight]:
    """Return the highlights of a text in which the hidden members never wrote."""
    hidden = seeing.visibility.hidden_members
    found = []
    for one in everybodys:
        if one.member_id in hidden:
            continue
        tags = [
            tag_id
            for tag_id, givers in zip(one.tag_ids, one.given_by, strict=True)
            if {*givers} - hidden
        ]
        found.append(
            Highlight(
                one.annotation_id,
                one.span,
                (one.member_id,) if seeing.is_by_member else tuple(tags),
                member_id=one.member_id,
                replied_by=tuple(id_ for id_ in one.replied_by if id_ not in hidden),
            )
        )
    return found


def looks(highlights: list[Highlight]) -> set[tuple[object, ...]]:
    return {
        (one.annotation_id, one.span, one.tag_ids, one.member_id, one.replied_by)
        for one in highlights
    }


@given(
    st.lists(highlights, max_size=12),
    seeings,
    seeings,
    st.sets(st.sampled_from("abcdefgh")),
)
def test_each_piece_has_what_is_seen_in_it(
    text_of: Callable[..., ReadingText],
    added: list[Highlight],
    before: Seeing,
    seeing: Seeing,
    removed: set[str],
) -> None:
    model = TextModel(text_of(*["国" * 9] * 12))
    index = HighlightIndex(model, added, before)
    for number in range(len(model)):
        index.in_piece(number)
    index.seeing = seeing
    for number in range(0, len(model), 2):
        index.in_piece(number)
    for annotation_id in removed:
        index.remove(annotation_id)

    left = made_for(seeing, iter(index))
    anew = HighlightIndex(model, left)
    for number in range(len(model)):
        piece = model.piece(number)
        assert looks(index.in_piece(number)) == looks(anew.in_piece(number))
        assert looks(index.at(piece.start)) == looks(anew.at(piece.start))
    for annotation_id in "abcdefgh":
        assert (index.get(annotation_id) is None) == (anew.get(annotation_id) is None)


@pytest.fixture
def bar(qtbot: QtBot, text_of: Callable[..., ReadingText]) -> Iterator[OverviewBar]:
    bar = OverviewBar()
    qtbot.addWidget(bar)
    bar.resize(12, 200)
    bar.set_text(text_of(*["国" * 9] * 12))
    bar.set_look(LOOKS, PaneColours())
    bar.show()
    yield bar
    bar.close()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(highlights, max_size=8), highlights, seeings)
def test_overview_shows_what_is_seen(
    bar: OverviewBar, present: list[Highlight], more: Highlight, seeing: Seeing
) -> None:
    by_id = {one.annotation_id: one for one in present}
    bar.see(Seeing())
    bar.set_highlights(by_id.values())
    bar.see(seeing)
    bar.add_highlight(more)
    seen = bar.grab().toImage()

    by_id[more.annotation_id] = more
    bar.see(Seeing())
    bar.set_highlights(made_for(seeing, iter(by_id.values())))

    assert bar.grab().toImage() == seen


def test_a_pane_that_gets_another_text_still_hides_whom_it_hid(
    qtbot: QtBot, text_of: Callable[..., ReadingText]
) -> None:
    pane = ReaderPane()
    qtbot.addWidget(pane)
    pane.set_text(text_of("国国国国国"))
    hiding = Seeing(Visibility(frozenset(["甲"])))
    pane.selecting.view.decorations.highlights.seeing = hiding

    pane.set_text(text_of("新新新新新"))
    pane.set_highlights(
        [
            Highlight("a", ReadingSpan(0, 3), (), member_id="甲"),
            Highlight("b", ReadingSpan(0, 4), (), member_id="乙"),
        ]
    )

    assert pane.annotation_at(1) == "b"
