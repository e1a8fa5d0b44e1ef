"""A program with one pane in which something is selected, for a screen reader to look at."""

import os

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from annotator.core.codebook import Underline
from annotator.core.reading_text import Paragraph, ReadingText, Run
from annotator.core.span import ReadingSpan
from annotator.qt.reader import accessibility
from annotator.qt.reader.appearance import TagLook
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.pane import ReaderPane

TEXT = "甲𠮷😀乙"

if __name__ == "__main__":
    app = QApplication([])
    accessibility.install()
    pane = ReaderPane()
    pane.setAccessibleName("讲稿")
    pane.set_text(ReadingText(TEXT, (Paragraph(0, len(TEXT)),), (Run(0, len(TEXT), 0),)))
    pane.set_tag_looks({"t": TagLook(QColor("#fde9ae"), Underline.SOLID, "定义")})
    pane.set_highlights([Highlight("a", ReadingSpan(0, 4), ("t",))])
    pane.select(ReadingSpan(1, 3))
    pane.show()
    print(os.environ["DBUS_SESSION_BUS_ADDRESS"], flush=True)
    app.exec()
