"""The columns in which words are told."""

from PySide6.QtCore import QCoreApplication, QLocale

from annotator.qt.models.table_model import Column
from annotator.services.analysis import WordRow
from annotator.text.vocabulary import Collocate


def word_columns(locale: QLocale) -> list[Column[WordRow]]:
    translate = QCoreApplication.translate
    return [
        Column(
            translate("words", "Word"), lambda row: row.word, lambda row: row.word, is_number=False
        ),
        Column(
            translate("words", "Count"),
            lambda row: row.count,
            lambda row: locale.toString(row.count),
        ),
        Column(
            translate("words", "Per 10,000"),
            lambda row: row.per_10000,
            lambda row: locale.toString(row.per_10000, "f", 1),
            translate("words", "How often among ten thousand words"),
        ),
        Column(
            translate("words", "Elsewhere"),
            lambda row: row.count_elsewhere,
            lambda row: locale.toString(row.count_elsewhere),
            translate("words", "How often in the texts that are not chosen"),
        ),
        Column(
            translate("words", "Keyness"),
            lambda row: row.log_likelihood,
            lambda row: _number(row.log_likelihood, locale),
            translate(
                "words",
                "How surely the chosen texts use the word more than the others: log-likelihood G² "
                "(Dunning 1993), told from 15.13 on, which chance reaches once in ten thousand.",
            ),
        ),
    ]


def collocate_columns(locale: QLocale) -> list[Column[Collocate]]:
    translate = QCoreApplication.translate
    return [
        Column(
            translate("words", "Near it"),
            lambda row: row.word,
            lambda row: row.word,
            is_number=False,
        ),
        Column(
            translate("words", "Count"),
            lambda row: row.count,
            lambda row: locale.toString(row.count),
            translate("words", "How often within five words of the chosen one"),
        ),
        Column(
            translate("words", "logDice"),
            lambda row: row.log_dice,
            lambda row: locale.toString(row.log_dice, "f", 1),
            translate(
                "words", "How close the two are (Rychlý 2008): 14 where they are never apart"
            ),
        ),
    ]


def _number(value: float | None, locale: QLocale) -> str:
    return "" if value is None else locale.toString(value, "f", 1)
