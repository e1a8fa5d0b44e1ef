"""Main window: puts the parts together and connects them. The parts never know each other."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from annotator.core.changes import Changes
from annotator.qt.attempt import attempt
from annotator.qt.marking.annotating import Annotating
from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.marking.bar_placement import BarPlacement
from annotator.qt.marking.copying import Copying
from annotator.qt.marking.pane_menu import PaneMenu
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.session import Session
from annotator.qt.settings import Settings
from annotator.qt.window import connecting, screens
from annotator.qt.window.actions import Actions
from annotator.qt.window.analyses import Analyses
from annotator.qt.window.bookmarks import Bookmarks
from annotator.qt.window.caret_commands import CaretCommands
from annotator.qt.window.collating import Collating
from annotator.qt.window.completion import Completion
from annotator.qt.window.correcting import Correcting
from annotator.qt.window.desk import Desk
from annotator.qt.window.differing import Differing
from annotator.qt.window.docks import Docks
from annotator.qt.window.editions import Editions
from annotator.qt.window.group import Group
from annotator.qt.window.helping import Helping
from annotator.qt.window.highlighting import Highlighting
from annotator.qt.window.imports import Imports
from annotator.qt.window.layouts import Layouts
from annotator.qt.window.library_files import LibraryFiles
from annotator.qt.window.look import Look
from annotator.qt.window.menus import Menus
from annotator.qt.window.merging import Merging
from annotator.qt.window.moving import Moving
from annotator.qt.window.own_words import OwnWords
from annotator.qt.window.repairs import Repairs
from annotator.qt.window.repeating import Repeating
from annotator.qt.window.resizing import Resizing
from annotator.qt.window.searching import Searching
from annotator.qt.window.section_views import SectionViews
from annotator.qt.window.sharing import Sharing
from annotator.qt.window.side_by_side import SideBySide
from annotator.qt.window.source_view import SourceView
from annotator.qt.window.status_line import StatusLine
from annotator.qt.window.text_only import TextOnly
from annotator.qt.window.together import Together
from annotator.qt.window.tool_bar import ToolBar
from annotator.qt.window.undoing import Undoing
from annotator.qt.window.word_study import WordStudy

_MOST_SHOWN = 12


class MainWindow(QMainWindow):
    """One library on screen.

    Signal: `language_wanted` with a Language; the application makes the window anew.
    """

    language_wanted = Signal(object)
    together: Together

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.commands = Actions(self)
        self.grid = ReaderGrid()
        self.editions = Editions(session, self)
        area = _around(self.editions.offer, self.grid)
        self.setCentralWidget(area)
        self.look = Look(settings, self)
        self.desk = Desk(session, self.grid, self)
        self.repairs = Repairs(session, self.grid, self.desk, self)
        self.undoing = Undoing(session, self.commands, self.repairs, window=self)
        self.moving = Moving(session, self.grid, self.desk, self.commands)
        self.bookmarks = Bookmarks(session, self.grid, self.desk)
        self.caret_commands = CaretCommands(self.grid, self.commands)
        self.side_by_side = SideBySide(self.grid, self.desk, self.commands)
        self.highlighting = Highlighting(session, self.grid, self)
        self._add_marking(session, area)
        self.docks = Docks(self, session)
        self.analyses = Analyses(session, self.grid, self.desk, self.docks, commands=self.commands)
        self.repeating = Repeating(session, self.analyses.comparing, self.focus, self)
        self.imports = Imports(session, self.look, self.commands, self)
        self.library_files = LibraryFiles(session, self)
        self.merging = Merging(session, self.commands, self)
        self.sharing = Sharing(session, self.commands, self)
        self.tool_bar = ToolBar(self.commands)
        self.text_only = TextOnly(self)
        self.helping = Helping(self.commands, self)
        self.status_line = StatusLine(session, self.focus)
        self._connect_panes()
        self._connect_panels()
        _add_studies(self)
        self.menus = Menus(self, self.commands, list(self.docks))
        self.layouts = Layouts(session, self.desk, self.menus.layouts, window=self)
        self._connect_library()
        self._connect_view()
        connecting.connect(self)
        self._begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        attempt(self, self.desk.leave)
        self.sharing.leave()
        self.settings.is_text_only = self.commands.text_only.isChecked()
        if self.settings.is_text_only:
            self.commands.text_only.trigger()
        screens.remember(self, self.settings)
        super().closeEvent(event)

    def _add_marking(self, session: Session, area: QWidget) -> None:
        self.focus = AnnotationFocus(session, self.grid, self)
        self.annotating = Annotating(session, self.focus, self)
        self.copying = Copying(session, self.focus, self)
        self.bar_placement = BarPlacement(session, self.focus, self.grid, area)
        self.source_view = SourceView(session, self.focus, self.commands.show_source, self)
        self.completion = Completion(session, self.desk, self.commands, self)
        self.pane_menu = PaneMenu(session, self.focus, self.commands, self)
        self.correcting = Correcting(session, self.focus, self.repairs, self.commands, window=self)

    def _begin(self) -> None:
        self.addToolBar(self.tool_bar)
        self.setStatusBar(self.status_line)
        self.grid.set_pane_actions(self.commands.in_panes)
        self.grid.set_pane_count(1)
        self.look.apply()
        screens.place(self, self.settings, self.docks)
        self.desk.restore()
        self.menus.set_recent_libraries(self.settings.recent_libraries)
        self.menus.set_choices(self.settings.theme_choice, self.settings.language)
        library = self.session.library
        self.setWindowTitle(self.tr("{library} — Duidu").format(library=library.path.stem))
        if self.settings.is_text_only:
            self.commands.text_only.trigger()
        self.grid.active.pane.setFocus()
        sentence = self.tr("This library lies in a shared folder: let only one computer use it.")
        if library.is_in_shared_folder:
            self.status_line.tell(sentence)

    def _connect_panes(self) -> None:
        self.grid.frame_added.connect(self._on_frame_added)
        self.desk.active_document_changed.connect(self._on_active_document_changed)
        self.desk.characters_missing.connect(self._on_characters_missing)
        self.desk.open_documents_changed.connect(self.docks.documents.set_open)
        self.desk.progress_changed.connect(self.docks.documents.set_progress)
        self.desk.place_changed.connect(self.docks.outline.set_place)
        self.desk.place_changed.connect(self.bar_placement.follow_scrolling)
        self.focus.active_changed.connect(self.docks.annotations.set_active)
        self.session.changed.connect(self._on_changed)
        self.look.changed.connect(self._on_look_changed)

    def _connect_panels(self) -> None:
        documents, annotations = self.docks.documents, self.docks.annotations
        self.moving.follow(
            documents.open_requested,
            annotations.annotation_chosen,
            self.docks.outline.place_requested,
            self.docks.outline.section_alone_requested,
            self.docks.search.hit_chosen,
            self.docks.search.annotation_chosen,
            self.analyses.passages.leaving,
            self.analyses.passage_map.leaving,
        )
        self.searching = Searching(
            self.session, self.grid, self.desk, self.docks, commands=self.commands
        )
        self.section_views = SectionViews(self.session, self.grid, self.desk, self.docks.outline)
        documents.open_requested.connect(self.desk.open)
        documents.open_beside_requested.connect(self.desk.open_beside)
        documents.remove_requested.connect(self.library_files.remove_document)
        documents.about_requested.connect(self.library_files.describe_document)
        documents.import_requested.connect(self.imports.ask)
        self.bookmarks.changed.connect(self.docks.outline.set_bookmarks)
        annotations.annotation_chosen.connect(self._on_annotation_chosen)
        annotations.note_requested.connect(self.annotating.edit_note_of)
        annotations.delete_requested.connect(self.annotating.delete_all)
        annotations.tag_requested.connect(self.annotating.toggle_tag_of)
        self.docks.codebook.filter_requested.connect(self._on_filter_requested)
        self.docks.search.hits_changed.connect(self.highlighting.set_hits)
        self.docks.search.annotation_chosen.connect(self._on_annotation_chosen)

    def _connect_library(self) -> None:
        _add_group(self)
        commands = self.commands
        self.imports.imported.connect(self._on_imported)
        commands.new_library.triggered.connect(self.library_files.ask_new)
        commands.open_library.triggered.connect(self.library_files.ask_open)
        self.menus.recent_library_chosen.connect(self.library_files.open)
        commands.export.triggered.connect(self._export)
        commands.back_up.triggered.connect(self.library_files.back_up)
        commands.quit.triggered.connect(QApplication.closeAllWindows)

    def _connect_view(self) -> None:
        commands = self.commands
        for count, action in enumerate(commands.pane_counts, start=1):
            action.triggered.connect(partial(self.desk.set_pane_count, count))
        Resizing(self, self.grid, self.docks, commands)
        commands.next_pane.triggered.connect(partial(self.grid.focus_next, 1))
        commands.bookmark.triggered.connect(self.bookmarks.toggle)
        commands.choose_document.triggered.connect(self._choose_document)
        commands.zoom_in.triggered.connect(partial(self.look.zoom, 1))
        commands.zoom_out.triggered.connect(partial(self.look.zoom, -1))
        commands.zoom_default.triggered.connect(self.look.reset_zoom)
        commands.text_dialog.triggered.connect(partial(self.look.open_dialog, self))
        commands.margin.setChecked(self.settings.shows_margin)
        commands.margin.triggered.connect(self.look.show_margin)
        commands.text_only.triggered.connect(self.text_only.switch)
        self.focus.left.connect(self._leave_text_only)
        self.menus.theme_chosen.connect(self.look.choose)
        self.menus.language_chosen.connect(self.language_wanted)

    def _leave_text_only(self) -> None:
        if self.commands.text_only.isChecked():
            self.commands.text_only.trigger()

    def _on_frame_added(self, frame: PaneFrame) -> None:
        frame.pane.zoom_requested.connect(self.look.zoom)
        frame.pane.context_menu_requested.connect(self.pane_menu.show)
        frame.files_dropped.connect(self.imports.start)

    def _on_active_document_changed(self, document_id: str | None) -> None:
        document = self.session.document(document_id) if document_id else None
        if document is None:
            self.docks.outline.set_document("", None)
        else:
            text = self.session.reading_text(document.id)
            self.docks.outline.set_document(document.title, text)
            self.docks.outline.set_place(self.grid.active.pane.place())
        self.docks.annotations.set_current_document(document_id)
        self.status_line.refresh()

    def _on_characters_missing(self, characters: str) -> None:
        sentence = self.tr("No typeface on this computer can show these characters: {characters}")
        self.status_line.tell(sentence.format(characters=" ".join(characters[:_MOST_SHOWN])))

    def _on_annotation_chosen(self, annotation_id: str) -> None:
        self.desk.show_annotation(annotation_id)
        self.focus.activate(annotation_id)

    def _on_filter_requested(self, tag_id: str) -> None:
        self.docks.annotations.show_tag(tag_id)
        self.docks.show_panel(self.docks.annotations)

    def _on_imported(self, document_ids: list[str]) -> None:
        self.desk.open(document_ids[-1])
        self.status_line.tell(self.tr("%n texts are in the library.", "", len(document_ids)))

    def _on_changed(self, changes: Changes) -> None:
        if changes.tags or changes.everything:
            self._name_tags()

    def _on_look_changed(self) -> None:
        self.highlighting.set_look(self.look.theme, self.look.appearance)
        self.bar_placement.set_theme(self.look.theme)
        self._name_tags()
        self.menus.set_choices(self.settings.theme_choice, self.settings.language)

    def _name_tags(self) -> None:
        self.tool_bar.set_tags(self.session.codebook, self.look.theme)
        self.menus.name_tags(self.session.codebook)

    def _choose_document(self) -> None:
        self.grid.active.choose_document()

    def _export(self) -> None:
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.export_dialog import ExportDialog

        ExportDialog.ask(self, self.session, self.desk.active_document_id)


def _add_studies(window: MainWindow) -> None:
    """Add what compares texts and counts their words; these parts live as long as the window."""
    session, commands, docks, focus = window.session, window.commands, window.docks, window.focus
    own_words = OwnWords(session, focus, commands, window=window)
    words = WordStudy(session, docks, window.searching, commands)
    collating = Collating(session, focus, window.desk, docks, commands=commands)
    differing = Differing(session, focus, window.grid, window.look, commands=commands)
    for part in (own_words, collating, differing):
        part.told.connect(window.analyses.told)
    for places in (words.place_requested, collating.place_requested):
        window.moving.follow(places)
        places.connect(window.desk.select_passage)
    _add_together(window)


def _add_together(window: MainWindow) -> None:
    """Add what shows the members of a group to each other."""
    session, focus, docks = window.session, window.focus, window.docks
    window.together = together = Together(session, focus, docks, window.commands)
    together.note_requested.connect(window.annotating.edit_note_of)
    window.moving.follow(together.annotation_chosen)
    together.annotation_chosen.connect(window.desk.show_annotation)
    together.annotation_chosen.connect(focus.activate)
    together.news_counted.connect(window.status_line.set_news)
    window.status_line.news_wanted.connect(together.catching_up.open)
    together.catching_up.count()


def _add_group(window: MainWindow) -> None:
    """Add what concerns the members of the group."""
    group = Group(window.session, window.highlighting, window.docks, commands=window.commands)
    group.told.connect(window.status_line.tell)
    window.status_line.addPermanentWidget(group.button)
    window.look.changed.connect(group.refresh)


def _around(*parts: QWidget) -> QWidget:
    """Return an area that holds the grid and what is offered above it, and what floats over it."""
    area = QWidget()
    layout = QVBoxLayout(area)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part)
    return area
