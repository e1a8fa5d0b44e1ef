"""Look: the theme and the type that the reader has chosen."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from annotator.qt import fonts, theme
from annotator.qt.reader.appearance import Appearance, PaneColours
from annotator.qt.settings import USUAL_POINT_SIZE, Settings
from annotator.qt.theme import Theme, ThemeChoice
from annotator.qt.typography import Typography

_STEP = 1.0


class Look(QObject):
    """Applies the chosen theme and size, and remembers them.

    Signals: `changed`, before that `size_changed` with the new size in points.
    """

    changed = Signal()
    size_changed = Signal(float)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.theme: Theme = theme.LIGHT
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def choice(self) -> ThemeChoice:
        return self._settings.theme_choice

    @property
    def appearance(self) -> Appearance:
        """Return how panes look."""
        colours = PaneColours(
            paper=QColor(self.theme.paper),
            ink=QColor(self.theme.ink),
            quiet_ink=QColor(self.theme.quiet_ink),
            selection=QColor(self.theme.selection),
            caret=QColor(self.theme.caret),
            hit=QColor(self.theme.hit),
            active=QColor(self.theme.active),
            mark=QColor(self.theme.mark),
            accent=QColor(self.theme.accent),
        )
        typography = self._settings.typography
        return Appearance(
            font_families=fonts.reading_families(typography.family),
            point_size=self._settings.point_size,
            line_spacing=typography.line_spacing,
            longest_line=typography.longest_line,
            is_justified=typography.is_justified,
            has_first_indent=typography.has_first_indent,
            colours=colours,
            has_margin=self._settings.shows_margin,
        )

    def apply(self) -> None:
        """Give the program the chosen theme."""
        self.theme = theme.chosen_theme(self._settings.theme_choice)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, self.theme)
        self.changed.emit()

    def choose(self, choice: ThemeChoice) -> None:
        self._settings.theme_choice = choice
        self.apply()

    def show_margin(self, is_shown: bool) -> None:
        """Show or hide what stands beside the text of every pane."""
        self._settings.shows_margin = is_shown
        self.changed.emit()

    def zoom(self, steps: int) -> None:
        """Make the type larger, or with negative steps smaller."""
        self.set_size(self._settings.point_size + steps * _STEP)

    def reset_zoom(self) -> None:
        self.set_size(USUAL_POINT_SIZE)

    def set_typography(self, typography: Typography) -> None:
        """Set all texts like this from now on."""
        if typography != self._settings.typography:
            self._settings.typography = typography
            self.changed.emit()

    def open_dialog(self, window: QWidget) -> None:
        """Let the reader choose how texts are set; the texts in the panes show it at once."""
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.text_dialog import TextDialog

        settings = self._settings
        dialog = TextDialog(settings.typography, settings.point_size, window)
        dialog.typography_chosen.connect(self.set_typography)
        dialog.size_chosen.connect(self.set_size)
        self.size_changed.connect(dialog.set_size)
        dialog.show()

    def set_size(self, point_size: float) -> None:
        """Show body text in this size, as far as it can be read."""
        before = self._settings.point_size
        self._settings.point_size = point_size
        if self._settings.point_size != before:
            self.size_changed.emit(self._settings.point_size)
            self.changed.emit()

    def _on_scheme_changed(self) -> None:
        if self._settings.theme_choice is ThemeChoice.SYSTEM:
            self.apply()
