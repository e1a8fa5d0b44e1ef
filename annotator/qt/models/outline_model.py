"""Outline model: the sections of a text, each under the one that it belongs to."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from annotator.core.reading_text import ReadingText
from annotator.qt.models.row_model import ROOT, ModelIndex
from annotator.qt.section_names import shown_origin, shown_title
from annotator.text.sections import Sections, sections_of

_TITLE, _PAGE = range(2)
_NO_TEXT = ReadingText("", (), ())


class OutlineModel(QAbstractItemModel):
    """Titles with their pages in a second column.

    `SectionRole` gives the Section, `OriginRole` where an article comes from, "" if unknown.
    """

    SectionRole = Qt.ItemDataRole.UserRole
    OriginRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = _NO_TEXT
        self._sections = Sections()
        self._children: dict[int | None, list[int]] = {}
        self._rows: list[int] = []
        self._current: int | None = None

    def set_text(self, text: ReadingText | None) -> None:
        """Show the sections of another text; none of them is the current one."""
        self.beginResetModel()
        self._text = text or _NO_TEXT
        self._sections = sections_of(self._text)
        self._current = None
        self._rows, self._children = [], {}
        for position, section in enumerate(self._sections):
            siblings = self._children.setdefault(section.parent, [])
            self._rows.append(len(siblings))
            siblings.append(position)
        self.endResetModel()

    def has_pages(self) -> bool:
        """Whether it is known of any section on which page it begins."""
        return any(section.first_page is not None for section in self._sections)

    def current(self) -> QModelIndex:
        """Return the index of the marked section, an invalid one if none is."""
        return self._index(self._current)

    def set_place(self, offset: int) -> None:
        """Mark the section around this reading offset, where reading stands."""
        before = self._current
        self._current = self._sections.index_at(offset)
        if before != self._current:
            for index in (self._index(before), self.current()):
                if index.isValid():
                    self.dataChanged.emit(index, index.siblingAtColumn(_PAGE))

    def index(self, row: int, column: int, parent: ModelIndex = ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._children[_position(parent)][row])

    def parent(self, index: ModelIndex = ROOT) -> QModelIndex:  # type: ignore[override]
        position = _position(index)
        return QModelIndex() if position is None else self._index(self._sections[position].parent)

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        if parent.column() > 0:
            return 0
        return len(self._children.get(_position(parent), ()))

    def columnCount(self, parent: ModelIndex = ROOT) -> int:
        del parent
        return 2

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        position = _position(index)
        if position is None:
            return None
        section = self._sections[position]
        match role:
            case Qt.ItemDataRole.DisplayRole if index.column() == _PAGE:
                return "" if section.first_page is None else str(section.first_page)
            case Qt.ItemDataRole.DisplayRole:
                return shown_title(section, self._text)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._told(position)
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == _PAGE:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            case Qt.ItemDataRole.FontRole if position == self._current:
                font = QFont()
                font.setBold(True)
                return font
            case self.SectionRole:
                return section
            case self.OriginRole:
                torn = self.tr("beginning missing") if section.is_torn else ""
                return " ".join(part for part in (shown_origin(section), torn) if part)
        return None

    def _told(self, position: int) -> str:
        """Return all that is known of a section, a fact a line."""
        section = self._sections[position]
        facts = [shown_title(section, self._text), shown_origin(section)]
        if section.is_torn:
            facts.append(self.tr("The beginning is missing; the title stands in the contents."))
        return "\n".join(fact for fact in facts if fact)

    def _index(self, position: int | None) -> QModelIndex:
        if position is None:
            return QModelIndex()
        return self.createIndex(self._rows[position], _TITLE, position)


def _position(index: ModelIndex) -> int | None:
    return int(index.internalId()) if index.isValid() else None
