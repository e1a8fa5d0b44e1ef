"""Places to the pixel: every pixel has one, and leads back to itself."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize

from annotator.core.reading_text import Paragraph, ParagraphKind, ReadingText, Run
from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.selection import single_character
from annotator.qt.reader.text_model import TextModel
from annotator.qt.reader.text_view import TextView

KINDS = st.sampled_from([ParagraphKind.BODY, ParagraphKind.TITLE, ParagraphKind.LIST])
PARAGRAPHS = st.lists(st.tuples(st.text("国𠮷😀，。a ", max_size=90), KINDS), max_size=12)


def view_of(paragraphs: list[tuple[str, ParagraphKind]]) -> TextView:
    placed, start = [], 0
    for text, kind in paragraphs:
        placed.append(Paragraph(start, start + len(text), kind))
        start += len(text) + 1
    whole = "\n".join(text for text, _ in paragraphs)
    text = ReadingText(whole, tuple(placed), (Run(0, len(whole), 0),) if whole else ())
    return TextView(TextModel(text), Appearance(), QSize(300, 200), single_character)


@given(PARAGRAPHS)
def test_every_pixel_has_a_place_further_on_and_leads_back(
    fonts: None, paragraphs: list[tuple[str, ParagraphKind]]
) -> None:
    view = view_of(paragraphs)
    for index in range(view.column.piece_count):  # or heights would still be estimates
        view.column.piece_by_index(index)
    last = max(0, view.column.full_height - view.column.frame.height)

    places = []
    for y in range(last + 1):
        view.column.scroll_to(y)
        places.append(view.flow.place())

    assert all(before < after for before, after in pairwise(places))
    for y, place in enumerate(places[::7]):
        view.flow.go_to(place)
        assert view.column.y == y * 7


def test_a_far_place_is_met_as_exactly_as_a_near_one(fonts: None) -> None:
    view = view_of([("国" * 180, ParagraphKind.BODY)] * 3000)

    view.flow.go_to(400_000.5)

    assert abs(view.flow.place() - 400_000.5) < 2
    view.flow.go_to(10**9)
    assert view.column.y == view.column.full_height - view.column.frame.height
    view.flow.go_to(-1)
    assert view.column.y == 0
