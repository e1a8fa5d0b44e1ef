from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.core.codebook import Underline
from annotator.core.reading_text import Mark, ParagraphKind, ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.palette import contrast
from annotator.qt.reader import tile_cache
from annotator.qt.reader.appearance import Appearance, PaneColours, TagLook
from annotator.qt.reader.column import Column, Frame
from annotator.qt.reader.decorations import Decorations, SpanRow
from annotator.qt.reader.geometry import Geometry
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.painting import Painting
from annotator.qt.reader.selection import Caret, Selection
from annotator.qt.reader.text_model import TextModel
from annotator.qt.reader.tile_cache import TileCache
from annotator.qt.theme import THEMES, Theme

WINDOW = QRect(0, 0, 400, 300)


class Picture:
    """A painted column and what it was painted from."""

    def __init__(
        self, text: ReadingText, appearance: Appearance | None = None, *, margin: int = 20
    ) -> None:
        appearance = appearance or Appearance()
        width = 16 * appearance.em_width()
        frame = Frame(WINDOW.width(), 40, width, WINDOW.height(), margin)
        model = TextModel(text)
        self.column = Column(model, appearance, frame)
        self.decorations = Decorations(model, text.marks)
        self.painting = Painting(self.column, self.decorations, appearance)

    def image(self, *, ratio: float = 1.0) -> QImage:
        image = QImage(WINDOW.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        self.painting.paint(painter, WINDOW)
        painter.end()
        return image

    def colour_over(self, offset: int) -> QColor:
        """Return the colour in the upper left corner of a character's highlight."""
        (rect,) = Geometry(self.column).rects_of(ReadingSpan(offset, offset + 1))
        return self.image().pixelColor(rect.toAlignedRect().topLeft() + QPoint(1, 1))

    def darkest_of(self, offset: int) -> int:
        """Return the lightness of the darkest pixel of a character, 0 to 255."""
        (rect,) = Geometry(self.column).rects_of(ReadingSpan(offset, offset + 1))
        character = self.image().copy(rect.toAlignedRect().adjusted(1, 3, -1, -5))
        places = product(range(character.width()), range(character.height()))
        return min(character.pixelColor(x, y).lightness() for x, y in places)


@pytest.fixture
def picture(fonts: None, text_of: Callable[..., ReadingText]) -> Picture:
    return Picture(text_of("国" * 100))


def test_overlapping_tags_are_painted_in_the_mean_of_their_colours(picture: Picture) -> None:
    solid = Underline.SOLID
    picture.decorations.tag_looks = {
        "a": TagLook(QColor(200, 100, 0), solid),
        "b": TagLook(QColor(100, 200, 100), solid),
    }
    picture.decorations.highlights.put(Highlight("1", ReadingSpan(2, 6), ("a",)))
    picture.decorations.highlights.put(Highlight("2", ReadingSpan(4, 8), ("b",)))

    colours = [picture.colour_over(offset) for offset in (3, 5, 7)]

    assert colours == [QColor(200, 100, 0), QColor(150, 150, 50), QColor(100, 200, 100)]


@pytest.mark.parametrize("what", ["highlight", "hit", "selection"])
def test_letters_lie_over_what_is_coloured(picture: Picture, what: str) -> None:
    span = ReadingSpan(0, 9)
    plain = picture.colour_over(4)
    if what == "highlight":
        picture.decorations.tag_looks = {"a": TagLook(QColor("#ffe9a8"), Underline.SOLID)}
        picture.decorations.highlights.put(Highlight("1", span, ("a",)))
    elif what == "hit":
        picture.decorations.hits = SpanRow([span])
    else:
        picture.decorations.selection = Selection(0, Caret(9))

    assert picture.colour_over(4) != plain
    assert picture.darkest_of(4) < 60


@pytest.mark.parametrize(
    ("kind", "is_quiet"), [(ParagraphKind.BODY, False), (ParagraphKind.SPEAKER, True)]
)
def test_speakers_are_quieter_than_what_is_said(
    fonts: None, text_of: Callable[..., ReadingText], kind: ParagraphKind, is_quiet: bool
) -> None:
    picture = Picture(text_of("国" * 10, kind=kind))

    assert (picture.darkest_of(4) > 80) == is_quiet


def test_tags_of_one_colour_are_told_apart_by_their_underlines(picture: Picture) -> None:
    picture.decorations.highlights.put(Highlight("1", ReadingSpan(2, 9), ("tag",)))

    images = []
    for style in Underline:
        picture.decorations.tag_looks = {"tag": TagLook(QColor("#fde9ae"), style)}
        images.append(picture.image())

    assert all(images[i] != images[j] for i in range(len(images)) for j in range(i))


@pytest.mark.parametrize("spacing", [1.4, 1.7, 2.2])
def test_underlines_of_many_tags_stay_above_the_letters_of_the_next_line(
    fonts: None, text_of: Callable[..., ReadingText], spacing: float
) -> None:
    picture = Picture(text_of("国" * 100), Appearance(line_spacing=spacing))
    plain = picture.image()
    ids = tuple(style.value for style in Underline)
    picture.decorations.tag_looks = {
        style.value: TagLook(QColor("white"), style) for style in Underline
    }

    picture.decorations.highlights.put(Highlight("1", ReadingSpan(0, 14), ids))

    (below,) = Geometry(picture.column).rects_of(ReadingSpan(14, 30))
    letters = below.toAlignedRect().adjusted(0, 4, 0, 0)
    assert picture.image() != plain
    assert picture.image().copy(letters) == plain.copy(letters)


def test_annotation_without_a_tag_can_be_seen(picture: Picture) -> None:
    plain = picture.image()

    picture.decorations.highlights.put(Highlight("1", ReadingSpan(2, 9), ()))

    assert picture.image() != plain


def test_sign_of_a_mark_stands_in_the_margin_beside_its_line(picture: Picture) -> None:
    plain = picture.image()
    mark = Mark(20, "page_missing", "Page 3 is missing here.")

    picture.decorations.set_marks([mark])
    marked = picture.image()

    changed = [
        QPoint(x, y)
        for x in range(0, WINDOW.width(), 2)
        for y in range(0, WINDOW.height(), 2)
        if marked.pixel(x, y) != plain.pixel(x, y)
    ]
    assert changed
    assert all(point.x() < 40 for point in changed)
    assert all(picture.painting.mark_at(point) == mark for point in changed)
    assert picture.painting.mark_at(QPoint(200, 150)) is None


def test_caret_is_painted_only_with_the_focus(picture: Picture) -> None:
    without = picture.image()

    picture.decorations.has_focus = True

    assert picture.image() != without


@pytest.mark.parametrize("look", THEMES.values(), ids=lambda look: look.name)
def test_frame_of_the_focus_can_be_seen_in_every_theme(
    fonts: None, text_of: Callable[..., ReadingText], look: Theme
) -> None:
    colours = PaneColours(paper=QColor(look.paper), active=QColor(look.active))
    picture = Picture(text_of("国"), Appearance(colours=colours))
    picture.decorations.has_focus = True

    frame = picture.image().pixelColor(0, WINDOW.height() // 2)

    assert contrast(frame, colours.paper) >= 3


def test_text_is_drawn_as_finely_as_the_screen_allows(picture: Picture) -> None:
    sharp = picture.image(ratio=2.0)

    blurred = picture.image().scaled(sharp.size())

    inks = [
        sum(image.pixelColor(x, 70).lightness() < 60 for x in range(90, 400))
        for image in (sharp, blurred)
    ]
    assert sharp.size() == WINDOW.size() * 2
    assert inks[0] != inks[1]


@pytest.mark.parametrize("margin", range(20, 24))
@pytest.mark.parametrize("ratio", [1.25, 1.5, 1.75])
def test_tiles_are_copied_to_whole_device_pixels(
    fonts: None, text_of: Callable[..., ReadingText], ratio: float, margin: int
) -> None:
    picture = Picture(text_of("国产业" * 9), Appearance(has_margin=False), margin=margin)
    (seen,) = picture.column.seen_pieces()
    tile = picture.painting._tile(seen, 0, ratio)
    tile.setDevicePixelRatio(1.0)
    copied = QImage(tile.size(), QImage.Format.Format_RGB32)
    copied.fill(PaneColours().paper)
    painter = QPainter(copied)
    painter.drawImage(0, 0, tile)
    painter.end()
    tile.setDevicePixelRatio(ratio)

    image = picture.image(ratio=ratio)

    corner = QPointF(picture.column.frame.left, seen.top)
    place = (corner + picture.painting._tiles.origin(seen.layout, 0)) * ratio
    area = QRect(QPoint(round(place.x()), round(place.y())), tile.size())
    assert image.copy(area) == copied


def test_text_is_drawn_anew_for_another_screen(
    picture: Picture, text_of: Callable[..., ReadingText]
) -> None:
    picture.image()

    moved = picture.image(ratio=2.0)

    assert moved == Picture(text_of("国" * 100)).image(ratio=2.0)


def test_tiles_are_kept_and_the_oldest_forgotten(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = picture.column.piece_by_index(0).layout
    tiles = TileCache(width=300, overhang=20)
    ink = QColor("black")
    first = tiles.tile(0, layout, 0, ink=ink, ratio=1.0)
    monkeypatch.setattr(tile_cache, "MOST_BYTES", 2 * first.sizeInBytes())

    again = tiles.tile(0, layout, 0, ink=ink, ratio=1.0)
    for piece in (1, 2, 3):
        tiles.tile(piece, layout, 0, ink=ink, ratio=1.0)
    anew = tiles.tile(0, layout, 0, ink=ink, ratio=1.0)

    before_last = tiles.tile(3, layout, 0, ink=ink, ratio=1.0)
    tiles.tile(4, layout, 0, ink=ink, ratio=1.0)
    kept = tiles.tile(3, layout, 0, ink=ink, ratio=1.0)

    assert again.cacheKey() == first.cacheKey()
    assert anew.cacheKey() != first.cacheKey()
    assert anew == first
    assert kept.cacheKey() == before_last.cacheKey()


def test_stop_that_hangs_out_of_the_column_is_drawn_whole(
    fonts: None, text_of: Callable[..., ReadingText]
) -> None:
    picture = Picture(text_of("国" * 14 + "，" + "国" * 20))
    (stop,) = Geometry(picture.column).rects_of(ReadingSpan(14, 15))
    right = round(picture.column.frame.left + picture.column.frame.width)

    image = picture.image()

    beyond = stop.toAlignedRect().adjusted(right - int(stop.left()), 0, 0, 0)
    inks = [
        image.pixelColor(x, y).lightness()
        for x in range(beyond.left(), beyond.right())
        for y in range(beyond.top(), beyond.bottom())
    ]
    assert min(inks) < 120


def test_suggestions_lie_under_the_text_as_faint_dots_and_nothing_else(picture: Picture) -> None:
    picture.decorations.tag_looks = {"a": TagLook(QColor("#ffe9a8"), Underline.SOLID)}
    plain, plain_colour = picture.image(), picture.colour_over(4)

    picture.decorations.set_suggested({"a": [ReadingSpan(2, 9)]})

    assert picture.image() != plain
    assert picture.colour_over(4) == plain_colour
    suggested = picture.image()
    picture.decorations.set_suggested({"b": [ReadingSpan(2, 9)]})
    assert picture.image() == plain  # a tag without a look
    picture.decorations.set_suggested({})
    picture.decorations.highlights.put(Highlight("1", ReadingSpan(2, 9), ("a",)))
    assert picture.image() != suggested


def test_two_tags_suggested_for_one_passage_are_both_seen(picture: Picture) -> None:
    look = TagLook(QColor("#ffe9a8"), Underline.SOLID)
    picture.decorations.tag_looks = {"a": look, "b": look}
    spans = [ReadingSpan(2, 9)]
    picture.decorations.set_suggested({"a": spans})
    one = picture.image()

    picture.decorations.set_suggested({"a": spans, "b": spans})

    assert picture.image() != one
