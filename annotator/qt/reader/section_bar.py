"""Section bar: says over a pane which section of its text is shown alone, and leads back."""

from PySide6.QtWidgets import QWidget

from annotator.core.reading_text import ReadingText
from annotator.qt.reader.pane_bar import PaneBar
from annotator.qt.section_names import shown_origin, shown_title
from annotator.text.sections import Section


class SectionBar(PaneBar):
    """Hidden while the whole text is shown. `clicked` asks for the whole text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button.setText(self.tr("Whole text"))
        self.button.setToolTip(self.tr("Show the whole text again, at this place"))

    def show_section(self, section: Section | None, text: ReadingText) -> None:
        """Name this section of the text, or hide where there is none."""
        if section is None:
            self.hide()
        else:
            parts = (shown_title(section, text), shown_origin(section))
            self.say(" · ".join(part for part in parts if part))
