"""Agreement models: the figures tag by tag, and the passages that were not marked alike."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QLocale, QObject, Qt
from PySide6.QtGui import QColor

from annotator.core.member import Member
from annotator.core.span import ReadingSpan
from annotator.qt.models.row_model import ROOT, ModelIndex
from annotator.qt.tag_names import shown_name
from annotator.qt.theme import shown_theme
from annotator.services.agreement import Agreement, DisputedPassage, TagAgreement
from annotator.text.agreement import Figure, Pair, Undefined

# What Krippendorff ("Content Analysis", 2004) asks of alpha: for conclusions, and for tentative
# ones.
_FIRM = 0.8
_TENTATIVE = 0.667
_GROUND_ALPHA = 56

_FIRST_PAIR = 7


class AgreementModel(QAbstractTableModel):
    """One row for each tag: its figures, and kappa of every two members."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[TagAgreement, ...] = ()
        self._pairs: list[Pair] = []
        self._members: dict[str, Member] = {}

    def set_agreement(self, agreement: Agreement) -> None:
        self.beginResetModel()
        self._tags = agreement.tags
        self._members = dict(agreement.members)
        self._pairs = sorted({pair for row in agreement.tags for pair in row.figures.pairs})
        self.endResetModel()

    def row(self, number: int) -> TagAgreement:
        return self._tags[number]

    def name(self, row: TagAgreement) -> str:
        """Return what the reader calls the tag of a row."""
        return shown_name(row.tag) if row.tag else self.tr("Marked at all")

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._tags)

    def columnCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else _FIRST_PAIR + len(self._pairs)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        name, tip = self._heading(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        return tip if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._tags[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, column)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._explanation(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.BackgroundRole:
                return _ground(self._coefficient(row, column))
        return None

    def _heading(self, column: int) -> tuple[str, str]:
        """Return the name of a column, and what it means."""
        if column >= _FIRST_PAIR:
            first, second = (self._members[one].name for one in self._pairs[column - _FIRST_PAIR])
            name = self.tr("κ {first} – {second}").format(first=first, second=second)
            return name, self.tr("Cohen's kappa of these two: what chance would do is taken off.")
        return (
            (self.tr("Tag"), ""),
            (self.tr("Letters"), self.tr("Letters in texts that two or more have finished.")),
            (self.tr("Marked"), self.tr("How much of them was marked, on average.")),
            (self.tr("Alike"), self.tr("How much of them two members treated alike.")),
            (self.tr("α"), self.tr("Krippendorff's alpha: 1 is full agreement, 0 is chance.")),
            (self.tr("F1 same"), self.tr("Passages that two marked with the same ends.")),
            (self.tr("F1 half"), self.tr("Passages of two that share at least half.")),
        )[column]

    def _figure(self, row: TagAgreement, column: int) -> Figure:
        figures = row.figures
        if column >= _FIRST_PAIR:
            pair = figures.pairs.get(self._pairs[column - _FIRST_PAIR])
            return pair.kappa if pair else Undefined.NOTHING_TO_COMPARE
        measures = (figures.prevalence, figures.per_cent, figures.alpha)
        return (*measures, figures.exact_f1, figures.half_f1)[column - 2]

    def _coefficient(self, row: TagAgreement, column: int) -> float | None:
        """Return alpha or kappa, None elsewhere and where they do not exist."""
        if column != 4 and column < _FIRST_PAIR:
            return None
        figure = self._figure(row, column)
        return None if isinstance(figure, Undefined) else figure

    def _shown(self, row: TagAgreement, column: int) -> str:
        if column == 0:
            return self.name(row)
        if column == 1:
            return QLocale().toString(row.figures.letters)
        figure = self._figure(row, column)
        if isinstance(figure, Undefined):
            return self.tr("undefined")
        if column in (2, 3):
            return self.tr("{share} %").format(share=QLocale().toString(figure * 100, "f", 1))
        coefficient = self._coefficient(row, column)
        number = QLocale().toString(figure, "f", 3)
        return number if coefficient is None else f"{_sign(coefficient)} {number}"

    def _explanation(self, row: TagAgreement, column: int) -> str:
        if column < 2:
            return ""
        figure = self._figure(row, column)
        if isinstance(figure, Undefined):
            return {
                Undefined.NOTHING_TO_COMPARE: self.tr("No text was finished by both."),
                Undefined.NOTHING_MARKED: self.tr("Nobody marked anything with it."),
                Undefined.EVERYTHING_MARKED: self.tr("Everybody marked everything with it."),
            }[figure]
        coefficient = self._coefficient(row, column)
        if coefficient is None:
            return self._heading(column)[1]
        if coefficient >= _FIRM:
            return self.tr("From 0.8 on, conclusions can be drawn.")
        if coefficient >= _TENTATIVE:
            return self.tr("From 0.667 on, conclusions are tentative.")
        return self.tr("Below 0.667, talk about the passages before you conclude anything.")


class DisputeModel(QAbstractListModel):
    """The passages that were not marked alike. `DisputeRole` gives a DisputedPassage."""

    DisputeRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._disputed: Sequence[DisputedPassage] = ()

    def set_disputed(self, disputed: Sequence[DisputedPassage]) -> None:
        self.beginResetModel()
        self._disputed = disputed
        self.endResetModel()

    def row_at(self, document_id: str, span: ReadingSpan) -> int | None:
        """Return the row of the first passage in this text that meets the span, None for none."""
        for row, one in enumerate(self._disputed):
            if one.document.id == document_id and one.span.overlaps(span):
                return row
        return None

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._disputed)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self._disputed[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(one.passage.split())
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._who(one)
            case Qt.ItemDataRole.ToolTipRole:
                return f"{one.document.title}\n{self._who(one)}"
            case self.DisputeRole:
                return one
        return None

    def _who(self, one: DisputedPassage) -> str:
        share = self.tr("{member} {share} %")
        return " · ".join(
            share.format(member=member.name, share=round(part * 100)) for member, part in one.shares
        )


def _sign(coefficient: float) -> str:
    """Return a sign that tells the tone of a cell without its colour."""
    if coefficient >= _FIRM:
        return "●"
    return "◐" if coefficient >= _TENTATIVE else "○"


def _ground(coefficient: float | None) -> QColor | None:
    if coefficient is None or _TENTATIVE <= coefficient < _FIRM:
        return None
    theme = shown_theme()
    ground = QColor(theme.accent if coefficient >= _FIRM else theme.mark)
    ground.setAlpha(_GROUND_ALPHA)
    return ground
