"""Section bar: says over a pane which section of its text is shown alone, and leads back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from annotator.core.reading_text import ReadingText
from annotator.qt.section_names import shown_origin, shown_title
from annotator.text.sections import Section


class SectionBar(QWidget):
    """Hidden while the whole text is shown. Signal: `whole_text_requested`."""

    whole_text_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sectionBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._told = ""
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("quiet", True)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = QToolButton()
        self._whole.setText(self.tr("Whole text"))
        self._whole.setAutoRaise(True)
        self._whole.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._whole.setToolTip(self.tr("Show the whole text again, at this place"))
        self._whole.clicked.connect(self.whole_text_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 2)
        row.addWidget(self._title, 1)
        row.addWidget(self._whole)
        self.hide()

    def show_section(self, section: Section | None, text: ReadingText) -> None:
        """Name this section of the text, or hide where there is none."""
        self.setVisible(section is not None)
        if section is not None:
            parts = (shown_title(section, text), shown_origin(section))
            self._told = " · ".join(part for part in parts if part)
            self._title.setToolTip(self._told)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Shorten what is told to the room there is."""
        metrics, width = self._title.fontMetrics(), self._title.width()
        elide = Qt.TextElideMode.ElideRight
        self._title.setText(metrics.elidedText(self._told, elide, width))
