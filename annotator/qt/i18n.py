"""The languages of the interface."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from annotator import places


class Language(StrEnum):
    """What the reader chose; SYSTEM is Chinese on a Chinese desktop, otherwise English."""

    SYSTEM = "system"
    CHINESE = "zh_CN"
    ENGLISH = "en"


def install(app: QApplication, language: Language) -> Language:
    """Show the program in this language, Qt's own buttons too; return which one it is.

    Windows made before keep their texts. Dates and numbers follow the language.
    """
    is_open = language is Language.SYSTEM
    shown = language_for(QLocale.system().uiLanguages()) if is_open else language
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    for file in (_qt_folder() / f"qtbase_{shown}.qm", _own_folder() / f"duidu_{shown}.qm"):
        translator = QTranslator(app)
        if translator.load(str(file)):
            app.installTranslator(translator)
    QLocale.setDefault(QLocale(shown.value))
    # Qt adds it to the titles of windows that do not end with it.
    app.setApplicationDisplayName(QCoreApplication.translate("i18n", "Duidu"))
    return shown


def language_for(wanted: Sequence[str]) -> Language:
    """Return Chinese if the language wanted most is any Chinese, otherwise English."""
    is_chinese = bool(wanted) and QLocale(wanted[0]).language() is QLocale.Language.Chinese
    return Language.CHINESE if is_chinese else Language.ENGLISH


def _own_folder() -> Path:
    return places.resource("translations")


def _qt_folder() -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
