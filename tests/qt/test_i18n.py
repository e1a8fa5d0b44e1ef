import ast
import importlib.util
import inspect
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMainWindow,
)
from pytestqt.qtbot import QtBot

import annotator
from annotator import places
from annotator.core import errors
from annotator.core.document import About, Document
from annotator.core.errors import DuiduError, EmptyFileError, TagNotFoundError
from annotator.core.span import ReadingSpan
from annotator.qt import i18n
from annotator.qt.i18n import Language
from annotator.qt.models.hit_model import HitModel
from annotator.qt.models.ticked_hits import TickedHits
from annotator.qt.sentences import sentence_of
from annotator.services.search import Hit
from tests.qt.pseudo_locale import PseudoLocale, untranslated

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(annotator.__file__).parent
TOOL = ROOT / "packaging" / "translate.py"
CHINESE = places.resource("translations", "duidu_zh_CN.ts")
PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d")
ASKING = re.compile(r"(.*\.)?tr|QCoreApplication\.translate|QT_TRANSLATE_NOOP")
HAN = "[\u3400-\u9fff]"


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    locale = QLocale()
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)


def translations(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each sentence with its finished translation, or with each of its plural forms."""
    for message in ET.parse(file).iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") == "unfinished":
            continue
        source = message.findtext("source", "")
        forms = [form.text or "" for form in translation.iter("numerusform")]
        for text in forms or [translation.text or ""]:
            yield source, text


def calls_of_tr() -> Iterator[tuple[str, ast.Call]]:
    """Yield every call that asks for a translation, with its place."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ASKING.fullmatch(ast.unparse(node.func)):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


class Sample(QMainWindow):
    """A window in which two texts were forgotten."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Duidu"))
        menu = self.menuBar().addMenu(self.tr("&File"))
        menu.addAction(QAction("Forgotten action", self))
        dock = QDockWidget(self.tr("Annotations"), self)
        field = QLineEdit()
        field.setPlaceholderText("Forgotten hint")
        dock.setWidget(field)
        self.setCentralWidget(QLabel("123 · 45 %"))


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["zh-Hans-CN", "en-US"], Language.CHINESE),
        (["zh-Hant-TW"], Language.CHINESE),
        (["zh"], Language.CHINESE),
        (["en-GB", "zh-CN"], Language.ENGLISH),
        (["de-DE"], Language.ENGLISH),
        (["C"], Language.ENGLISH),
        ([], Language.ENGLISH),
    ],
)
def test_the_language_of_the_desktop_decides(wanted: list[str], language: Language) -> None:
    assert i18n.language_for(wanted) is language


def test_qts_own_buttons_are_chinese_in_chinese(app: QApplication, qtbot: QtBot) -> None:
    shown = i18n.install(app, Language.CHINESE)

    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
    )
    qtbot.addWidget(box)

    assert shown is Language.CHINESE
    assert {button.text() for button in box.buttons()} == {"确定", "取消"}


def test_ticked_hits_are_counted_in_chinese(app: QApplication) -> None:
    i18n.install(app, Language.CHINESE)
    document = Document("甲", About("甲"), 100, "", 0)
    hits = [Hit(document, ReadingSpan(at, at + 1), "前", "中", "后") for at in (1, 5)]

    for model in (HitModel(), TickedHits(hits)):
        model.append([] if model.rowCount() else hits)
        described = model.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
        assert described == "2处"


def test_dates_and_numbers_follow_the_language(app: QApplication) -> None:
    i18n.install(app, Language.CHINESE)
    assert QLocale().name() == "zh_CN"

    i18n.install(app, Language.ENGLISH)
    assert QLocale().language() is QLocale.Language.English


def test_changing_the_language_leaves_nothing_of_the_former(
    app: QApplication, qtbot: QtBot
) -> None:
    i18n.install(app, Language.CHINESE)

    i18n.install(app, Language.ENGLISH)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)

    assert box.buttons()[0].text() == "Cancel"
    assert sentence_of(errors.TagNameEmptyError()) == "A tag needs a name."


def test_what_went_wrong_is_said_in_chinese_with_its_details(app: QApplication) -> None:
    i18n.install(app, Language.CHINESE)

    assert sentence_of(EmptyFileError(path="空.txt")) == "“空.txt”里没有文字。请选择其他文件。"


def test_what_went_wrong_is_said_in_english_without_a_translation(app: QApplication) -> None:
    i18n.install(app, Language.ENGLISH)

    error = TagNotFoundError(name="x", known="定义, 数据")

    assert sentence_of(error) == str(error)


def test_every_error_has_a_sentence_of_its_own_in_chinese(app: QApplication) -> None:
    i18n.install(app, Language.CHINESE)
    kinds = [
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, DuiduError) and kind.sentence
    ]

    for kind in kinds:
        names = re.findall(r"\{(\w+)\}", kind.sentence)
        said = sentence_of(kind(**dict.fromkeys(names, "X")))
        assert re.search(HAN, said), f"{kind.__name__}: {said}"


def test_translations_are_in_step_with_the_program() -> None:
    done = subprocess.run(
        [sys.executable, str(TOOL), "--check"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_check_notices_drift(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "annotator", ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copytree(CHINESE.parent, tmp_path / "resources" / "translations")
    extra = tmp_path / "annotator" / "extra.py"
    extra.write_text(
        "class Extra(QObject):\n    def say(self):\n        self.tr('Not known yet')\n",
        encoding="utf-8",
    )
    specification = importlib.util.spec_from_file_location("translate", TOOL)
    assert specification
    assert specification.loader
    tool = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(tool)
    tool.ROOT, tool.FOLDER = tmp_path, tmp_path / "resources" / "translations"

    found = list(tool.faults())

    assert "duidu_zh_CN.ts does not have the sentences of the program." in found


def test_placeholders_agree_with_the_sentence() -> None:
    for source, translation in translations(CHINESE):
        wanted = sorted(PLACEHOLDER.findall(source))
        assert sorted(PLACEHOLDER.findall(translation)) == wanted, source


def test_mnemonics_stay_and_stand_in_brackets() -> None:
    for source, translation in translations(CHINESE):
        has_mnemonic = re.search(r"&\w", source.replace("&&", "")) is not None
        assert len(re.findall(r"\(&[A-Z0-9]\)", translation)) == has_mnemonic, source


def test_chinese_follows_the_house_style() -> None:
    for _, translation in translations(CHINESE):
        assert "您" not in translation
        assert not re.search(rf"{HAN} +[A-Za-z0-9{{%]|[A-Za-z0-9}}n] +{HAN}", translation), (
            translation
        )
        # Qt divides the kinds of files in a file dialog by two semicolons.
        prose = translation.replace(";;", " ")
        assert not re.search(rf"{HAN}[,;:?!.](?!\w)|[,;:?!]{HAN}", prose), translation


def test_sentences_are_never_glued_or_filled_before_they_are_translated() -> None:
    for place, call in calls_of_tr():
        for argument in call.args:
            assert not isinstance(argument, (ast.JoinedStr, ast.BinOp)), place


def test_sentences_are_found_under_the_class_that_shows_them() -> None:
    for place, call in calls_of_tr():
        name = ast.unparse(call.func)
        # lupdate files `other.tr(…)` under this class, where the other one never looks.
        assert not name.endswith("tr") or name == "self.tr", f"{place}: write self.tr(…)"


def test_the_pseudo_locale_shows_what_was_forgotten(app: QApplication, qtbot: QtBot) -> None:
    translator = PseudoLocale(app)
    app.installTranslator(translator)
    window = Sample()
    qtbot.addWidget(window)

    assert untranslated(window) == {"Forgotten action", "Forgotten hint"}
