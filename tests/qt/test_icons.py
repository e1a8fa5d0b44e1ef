import ast
import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

import annotator
from annotator import places
from annotator.qt.icons import icon, swatch

DRAWINGS = sorted(places.resource("icons").glob("*.svg"))
THEMES = places.resource("themes")
THEME_DRAWINGS = sorted(THEMES.rglob("*.svg"))
EVERY_ICON = pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    palette = qapp.palette()
    yield qapp
    qapp.setPalette(palette)


def set_ink(app: QApplication, ink: str) -> None:
    palette = app.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    app.setPalette(palette)


def inks(image: QImage) -> set[str]:
    """Return the colours of the pixels that are fully covered."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def names_in_program() -> set[str]:
    names = set()
    for path in Path(annotator.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"icon", "icons.icon"}:
                names |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
    return names


@EVERY_ICON
def test_every_icon_shows_something(app: QApplication, drawing: Path) -> None:
    set_ink(app, "#123456")

    image = icon(drawing.stem).pixmap(QSize(60, 60), 1.0).toImage()

    assert inks(image) == {"#123456"}


@EVERY_ICON
def test_every_icon_is_drawn_alike(drawing: Path) -> None:
    text = drawing.read_text(encoding="utf-8")

    assert 'viewBox="0 0 20 20"' in text
    assert 'stroke="currentColor" stroke-width="1.6"' in text
    assert "#" not in text


@pytest.mark.parametrize("drawing", THEME_DRAWINGS, ids=lambda path: path.stem)
def test_every_drawing_of_the_style_sheet_is_sound(qapp: QApplication, drawing: Path) -> None:
    assert QSvgRenderer(str(drawing)).isValid()


def test_the_style_sheet_names_only_drawings_that_exist() -> None:
    sheet = places.resource("themes", "window.qss").read_text(encoding="utf-8")
    named = {piece.split(")")[0] for piece in sheet.split("url(theme:")[1:]}

    drawn = {path.relative_to(THEMES).as_posix() for path in THEME_DRAWINGS}

    wanted = {name.replace("$drawing", look) for name in named for look in ("light", "dark")}
    assert wanted == drawn


def test_every_icon_named_in_the_program_exists() -> None:
    assert names_in_program() <= {path.stem for path in DRAWINGS}


def test_an_unknown_icon_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_an_icon_follows_the_theme(app: QApplication) -> None:
    shown = icon("plus")

    set_ink(app, "#112233")
    before = inks(shown.pixmap(20, 20).toImage())
    set_ink(app, "#ddeeff")
    after = inks(shown.pixmap(20, 20).toImage())

    assert (before, after) == ({"#112233"}, {"#ddeeff"})


def test_an_icon_that_cannot_be_used_is_faded(app: QApplication) -> None:
    palette = app.palette()
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, QColor("#bbbbbb"))
    app.setPalette(palette)

    image = icon("plus").pixmap(QSize(20, 20), 1.0, QIcon.Mode.Disabled).toImage()

    assert inks(image) == {"#bbbbbb"}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_an_icon_is_sharp_at_every_ratio(qapp: QApplication, ratio: float) -> None:
    pixmap = icon("search").pixmap(QSize(20, 20), ratio)

    assert pixmap.size() == QSize(round(20 * ratio), round(20 * ratio))
    assert pixmap.devicePixelRatio() == ratio


def test_a_copy_that_is_changed_leaves_both_icons_whole(qapp: QApplication) -> None:
    first = icon("search")
    second = QIcon(first)

    second.addPixmap(QPixmap(2, 2))
    gc.collect()

    assert inks(first.pixmap(20, 20).toImage())
    assert inks(second.pixmap(20, 20).toImage())


def test_a_swatch_shows_the_colour_of_the_tag(qapp: QApplication) -> None:
    shown = swatch(QColor("#ffe9a8"), QColor("#6b655a"))

    image = shown.pixmap(QSize(20, 20), 1.0).toImage()

    assert image.pixelColor(10, 10).name() == "#ffe9a8"
    assert image.pixelColor(1, 1).alpha() == 0
