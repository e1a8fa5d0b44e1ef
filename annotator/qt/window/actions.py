"""Actions: everything the reader can ask for, with its name, key and icon."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.qt import icons
from annotator.qt.reader.grid import MOST_PANES

TAG_KEYS = 9


class Actions(QObject):
    """The actions of one window. Those of `in_panes` have their keys in panes only."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._add_library_actions()
        self._add_edit_actions()
        self._add_correction_actions()
        self._add_view_actions()
        self._add_pane_actions()
        self._add_caret_actions()
        self._add_annotation_actions()
        self._add_passage_actions()
        self._add_study_actions()
        self.analyses = self._analyses()
        self.in_panes = self._pane_actions()

    def all(self) -> list[QAction]:
        """Return every action that can be asked for now."""
        actions = self.findChildren(QAction)
        return [action for action in actions if action.isVisible() and action.isEnabled()]

    def _add_library_actions(self) -> None:
        add = self._add
        self.import_files = add(self.tr("&Import texts…"), "Ctrl+O", "import")
        self.new_library = add(self.tr("&New library…"), "Ctrl+N", "new-library")
        self.open_library = add(self.tr("&Open library…"), "Ctrl+Shift+O", "open")
        self.export = add(self.tr("&Export…"), "Ctrl+E", "export")
        self.merge = add(self.tr("&Merge libraries…"))
        self.share_folder = add(self.tr("Share &folder…"))
        self.share_now = add(self.tr("Share &now"))
        self.stop_sharing = add(self.tr("&Stop sharing"))
        self.members = add(self.tr("Members of the &group"), "F9")
        self.annotate_as = add(self.tr("&Annotate as…"), "Ctrl+Shift+A")
        self.back_up = add(self.tr("&Back up now"))
        self.quit = add(self.tr("&Quit"), "Ctrl+Q")

    def _add_edit_actions(self) -> None:
        add = self._add
        self.undo = add(self.tr("&Undo"), "Ctrl+Z", "undo")
        self.redo = add(self.tr("&Redo"), ["Ctrl+Y", "Ctrl+Shift+Z"], "redo")
        self.copy = add(self.tr("&Copy"), icon="copy")
        self.copy_citation = add(self.tr("Copy with c&itation"), "Ctrl+Shift+C")
        self.paste = add(self.tr("Pas&te as a new text"), "Ctrl+V")
        self.find = add(self.tr("&Find in this text"), "Ctrl+F")
        self.search = add(self.tr("&Search all texts"), "Ctrl+Shift+F", "search")
        self.next_hit = add(self.tr("&Next hit"), "F3", "next")
        self.previous_hit = add(self.tr("&Previous hit"), "Shift+F3", "previous")

    def _add_correction_actions(self) -> None:
        add = self._add
        self.split_paragraph = add(self.tr("S&plit paragraph here"), ["Ctrl+Return", "Ctrl+Enter"])
        self.join_paragraph = add(self.tr("&Join with previous paragraph"), "Ctrl+Backspace")
        self.repair_rules = add(self.tr("R&epair rules…"))
        self.undo_corrections = add(self.tr("Undo &all corrections"))
        self.corrections = [
            self.split_paragraph,
            self.join_paragraph,
            self.repair_rules,
            self.undo_corrections,
        ]

    def _add_view_actions(self) -> None:
        add = self._add
        self.pane_counts = [
            add(self.tr("{count} panes").format(count=count), f"Ctrl+{count}", f"panes-{count}")
            for count in range(1, MOST_PANES + 1)
        ]
        for action in self.pane_counts:
            action.setCheckable(True)
        self.pane_counts[0].setText(self.tr("1 pane"))
        self.next_pane = add(self.tr("Ne&xt pane"), "F6")
        self.choose_document = add(self.tr("&Choose the text of this pane"), "Ctrl+T")
        self.zoom_in = add(self.tr("Zoom &in"), ["Ctrl++", "Ctrl+="], "zoom-in")
        self.zoom_out = add(self.tr("Zoom &out"), "Ctrl+-", "zoom-out")
        self.zoom_default = add(self.tr("&Default size"), "Ctrl+0")
        self.text_dialog = add(self.tr("Text &settings…"))
        self.text_only = add(self.tr("Text o&nly"), "F11", "text-only")
        self.text_only.setCheckable(True)
        self.margin = add(self.tr("Mar&gin"))
        self.show_source = add(self.tr("Show the so&urce here"), "Ctrl+U")
        self.margin.setCheckable(True)
        self.colour_by_member = add(self.tr("Colou&r by member"))
        self.colour_by_member.setCheckable(True)
        self.all_commands = add(self.tr("&All commands…"), "Ctrl+Shift+P")
        self.manual = add(self.tr("&Manual"), "F1")
        self.about = add(self.tr("About &Duidu"))

    def _add_pane_actions(self) -> None:
        add = self._add
        self.add_pane = add(self.tr("A&dd a pane with this text"), "Ctrl+\\")
        self.close_pane = add(self.tr("C&lose this pane"), "Ctrl+W")
        self.swap_panes = add(self.tr("S&wap with the next pane"), "Ctrl+Shift+F6", "swap")
        self.maximise = add(self.tr("Ma&ximise this pane"), "Ctrl+Shift+M")
        self.link = add(self.tr("Lin&k the panes"), "Ctrl+L", "link")
        self.wider_pane = add(self.tr("Make this pane wid&er"), "Ctrl+]")
        self.narrower_pane = add(self.tr("Make this pane &narrower"), "Ctrl+[")
        self.wider_panel = add(self.tr("Make this panel &wider"), "Ctrl+}")
        self.narrower_panel = add(self.tr("Make this panel &narrower"), "Ctrl+{")
        self.higher_panel = add(self.tr("Make this panel &higher"), "Ctrl+Shift+PgUp")
        self.lower_panel = add(self.tr("Make this panel &lower"), "Ctrl+Shift+PgDown")
        self.maximise.setCheckable(True)
        self.link.setCheckable(True)
        self.bookmark = add(self.tr("Book&mark this paragraph"), "Ctrl+D", "bookmark")
        self.back = add(self.tr("&Back"), "Alt+Left")
        self.forward = add(self.tr("&Forward"), "Alt+Right")

    def _add_caret_actions(self) -> None:
        """Add what moves the caret or its selection; none of it has a key that desktops take."""
        add = self._add
        self.select_all = add(self.tr("Select &all"))
        self.select_more = add(self.tr("Select &more"), "Shift+Alt+Right")
        self.select_less = add(self.tr("Select &less"), "Shift+Alt+Left")
        self.next_clause = add(self.tr("To the next &clause"), ".")
        self.previous_clause = add(self.tr("To the p&revious clause"), ",")
        self.next_sentence = add(self.tr("To the next &sentence"), "J")
        self.previous_sentence = add(self.tr("To the previous s&entence"), "K")
        self.select_next_clause = add(self.tr("Select to the &next clause"), ">")
        self.select_previous_clause = add(self.tr("Select to the &previous clause"), "<")
        self.select_next_sentence = add(self.tr("Select to the ne&xt sentence"), "Shift+J")
        self.select_previous_sentence = add(self.tr("Select to the pre&vious sentence"), "Shift+K")

    def _add_annotation_actions(self) -> None:
        add = self._add
        self.next_annotation = add(self.tr("&Next annotation"), "Alt+Down", "down")
        self.previous_annotation = add(self.tr("&Previous annotation"), "Alt+Up", "up")
        self.finished = add(self.tr("I have &finished this text"))
        self.finished.setCheckable(True)
        self.to_check = add(self.tr("To chec&k…"))
        self.choose_tags = add(self.tr("Choose &tags…"), "Ctrl+K", "tag")
        self.move_to_selection = add(self.tr("&Move annotation to the selection"), "Ctrl+M")
        self.tag_hits = add(self.tr("Tag all &hits…"))
        self.tag_repeats = add(self.tr("Tag the &repeats…"), "R")
        self.tag_again = add(self.tr("Last tag &again"), "H")
        self.note = add(self.tr("N&ote…"), ["N", "Return", "Enter"], "note")
        self.reply = add(self.tr("Repl&y…"), "T", "reply")
        self.versions = add(self.tr("Changed on &both sides…"))
        self.news = add(self.tr("Ne&w from others"), "Ctrl+Shift+N")
        self.next_news = add(self.tr("Next new thin&g"), "F7")
        self.delete = add(self.tr("&Delete annotation"), "Del", "delete")
        self.start_back = add(self.tr("Start one character earlier"), "[")
        self.start_forward = add(self.tr("Start one character later"), "{")
        self.end_back = add(self.tr("End one character earlier"), "}")
        self.end_forward = add(self.tr("End one character later"), "]")
        self.tags = [
            add(self.tr("Tag {number}").format(number=number), str(number))
            for number in range(1, TAG_KEYS + 1)
        ]

    def _add_passage_actions(self) -> None:
        add = self._add
        self.passages = add(self.tr("Shared &passages"), "Ctrl+R")
        self.passage_here = add(self.tr("Shared passage &here"), "P")
        self.next_passage = add(self.tr("&Next shared passage"), "Alt+PgDown")
        self.previous_passage = add(self.tr("Pre&vious shared passage"), "Alt+PgUp")
        self.align = add(self.tr("&Align the other panes here"), "A")
        self.link_by_passages = add(self.tr("&Lead linked panes by shared passages"))
        self.link_by_passages.setCheckable(True)
        self.link_by_passages.setChecked(True)
        self.passage_map = add(self.tr("&Map of shared passages"))

    def _add_study_actions(self) -> None:
        add = self._add
        self.suggestions = add(self.tr("&Suggestions"), "Ctrl+Shift+S")
        self.suggestions.setCheckable(True)
        self.figures = add(self.tr("&Figures"), "Ctrl+Shift+G")
        self.blind_round = add(self.tr("Blind ro&und…"))
        self.agreement = add(self.tr("A&greement"))
        self.agreement_heat = add(self.tr("Agreement along the te&xts"))
        self.agreement_lines = add(self.tr("Agreement line b&y line"))
        self.agreement_heat.setCheckable(True)
        self.agreement_lines.setCheckable(True)
        self.next_dispute = add(self.tr("Next &disagreement"), "F8")
        self.previous_dispute = add(self.tr("Previous disagr&eement"), "Shift+F8")
        self.words = add(self.tr("&Words"), "Ctrl+Shift+W")
        self.collation = add(self.tr("Va&riant readings"))
        self.compare_panes = add(self.tr("&Compare the texts of two panes"), "Ctrl+Shift+D")
        self.remember_passage = add(self.tr("Remember this passage for c&omparing"))
        self.compare_passage = add(self.tr("Compare with the remem&bered passage"))
        self.add_to_dictionary = add(self.tr("Add &to the dictionary"))
        self.dictionary = add(self.tr("D&ictionary…"))

    def _analyses(self) -> list[QAction | None]:
        """Return the entries of the menu of analyses; None is a line between them."""
        passages = [self.passages, self.passage_here, self.next_passage, self.previous_passage]
        beside = [self.align, self.link_by_passages, self.passage_map]
        words = [self.words, self.collation, self.compare_panes, self.remember_passage]
        more = [self.compare_passage, self.add_to_dictionary, self.dictionary]
        found = [self.suggestions, self.figures]
        agreement = [self.blind_round, self.agreement, self.agreement_heat, self.agreement_lines]
        disputes = [self.next_dispute, self.previous_dispute]
        groups = ([*passages, *beside], [*words, *more], found, [*agreement, *disputes])
        return [action for group in groups for action in (None, *group)][1:]

    def _pane_actions(self) -> list[QAction]:
        actions = [
            self.select_more,
            self.select_less,
            self.next_clause,
            self.previous_clause,
            self.next_sentence,
            self.previous_sentence,
            self.select_next_clause,
            self.select_previous_clause,
            self.select_next_sentence,
            self.select_previous_sentence,
            self.tag_again,
            self.tag_repeats,
            self.note,
            self.reply,
            self.delete,
            self.start_back,
            self.start_forward,
            self.end_back,
            self.end_forward,
            self.split_paragraph,
            self.join_paragraph,
            self.passage_here,
            self.align,
            *self.tags,
        ]
        for action in actions:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._window.removeAction(action)
        return actions

    def _add(self, text: str, keys: str | Sequence[str] = "", icon: str = "") -> QAction:
        action = QAction(text, self)
        sequences = [keys] if isinstance(keys, str) else keys
        action.setShortcuts([QKeySequence(key) for key in sequences if key])
        if icon:
            action.setIcon(icons.icon(icon))
        self._window.addAction(action)
        return action
