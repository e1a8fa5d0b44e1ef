"""Themes: the colours of the window, of the page and of the tags."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from string import Template

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from annotator import places
from annotator.qt import palette


class ThemeChoice(StrEnum):
    """What the reader chose; SYSTEM follows the light or dark mode of the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    SEPIA = "sepia"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one look, each as `#rrggbb`.

    The window has bars in `window`, docks, menus and fields in `panel`, and texts on `paper`;
    `faded_ink` is for what cannot be used now, `handle` for what can be dragged or pressed, and
    `hover` and `chosen` lie under rows and buttons. On paper, `selection` and `hit` lie under the
    ink, `active` frames the active annotation, and `mark` points to places in need of care.
    """

    name: str
    is_dark: bool
    window: str
    panel: str
    paper: str
    ink: str
    quiet_ink: str
    faded_ink: str
    divider: str
    handle: str
    hover: str
    chosen: str
    accent: str
    selection: str
    hit: str
    active: str
    caret: str
    mark: str


LIGHT = Theme(
    name="light",
    is_dark=False,
    window="#f6f4ef",
    panel="#fffdf8",
    paper="#fffdf8",
    ink="#24211c",
    quiet_ink="#666055",
    faded_ink="#aaa498",
    divider="#e2ddd0",
    handle="#bdb5a3",
    hover="#efece4",
    chosen="#ebe7dc",
    accent="#3b6580",
    selection="#dbd1bc",
    hit="#ffc97a",
    active="#8a5a2b",
    caret="#24211c",
    mark="#b04a2a",
)

DARK = Theme(
    name="dark",
    is_dark=True,
    window="#262421",
    panel="#201e1b",
    paper="#1c1a18",
    ink="#ded8cb",
    quiet_ink="#c1b8a8",
    faded_ink="#6c665c",
    divider="#3b3833",
    handle="#57524a",
    hover="#302d29",
    chosen="#3a3630",
    accent="#8fb6cf",
    selection="#544c3e",
    hit="#7a5218",
    active="#d9a86c",
    caret="#ded8cb",
    mark="#e08a66",
)

SEPIA = Theme(
    name="sepia",
    is_dark=False,
    window="#eadfc6",
    panel="#f4ebd7",
    paper="#f4ebd7",
    ink="#3a2c1a",
    quiet_ink="#675439",
    faded_ink="#a8977a",
    divider="#d8cbae",
    handle="#b7a683",
    hover="#ebe0c7",
    chosen="#e4d7b9",
    accent="#2f5a74",
    selection="#d8c6a0",
    hit="#f2b661",
    active="#7d4c1e",
    caret="#3a2c1a",
    mark="#9c3a1c",
)

HIGH_CONTRAST = Theme(
    name="high_contrast",
    is_dark=False,
    window="#ffffff",
    panel="#ffffff",
    paper="#ffffff",
    ink="#000000",
    quiet_ink="#383838",
    faded_ink="#767676",
    divider="#5c5c5c",
    handle="#383838",
    hover="#e8e8e8",
    chosen="#d6e4ff",
    accent="#003e9c",
    selection="#b8d2ff",
    hit="#ffc533",
    active="#8a0000",
    caret="#000000",
    mark="#a30000",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, SEPIA, HIGH_CONTRAST)}

_PROPERTY = "duiduTheme"

_SCHEMES = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
    ThemeChoice.SEPIA: Qt.ColorScheme.Light,
    ThemeChoice.HIGH_CONTRAST: Qt.ColorScheme.Light,
}


def chosen_theme(choice: ThemeChoice) -> Theme:
    """Return the theme of a choice, and ask the desktop for title bars that go with it."""
    QGuiApplication.styleHints().setColorScheme(_SCHEMES[choice])
    if choice is ThemeChoice.SYSTEM:
        return follow_system()
    return THEMES[choice.value]


def follow_system() -> Theme:
    """Return the theme that the desktop asks for; light where Qt cannot tell."""
    wants_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return DARK if wants_dark else LIGHT


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole program this look. Icons made by `icons.icon` follow."""
    QDir.setSearchPaths("theme", [str(places.resource("themes"))])
    template = Template(places.resource("themes", "window.qss").read_text(encoding="utf-8"))
    drawing = DARK.name if theme.is_dark else LIGHT.name
    app.setStyle("Fusion")
    app.setPalette(_palette_of(theme))
    app.setStyleSheet(template.substitute(asdict(theme), drawing=drawing))
    app.setProperty(_PROPERTY, theme.name)


def shown_theme() -> Theme:
    """Return the theme that the program wears, light before it was given any."""
    app = QApplication.instance()
    name = app.property(_PROPERTY) if app is not None else None
    return THEMES.get(name, LIGHT) if isinstance(name, str) else LIGHT


def tag_colour(hex_light: str, theme: Theme) -> QColor:
    """Return what lies under the ink of a passage whose tag has this colour on light paper."""
    ink, colour = QColor(theme.ink), QColor(hex_light)
    if theme.is_dark:
        return palette.darkened_under(ink, colour)
    return palette.readable_under(ink, colour)


def _palette_of(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    colours = QPalette(QColor(theme.panel), QColor(theme.window))
    for target, colour in {
        role.Window: theme.window,
        role.WindowText: theme.ink,
        role.Base: theme.panel,
        role.AlternateBase: theme.hover,
        role.Text: theme.ink,
        role.PlaceholderText: theme.quiet_ink,
        role.Button: theme.window,
        role.ButtonText: theme.ink,
        role.BrightText: theme.mark,
        role.ToolTipBase: theme.panel,
        role.ToolTipText: theme.ink,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.ink,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.quiet_ink,
    }.items():
        colours.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        colours.setColor(QPalette.ColorGroup.Disabled, target, QColor(theme.faded_ink))
    return colours
