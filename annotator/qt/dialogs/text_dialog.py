"""Text dialog: how texts are set. The panes behind it are the preview."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.qt import fonts
from annotator.qt.settings import LARGEST_POINT_SIZE, SMALLEST_POINT_SIZE, USUAL_POINT_SIZE
from annotator.qt.typography import (
    LEAST_LINE_SPACING,
    LONGEST_LINE,
    MOST_LINE_SPACING,
    SHORTEST_LINE,
    Typography,
)

_SPACING_STEP = 0.1


class TextDialog(QDialog):
    """Tells of every choice at once. Signals: `typography_chosen`, `size_chosen` in points."""

    typography_chosen = Signal(object)
    size_chosen = Signal(float)

    def __init__(
        self, typography: Typography, point_size: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Text"))
        self.point_size = QDoubleSpinBox(decimals=1, minimum=SMALLEST_POINT_SIZE)
        self.point_size.setMaximum(LARGEST_POINT_SIZE)
        self.point_size.setSuffix(self.tr(" pt"))
        self.spacing = QDoubleSpinBox(decimals=1, minimum=LEAST_LINE_SPACING)
        self.spacing.setMaximum(MOST_LINE_SPACING)
        self.spacing.setSingleStep(_SPACING_STEP)
        self.line = QSpinBox(minimum=SHORTEST_LINE, maximum=LONGEST_LINE)
        self.full_width = QCheckBox(self.tr("As long as the pane is &wide"))
        self.justified = QCheckBox(self.tr("&Justified lines"))
        self.indented = QCheckBox(self.tr("&Indent the first line of a paragraph"))
        self.family = QComboBox()
        self.family.addItem(self.tr("As usual"), "")
        for family in fonts.reading_families():
            self.family.addItem(family, family)
        self._lay_out()
        self._show(typography, point_size)
        self._connect()

    def typography(self) -> Typography:
        """Return what is chosen."""
        return Typography(
            round(self.spacing.value(), 1),
            None if self.full_width.isChecked() else self.line.value(),
            is_justified=self.justified.isChecked(),
            has_first_indent=self.indented.isChecked(),
            family=self.family.currentData(),
        )

    def set_size(self, point_size: float) -> None:
        """Show a size that was chosen elsewhere."""
        if point_size != self.point_size.value():  # or what is being typed would be set anew
            with QSignalBlocker(self.point_size):
                self.point_size.setValue(point_size)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Typeface"), self.family)
        form.addRow(self.tr("&Size"), self.point_size)
        form.addRow(self.tr("Line s&pacing"), self.spacing)
        form.addRow(self.tr("Characters in a &line"), self.line)
        form.addRow("", self.full_width)
        form.addRow("", self.justified)
        form.addRow("", self.indented)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.RestoreDefaults | QDialogButtonBox.StandardButton.Close
        )
        buttons.rejected.connect(self.reject)
        restore = buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        restore.setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        restore.clicked.connect(self._on_restore_clicked)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)

    def _show(self, typography: Typography, point_size: float) -> None:
        self.point_size.setValue(point_size)
        self.spacing.setValue(typography.line_spacing)
        self.line.setValue(typography.longest_line or LONGEST_LINE)
        self.line.setEnabled(typography.longest_line is not None)
        self.full_width.setChecked(typography.longest_line is None)
        self.justified.setChecked(typography.is_justified)
        self.indented.setChecked(typography.has_first_indent)
        self.family.setCurrentIndex(max(0, self.family.findData(typography.family)))

    def _connect(self) -> None:
        self.point_size.valueChanged.connect(self.size_chosen)
        self.full_width.toggled.connect(self.line.setDisabled)
        for changed in (
            self.spacing.valueChanged,
            self.line.valueChanged,
            self.full_width.toggled,
            self.justified.toggled,
            self.indented.toggled,
            self.family.currentIndexChanged,
        ):
            changed.connect(self._on_chosen)

    def _on_chosen(self) -> None:
        self.typography_chosen.emit(self.typography())

    def _on_restore_clicked(self) -> None:
        self._show(Typography(), USUAL_POINT_SIZE)
