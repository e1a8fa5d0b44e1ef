"""Tag hits dialog: all hits of a search in their context, to be tagged in one go."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.annotation import Annotation
from annotator.core.errors import DuiduError
from annotator.qt import icons, prompts
from annotator.qt.attempt import attempt
from annotator.qt.dialogs.tag_palette import TagChoice, TagPalette
from annotator.qt.models.ticked_hits import TickedHits
from annotator.qt.panels.ticked_hit_delegate import TickedHitDelegate
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.qt.tag_names import shown_name
from annotator.qt.tasks import Task
from annotator.services import hit_tagging
from annotator.services.editing import Edit, EditGroup
from annotator.services.editing.annotation_edits import AddAnnotation
from annotator.services.editing.tag_edits import add_tag, new_tag
from annotator.services.hit_tagging import HitTagging, Unit, Wish
from annotator.services.search import Hit

_SIZE = (760, 560)


class TagHitsDialog(QDialog):
    """The reader unticks what is not meant, and chooses the tags.

    Hits that repeat the passage of an annotation get the tags that it has, and belong to it then.
    Where that annotation was the last thing done, all of it becomes one step to undo.

    Signal: `tagged` with a sentence that says what was done.
    """

    tagged = Signal(str)

    def __init__(
        self,
        session: Session,
        hits: Sequence[Hit],
        parent: QWidget | None = None,
        *,
        repeated: Annotation | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = self.tr("Tag the repeats") if repeated else self.tr("Tag all hits")
        self.setWindowTitle(self._name)
        self._session = session
        self._repeated = repeated
        self._choice = TagChoice(set(), [])
        self._task: Task | None = None
        self.model = TickedHits(hits, self)
        self.list = QListView()
        self.unit = QComboBox()
        self.tags = QPushButton(icons.icon("tag"), self.tr("Choose &tags…"))
        self._chosen = QLabel()
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._progress = QProgressBar()
        self._progress.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._ok = QPushButton(self.tr("Ta&g"))
        self._buttons.addButton(self._ok, QDialogButtonBox.ButtonRole.AcceptRole)
        self._set_up()
        self._lay_out()
        self._connect()
        self._show_state()
        if repeated is not None:
            self._give(TagChoice(set(repeated.tag_ids), []))
            self.unit.hide()
            self.tags.hide()
        (self.list if repeated else self.tags).setFocus()
        self.resize(*_SIZE)

    def reject(self) -> None:
        """Break off what runs; otherwise close."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()

    def accept(self) -> None:
        """Tag what is ticked. Where it stands is worked out off the GUI thread."""
        if self._task is not None or not self._ok.isEnabled():
            return
        new_tags: list[Edit] = []
        tag_ids = set(self._choice.tag_ids)
        if not attempt(self, partial(self._add_new_tags, new_tags, tag_ids)):
            return
        wish = self._wish(tag_ids)
        path, hits = self._session.library.path, self.model.ticked()
        self._task = Task(partial(hit_tagging.plan_in, path, hits, wish), self)
        self._task.progress.connect(self._on_progress)
        self._task.done.connect(partial(self._on_planned, new_tags))
        self._task.failed.connect(self._on_failed)
        self._task.ended.connect(self._on_ended)
        self._task.start()
        self._show_state()

    def _give(self, choice: TagChoice) -> None:
        """Choose these tags."""
        self._choice = choice
        self._show_state()

    def _wish(self, tag_ids: Iterable[str]) -> Wish:
        """Return what is to be done with the ticked hits."""
        unit = Unit(self.unit.currentData())
        passage_id = self._repeated.passage if self._repeated else ""
        return Wish(
            tuple(sorted(tag_ids)),
            self._session.member.id,
            unit,
            passage_id,
            seen=self._session.visibility,
        )

    def _run(self, edit: Edit) -> None:
        last = self._session.edit_to_undo
        if (
            self._repeated
            and isinstance(last, AddAnnotation)
            and last.annotation.id == self._repeated.id
        ):
            self._session.undo()
            edit = EditGroup((last, edit))
        self._session.do(edit, self._name)

    def _set_up(self) -> None:
        view = self.list
        view.setModel(self.model)
        view.setProperty("concordance", True)
        view.setItemDelegate(TickedHitDelegate(view))
        view.setUniformItemSizes(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(self.tr("Hits to tag"))
        view.setCurrentIndex(self.model.index(1))
        for name, unit in (
            (self.tr("The hit itself"), Unit.HIT),
            (self.tr("The whole word"), Unit.WORD),
            (self.tr("The clause"), Unit.CLAUSE),
            (self.tr("The sentence"), Unit.SENTENCE),
            (self.tr("The paragraph"), Unit.PARAGRAPH),
        ):
            self.unit.addItem(name, unit.value)
        self.unit.setAccessibleName(self.tr("What is tagged"))
        self.unit.setToolTip(self.tr("What is tagged"))

    def _lay_out(self) -> None:
        hint = QLabel(self.tr("Space ticks and unticks the selected hits."))
        hint.setProperty("quiet", True)
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(hint)
        self._chosen.setWordWrap(True)
        choice = QHBoxLayout()
        choice.setSpacing(10)
        choice.addWidget(self.unit)
        choice.addWidget(self.tags)
        choice.addWidget(self._chosen, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._progress, 1)
        foot.addStretch()
        foot.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(choice)
        column.addLayout(foot)
        self._ok.setDefault(True)

    def _connect(self) -> None:
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.list)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._toggle_selected)
        self.model.ticks_changed.connect(self._show_state)
        self.tags.clicked.connect(self._choose_tags)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _toggle_selected(self) -> None:
        self.model.toggle(self.list.selectionModel().selectedIndexes())

    def _choose_tags(self) -> None:
        choice = TagPalette.ask(self, self._session.codebook, self._choice.tag_ids)
        if choice is not None:
            self._give(choice)
            self._ok.setFocus()

    def _add_new_tags(self, edits: list[Edit], tag_ids: set[str]) -> None:
        """Add the edits that make the tags that were invented, and their ids."""
        for name in self._choice.new_names:
            edit = add_tag(self._session.library, new_tag(self._session.codebook, name))
            edits.append(edit)
            tag_ids.add(edit.tag.id)

    def _show_state(self) -> None:
        ticked, is_busy = len(self.model.ticked()), self._task is not None
        self._count.setText(self.tr("%n hits are ticked.", "", ticked))
        tags = [tag for tag in self._session.codebook if tag.id in self._choice.tag_ids]
        names = [*map(shown_name, tags), *self._choice.new_names]
        self._chosen.setText("".join(f"【{name}】" for name in names))
        self._ok.setEnabled(bool(ticked and names) and not is_busy)
        self._progress.setVisible(is_busy)
        for part in (self.list, self.unit, self.tags):
            part.setDisabled(is_busy)

    def _on_progress(self, done: int, total: int, _what: str) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _on_planned(self, new_tags: Sequence[Edit], plan: HitTagging) -> None:
        if plan.tagged:
            edit = EditGroup((*new_tags, plan.edit))
            if not attempt(self, partial(self._run, edit)):
                return
        self.tagged.emit(self._told(plan))
        super().accept()

    def _told(self, plan: HitTagging) -> str:
        sentences = [self.tr("%n passages were tagged.", "", plan.tagged)]
        if plan.already:
            sentences.append(self.tr("%n had these tags already.", "", plan.already))
        if plan.without_letters:
            sentences.append(self.tr("%n without letters were left out.", "", plan.without_letters))
        return " ".join(sentences)

    def _on_failed(self, error: DuiduError) -> None:
        prompts.warn(self, sentence_of(error))

    def _on_ended(self) -> None:
        self._task = None
        self._show_state()
