import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.places import data_file, resource
from annotator.qt import theme
from annotator.qt.palette import contrast
from annotator.qt.theme import DARK, HIGH_CONTRAST, LIGHT, SEPIA, THEMES, Theme, ThemeChoice

READABLE = 4.5
HIGHLY_READABLE = 7.0
ALL = pytest.mark.parametrize("look", THEMES.values(), ids=lambda look: look.name)
COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    palette, style = qapp.palette(), qapp.style().objectName()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)


@given(colour=COLOURS)
def test_ink_can_be_read_on_the_colour_of_every_tag(colour: str) -> None:
    for look in THEMES.values():
        assert contrast(QColor(look.ink), theme.tag_colour(colour, look)) >= READABLE


@given(colour=COLOURS)
def test_a_tag_keeps_its_hue_in_the_dark(colour: str) -> None:
    light, dark = QColor(colour), theme.tag_colour(colour, DARK)
    # Eight bits a channel tell no hue of what is nearly grey.
    if light.hslSaturationF() > 0.2 and 0.1 < light.lightnessF() < 0.95:
        turn = abs(light.hslHueF() - dark.hslHueF())
        assert min(turn, 1 - turn) < 0.03


def test_a_colour_that_is_light_enough_stays_as_it_is_on_light_paper() -> None:
    assert theme.tag_colour("#ffe9a8", LIGHT).name() == "#ffe9a8"


def test_built_in_colours_differ_in_the_dark() -> None:
    colours = [theme.tag_colour(c, DARK) for c in ("#ffe9a8", "#cdebd3", "#cfe5fa", "#f9d5e1")]

    for first, second in combinations(colours, 2):
        distance = sum(abs(a - b) for a, b in zip(first.getRgb(), second.getRgb(), strict=True))
        assert distance > 40


def test_black_on_white_has_the_contrast_that_wcag_gives_it() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@ALL
@pytest.mark.parametrize("ink", ["ink", "quiet_ink", "accent", "active", "mark"])
@pytest.mark.parametrize("ground", ["window", "panel", "paper"])
def test_what_is_written_in_the_window_can_be_read(look: Theme, ink: str, ground: str) -> None:
    assert contrast(QColor(getattr(look, ink)), QColor(getattr(look, ground))) >= READABLE


@ALL
@pytest.mark.parametrize("ground", ["hover", "chosen", "selection", "hit"])
def test_ink_can_be_read_on_what_is_chosen_or_found(look: Theme, ground: str) -> None:
    assert contrast(QColor(look.ink), QColor(getattr(look, ground))) >= READABLE


@ALL
@pytest.mark.parametrize("ink", ["ink", "quiet_ink"])
def test_text_can_be_read_on_the_built_in_tags(look: Theme, ink: str) -> None:
    tags = json.loads(data_file("codebook.json").read_text(encoding="utf-8"))["tags"]

    grounds = [theme.tag_colour(tag["colour"], look) for tag in tags]

    assert len(grounds) == 4
    assert min(contrast(QColor(getattr(look, ink)), ground) for ground in grounds) >= READABLE


@ALL
def test_applying_a_theme_colours_the_whole_program(app: QApplication, look: Theme) -> None:
    theme.apply(app, look)

    assert app.palette().color(QPalette.ColorRole.Window) == QColor(look.window)
    assert app.palette().color(QPalette.ColorRole.Accent) == QColor(look.accent)
    assert "$" not in app.styleSheet()


@ALL
def test_a_field_shows_the_theme_and_where_the_focus_is(
    app: QApplication, qtbot: QtBot, look: Theme
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    theme.apply(app, look)
    field.show()

    with qtbot.waitActive(field):
        field.activateWindow()
        field.setFocus()
    image = field.grab().toImage()

    assert image.pixelColor(image.width() - 8, image.height() // 2) == QColor(look.panel)
    assert image.pixelColor(image.width() // 2, 0) == QColor(look.accent)


@ALL
def test_the_hint_in_an_empty_field_can_be_read(
    app: QApplication, qtbot: QtBot, look: Theme
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    theme.apply(app, look)
    field.ensurePolished()

    assert field.palette().placeholderText().color() == QColor(look.quiet_ink)


@ALL
def test_the_drawings_of_a_theme_can_be_seen(app: QApplication, look: Theme) -> None:
    theme.apply(app, look)

    drawings = {Path(name) for name in re.findall(r"url\(theme:(.+?)\)", app.styleSheet())}
    on_ground = [one for one in drawings if one.stem not in ("check", "dot")]

    assert len(drawings) == 8
    for drawing in on_ground:
        svg = resource("themes", str(drawing)).read_text(encoding="utf-8")
        (stroke,) = re.findall(r'stroke="(#\w{6})"', svg)
        assert contrast(QColor(stroke), QColor(look.window)) >= READABLE


@pytest.mark.parametrize("ground", ["window", "panel", "paper", "selection", "hit"])
@pytest.mark.parametrize("ink", ["ink", "quiet_ink"])
def test_high_contrast_keeps_its_word(ink: str, ground: str) -> None:
    colours = [QColor(getattr(HIGH_CONTRAST, name)) for name in (ink, ground)]

    assert contrast(*colours) >= HIGHLY_READABLE


@ALL
def test_the_program_knows_which_theme_it_wears(app: QApplication, look: Theme) -> None:
    theme.apply(app, look)

    assert theme.shown_theme() is look


@pytest.mark.parametrize(
    ("choice", "look"),
    [
        (ThemeChoice.LIGHT, LIGHT),
        (ThemeChoice.DARK, DARK),
        (ThemeChoice.SEPIA, SEPIA),
        (ThemeChoice.HIGH_CONTRAST, HIGH_CONTRAST),
    ],
)
def test_the_readers_choice_wins_over_the_desktop(
    qapp: QApplication, choice: ThemeChoice, look: Theme
) -> None:
    assert theme.chosen_theme(choice) is look


def test_a_desktop_that_does_not_tell_gets_the_light_theme(qapp: QApplication) -> None:
    assert theme.chosen_theme(ThemeChoice.SYSTEM) is LIGHT
