"""Empty state: what a panel says when it has nothing to show, and what to do next."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

# A list, or what stands for it, may be as low as this before its window must grow.
LEAST_HEIGHT_PX = 36


class EmptyState(QScrollArea):
    """A quiet sentence in the middle, with a button for the next step if there is one."""

    def __init__(self, sentence: str = "", *, button: QPushButton | None = None) -> None:
        super().__init__()
        self.button = button
        self._label = QLabel(sentence)
        self._label.setProperty("quiet", True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(18, 18, 18, 18)
        column.addStretch(2)
        column.addWidget(self._label)
        if button is not None:
            column.addSpacing(8)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(self._content)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), LEAST_HEIGHT_PX)

    def say(self, sentence: str) -> None:
        self._label.setText(sentence)

    def sentence(self) -> str:
        return self._label.text()
