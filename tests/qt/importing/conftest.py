"""An import dialog over a library in a file, driven as a reader drives it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.importers.incoming import IncomingFile
from annotator.qt import fonts, tasks
from annotator.qt.importing.candidate import State
from annotator.qt.importing.import_dialog import ImportDialog
from annotator.qt.reader.appearance import Appearance
from annotator.qt.session import Session
from annotator.services import libraries
from annotator.services.importing import Import

COLUMN = (
    "　　这一段从这里开始，文字排到栏宽为止，然后换\n行接着往下说，说到这里就是末尾了。\n"
    "　　第二段讲的是另外一件事情，它同样要占满一整\n行，也在下一行的中间结束。\n"
    "　　到了第三段，作者又换了一个话题来谈，谈得不\n多，很快就谈完了。\n"
    "　　最后一段总结前面所有的话，读者看到这里便知\n道全文的意思。\n"
)


class Importer:
    """Somebody in front of an import dialog."""

    def __init__(self, dialog: ImportDialog, qtbot: QtBot) -> None:
        self.dialog = dialog
        self._qtbot = qtbot

    @property
    def shown(self) -> list[str]:
        """The paragraphs of the reading text in the preview."""
        text = self.dialog.preview.text
        return [text.text[item.start : item.end] for item in text.paragraphs]

    def wait(self) -> None:
        """Wait until the preview shows what is chosen."""
        self._qtbot.waitUntil(self._is_settled)

    def import_all(self) -> list[Import]:
        """Press the button and return what became of each text."""
        with self._qtbot.waitSignal(self.dialog.imported) as done:
            self.press_button("Import")
        return list(done.args[0])

    def states(self) -> list[State]:
        return [candidate.state for candidate in self.dialog.model.candidates()]

    def choose(self, row: int) -> None:
        self.dialog.list.setCurrentIndex(self.dialog.model.index(row))

    def put_caret(self, words: str) -> None:
        """Let the caret stand before these words of the reading text."""
        pane = self.dialog.preview.reading
        pane.selecting.put_caret(self.dialog.preview.text.text.index(words))

    def press(self, key: Qt.Key, modifier: str = "No") -> None:
        held = getattr(Qt.KeyboardModifier, f"{modifier}Modifier")
        QTest.keyClick(self.dialog.preview.reading, key, held)

    def press_button(self, name: str) -> None:
        buttons = self.dialog.findChildren(QPushButton)
        button = next(b for b in buttons if b.text().replace("&", "") == name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _is_settled(self) -> bool:
        current = self.dialog.current
        if current.state in (State.FAILED, State.UNCLEAR):
            return True
        preview = current.preview
        return preview is not None and preview.corrections == current.corrections


@pytest.fixture
def session(english: None, tmp_path: Path) -> Iterator[Session]:
    session = Session(libraries.create(tmp_path / "library.duidu"))
    yield session
    session.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "栏.txt").write_text(COLUMN, encoding="utf-8")
    (folder / "旧.txt").write_bytes(
        "新质生产力是创新起主导作用的先进生产力质态。".encode("gb18030")
    )
    (folder / "不明.txt").write_bytes("丐丌丏丑".encode("gb18030"))
    (folder / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (folder / "空.txt").write_text(" \n", encoding="utf-8")
    return folder


@pytest.fixture
def open_dialog(session: Session, qtbot: QtBot) -> Iterator[Callable[..., Importer]]:
    fonts.load()
    opened: list[ImportDialog] = []

    def open_(*sources: Path | IncomingFile) -> Importer:
        dialog = ImportDialog(session, sources, Appearance())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        opened.append(dialog)
        return Importer(dialog, qtbot)

    yield open_
    tasks.wait_for_all()
    for dialog in opened:
        dialog.close()
