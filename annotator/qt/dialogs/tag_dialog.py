"""Tag dialog: the name, look and definition of a tag."""

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.core.codebook import Codebook, Tag, Underline
from annotator.core.errors import EditError, TagNameEmptyError, TagNameTakenError
from annotator.core.identity import tag_name_key
from annotator.qt.dialogs.choice_row import ChoiceRow
from annotator.qt.dialogs.colour_row import ColourRow
from annotator.qt.models.tag_signs import patch_icon
from annotator.qt.sentences import sentence_of
from annotator.qt.tag_names import shown_definition, shown_name
from annotator.services.editing.tag_edits import TAG_COLOURS, new_tag

_COLOUR_PX = QSize(22, 18)
_UNDERLINE_PX = QSize(46, 18)
_WIDTH_PX = 460
_DEFINITION_PX = 96


class TagDialog(QDialog):
    """Asks for a new tag, or for what a tag becomes."""

    def __init__(self, codebook: Codebook, tag: Tag | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codebook = codebook
        self._before = tag or new_tag(codebook, "")
        self.setWindowTitle(self.tr("Edit tag") if tag else self.tr("New tag"))
        self._name = QLineEdit(shown_name(self._before))
        self._colours = ColourRow(_COLOUR_PX)
        self._underlines = ChoiceRow(_UNDERLINE_PX)
        self._definition = QPlainTextEdit(shown_definition(self._before))
        self._trouble = QLabel()
        self._trouble.setProperty("quiet", True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._offer_looks()
        self._lay_out()
        self._connect()
        self._update_icons()
        self._update_trouble()
        self.resize(max(_WIDTH_PX, self.sizeHint().width()), self.sizeHint().height())

    @classmethod
    def ask(cls, parent: QWidget | None, codebook: Codebook, tag: Tag | None) -> Tag | None:
        """Return what the tag becomes, or a new one without an id; None if cancelled."""
        dialog = cls(codebook, tag, parent)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.tag() if is_accepted else None

    def tag(self) -> Tag:
        """Return the tag as it stands in the dialog; texts that were not touched stay as stored."""
        before = self._before
        name, definition = self._name.text().strip(), self._definition.toPlainText().strip()
        return replace(
            before,
            name=before.name if name == shown_name(before) else name,
            colour=self._colours.swatches.value(),
            underline=Underline(self._underlines.value()),
            definition=(
                before.definition if definition == shown_definition(before) else definition
            ),
        )

    def _offer_looks(self) -> None:
        names = (
            self.tr("Yellow"),
            self.tr("Green"),
            self.tr("Blue"),
            self.tr("Pink"),
            self.tr("Violet"),
            self.tr("Orange"),
            self.tr("Turquoise"),
            self.tr("Olive"),
            self.tr("Sand"),
            self.tr("Grey"),
        )
        self._colours.offer(dict(zip(TAG_COLOURS, names, strict=True)), self._before.colour)
        for underline, name in {
            Underline.SOLID: self.tr("Solid line"),
            Underline.DASHED: self.tr("Dashed line"),
            Underline.DOTTED: self.tr("Dotted line"),
            Underline.WAVE: self.tr("Wavy line"),
            Underline.DOUBLE: self.tr("Double line"),
        }.items():
            self._underlines.add(underline, name)
        self._underlines.choose(self._before.underline)

    def _lay_out(self) -> None:
        self._definition.setTabChangesFocus(True)
        self._definition.setFixedHeight(_DEFINITION_PX)
        self._definition.setPlaceholderText(self.tr("Which passages belong here, and which do not"))
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("&Name"), self._name)
        colour = QLabel(self.tr("&Colour"))
        colour.setBuddy(self._colours.swatches)
        form.addRow(colour, self._colours)
        form.addRow(self.tr("&Underline"), self._underlines)
        form.addRow(self.tr("&Definition"), self._definition)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._trouble)
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        self._name.textChanged.connect(self._update_trouble)
        self._colours.swatches.changed.connect(self._update_icons)
        self._underlines.changed.connect(self._update_icons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _update_icons(self) -> None:
        tag = self.tag()
        for colour in self._colours.swatches.values():
            icon = patch_icon(replace(tag, colour=colour), _COLOUR_PX)
            self._colours.swatches.set_icon(colour, icon)
        for underline in Underline:
            icon = patch_icon(replace(tag, underline=underline), _UNDERLINE_PX)
            self._underlines.set_icon(underline, icon)

    def _update_trouble(self) -> None:
        trouble = self._name_trouble()
        self._trouble.setText(sentence_of(trouble) if trouble else "")
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(trouble is None)

    def _name_trouble(self) -> EditError | None:
        name = self._name.text().strip()
        if not name:
            return TagNameEmptyError()
        key = tag_name_key(name)
        others: list[Tag] = [tag for tag in self._codebook if tag.id != self._before.id]
        if any(key in (tag_name_key(tag.name), tag_name_key(shown_name(tag))) for tag in others):
            return TagNameTakenError(name=name)
        return None
