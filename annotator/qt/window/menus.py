"""Menus: which actions stand where."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu

from annotator.core.codebook import Codebook
from annotator.qt.i18n import Language
from annotator.qt.tag_names import shown_name
from annotator.qt.theme import ThemeChoice
from annotator.qt.window.actions import Actions


class Menus(QObject):
    """The menu bar of a window.

    Signals: `recent_library_chosen` with a Path, `theme_chosen` with a ThemeChoice,
    `language_chosen` with a Language.
    """

    recent_library_chosen = Signal(object)
    theme_chosen = Signal(object)
    language_chosen = Signal(object)

    def __init__(self, window: QMainWindow, actions: Actions, docks: Sequence[QDockWidget]) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._recent = QMenu(self.tr("&Recent libraries"))
        self._themes = self._choice(
            self.tr("&Theme"),
            {
                ThemeChoice.SYSTEM: self.tr("As the &system"),
                ThemeChoice.LIGHT: self.tr("&Light"),
                ThemeChoice.DARK: self.tr("&Dark"),
                ThemeChoice.SEPIA: self.tr("S&epia"),
                ThemeChoice.HIGH_CONTRAST: self.tr("&High contrast"),
            },
            self.theme_chosen,
        )
        self.layouts = QMenu(self.tr("La&youts"))
        self._languages = self._choice(
            self.tr("&Language"),
            {
                Language.SYSTEM: self.tr("As the &system"),
                Language.CHINESE: "简体中文",
                Language.ENGLISH: "English",
            },
            self.language_chosen,
        )
        self._fill(docks)

    def set_recent_libraries(self, paths: Sequence[Path]) -> None:
        self._recent.clear()
        for path in paths:
            action = self._recent.addAction(str(path).replace("&", "&&"))
            action.setData(path)
            action.triggered.connect(self._on_recent_triggered)
        self._recent.setEnabled(bool(paths))

    def set_choices(self, theme: ThemeChoice, language: Language) -> None:
        """Show which theme and language are chosen."""
        for menu, chosen in ((self._themes, theme), (self._languages, language)):
            for action in menu.actions():
                action.setChecked(action.data() == chosen)

    def name_tags(self, codebook: Codebook) -> None:
        """Give the actions of the keys 1 to 9 the names of their tags."""
        for action, tag in zip(self._actions.tags, codebook, strict=False):
            action.setText(shown_name(tag).replace("&", "&&"))
        for number, action in enumerate(self._actions.tags):
            action.setVisible(number < len(codebook))

    def _fill(self, docks: Sequence[QDockWidget]) -> None:
        a = self._actions
        self._menu(self.tr("&File"), self._library())
        self._menu(self.tr("&Edit"), self._editing())
        panes = QMenu(self.tr("&Panes"))
        _fill(panes, [*a.pane_counts, None, a.add_pane, a.close_pane, a.swap_panes, a.maximise])
        _fill(panes, [None, a.wider_pane, a.narrower_pane])
        panels = QMenu(self.tr("Pan&els"))
        _fill(panels, [dock.toggleViewAction() for dock in docks])
        _fill(panels, [None, a.wider_panel, a.narrower_panel, a.higher_panel, a.lower_panel])
        moves = [a.back, a.forward, a.bookmark, None]
        turns = [panes, self.layouts, a.next_pane, a.choose_document, a.link, None]
        size = [a.zoom_in, a.zoom_out, a.zoom_default, a.text_dialog, None]
        look: list[QAction | QMenu] = [
            panels,
            self._themes,
            self._languages,
            a.margin,
            a.colour_by_member,
            a.show_source,
            a.text_only,
        ]
        self._menu(self.tr("&Read"), [*moves, *turns, *size, *look])
        self._menu(self.tr("&Annotate"), self._annotating())
        self._menu(self.tr("Ana&lyse"), a.analyses)
        self._menu(self.tr("&Help"), [a.all_commands, a.manual, None, a.about])

    def _library(self) -> list[QAction | QMenu | None]:
        a, sharing = self._actions, QMenu(self.tr("&Share"))
        sharing.addActions([a.share_folder, a.share_now, a.stop_sharing])
        files = [a.import_files, None, a.new_library, a.open_library, self._recent, None]
        group = [a.members, a.annotate_as, a.merge, sharing, None]
        return [*files, a.export, None, *group, a.back_up, None, a.quit]

    def _annotating(self) -> list[QAction | QMenu | None]:
        a, ends = self._actions, QMenu(self.tr("Move the &ends"))
        ends.addActions([a.start_back, a.start_forward, a.end_back, a.end_forward])
        marks = [*a.tags, a.tag_again, a.tag_repeats, a.choose_tags, a.tag_hits, None]
        steps = [None, a.next_annotation, a.previous_annotation, a.to_check, None]
        talk = [a.news, a.next_news, a.versions, None]
        return [
            *marks,
            a.note,
            a.reply,
            a.move_to_selection,
            ends,
            *steps,
            *talk,
            a.delete,
            a.finished,
        ]

    def _selecting(self) -> QMenu:
        a, menu = self._actions, QMenu(self.tr("Se&lect"))
        ladder = [a.select_all, a.select_more, a.select_less, None]
        moves = [a.next_clause, a.previous_clause, a.next_sentence, a.previous_sentence, None]
        clauses = [a.select_next_clause, a.select_previous_clause]
        sentences = [a.select_next_sentence, a.select_previous_sentence]
        _fill(menu, [*ladder, *moves, *clauses, *sentences])
        return menu

    def _editing(self) -> list[QAction | QMenu | None]:
        a = self._actions
        corrections = QMenu(self.tr("Para&graphs and repair"))
        corrections.addActions(a.corrections)
        return [
            a.undo,
            a.redo,
            None,
            a.copy,
            a.copy_citation,
            a.paste,
            self._selecting(),
            None,
            a.find,
            a.search,
            a.next_hit,
            a.previous_hit,
            None,
            corrections,
        ]

    def _menu(self, title: str, entries: Sequence[QAction | QMenu | None]) -> None:
        _fill(self._window.menuBar().addMenu(title), entries)

    def _choice(self, title: str, names: Mapping[str, str], chosen: SignalInstance) -> QMenu:
        menu = QMenu(title)
        group = QActionGroup(self)
        for value, name in names.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
        # What a QAction holds of such a value is no more than its text.
        values = dict(zip(group.actions(), names, strict=True))
        group.triggered.connect(lambda action: chosen.emit(values[action]))
        return menu

    def _on_recent_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.recent_library_chosen.emit(action.data())


def _fill(menu: QMenu, entries: Sequence[QAction | QMenu | None]) -> None:
    """Put actions and menus into a menu; None is a line between them."""
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QMenu):
            entry.setParent(menu, entry.windowFlags())
            menu.addMenu(entry)
        else:
            menu.addAction(entry)
