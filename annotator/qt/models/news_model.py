"""News model: what came from others and is not read, fetched as far as somebody scrolls."""

from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from annotator.core.member import signs_of
from annotator.core.news import ALL_NEWS, News, NewsEnd, NewsFilter, NewsKind, NewsPage
from annotator.qt.models.row_model import ROOT, ModelIndex
from annotator.qt.session import Session
from annotator.qt.tag_names import shown_name
from annotator.services import news

_PAGE = 100


class NewsModel(QAbstractListModel):
    """Replies first, then notes, annotations, places, tags, deletions; what is read meanwhile stays
    until `load`.

    Roles: `NewsRole` gives the News, `MemberRole` its Member, `SignRole` the sign of that member,
    `TitleRole` the title of the text, `IsReadRole` whether it was read since it was listed.
    """

    NewsRole = Qt.ItemDataRole.UserRole
    MemberRole = Qt.ItemDataRole.UserRole + 1
    TitleRole = Qt.ItemDataRole.UserRole + 2
    IsReadRole = Qt.ItemDataRole.UserRole + 3
    SignRole = Qt.ItemDataRole.UserRole + 4

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = ALL_NEWS
        self._rows: list[News] = []
        self._read: set[str] = set()
        self._end: NewsEnd | None = None
        self.load()

    def load(self, wanted: NewsFilter | None = None) -> None:
        """List what is not read by now, of these members and texts or of the same as before."""
        self.beginResetModel()
        if wanted is not None:
            self._wanted = wanted
        self._learn_names()
        self._rows, self._read, self._end = [], set(), None
        self._append(self._page())
        self.endResetModel()

    def news_at(self, row: int) -> News:
        return self._rows[row]

    def row_of(self, key: str) -> int | None:
        """Return the row of the news with this key, None if it is not among those fetched."""
        return next((row for row, one in enumerate(self._rows) if one.key == key), None)

    def first_unread(self, start: int) -> int | None:
        """Return the row of what is not read, from this one on."""
        for row in range(start, len(self._rows)):
            if self._rows[row].key not in self._read:
                return row
        return None

    def mark_read(self, row: int) -> None:
        """Show that this has been read."""
        self._read.add(self._rows[row].key)
        self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: ModelIndex) -> bool:
        return not parent.isValid() and self._end is not None

    def fetchMore(self, parent: ModelIndex) -> None:
        del parent
        page = self._page()
        if page.news:
            self.beginInsertRows(ROOT, len(self._rows), len(self._rows) + len(page.news) - 1)
        self._append(page)
        if page.news:
            self.endInsertRows()

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._told(one)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                who = () if one.is_gone else (self._members[one.member_id].name,)
                return " · ".join((self.kind_names()[one.kind], *who, one.quotation))
            case Qt.ItemDataRole.ToolTipRole:
                note = one.words if one.kind is NewsKind.DELETION else ""
                lines = dict.fromkeys((self._told(one), note, f"“{one.quotation}”"))
                return "\n".join(line for line in lines if line)
            case self.NewsRole:
                return one
            case self.MemberRole:
                return self._members[one.member_id]
            case self.SignRole:
                return self._signs[one.member_id]
            case self.TitleRole:
                return self._titles.get(one.document_id, "")
            case self.IsReadRole:
                return one.key in self._read
        return None

    def kind_names(self) -> dict[NewsKind, str]:
        """Return what the kinds of news are called, in the reader's language."""
        return {
            NewsKind.REPLY: self.tr("reply"),
            NewsKind.NOTE: self.tr("note"),
            NewsKind.ANNOTATION: self.tr("annotation"),
            NewsKind.PLACE: self.tr("place"),
            NewsKind.TAG: self.tr("tag"),
            NewsKind.TAG_REMOVED: self.tr("tag taken off"),
            NewsKind.DELETION: self.tr("deletion"),
        }

    def _told(self, one: News) -> str:
        """Return what is new; nobody is named where nobody knows who did it."""
        tag = self._session.codebook.get(one.tag_id)
        tag_name = shown_name(tag) if tag else one.words
        name, is_mine = self._members[one.member_id].name, one.member_id == self._session.member.id
        match one.kind:
            case NewsKind.PLACE:
                return self.tr("moved your annotation to “{words}”").format(words=one.words)
            case NewsKind.TAG:
                return self.tr("gave the tag “{tag}”").format(tag=tag_name)
            case NewsKind.TAG_REMOVED if is_mine:
                return self.tr("Your tag “{tag}” was taken off").format(tag=tag_name)
            case NewsKind.TAG_REMOVED:
                told = self.tr("The tag “{tag}” of {name} was taken off")
                return told.format(tag=tag_name, name=name)
            case NewsKind.DELETION if is_mine:
                return self.tr("Your annotation was deleted")
            case NewsKind.DELETION:
                return self.tr("An annotation of {name} was deleted").format(name=name)
        return one.words or one.quotation

    def _page(self) -> NewsPage:
        wanted = replace(self._wanted, seen=self._session.visibility)
        return news.unread(self._session.library, wanted, after=self._end, limit=_PAGE)

    def _learn_names(self) -> None:
        self._members = {member.id: member for member in self._session.members()}
        self._signs = signs_of(self._members.values())
        self._titles = {document.id: document.title for document in self._session.documents()}

    def _append(self, page: NewsPage) -> None:
        if any(one.member_id not in self._members for one in page.news):
            self._learn_names()  # somebody came in since the list was made
        self._rows += page.news
        self._end = page.end
