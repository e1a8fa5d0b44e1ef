import pytest
from PySide6.QtCore import Qt

from annotator.core.news import NewsFilter
from annotator.core.span import ReadingSpan
from annotator.qt.models import news_model
from annotator.qt.models.news_model import NewsModel
from annotator.qt.models.row_model import ROOT
from annotator.qt.session import Session
from tests.qt.colleague import Colleague


@pytest.fixture
def colleague(session: Session) -> Colleague:
    return Colleague(session)


def came(session: Session, colleague: Colleague, replies: int) -> None:
    document_id = session.documents()[0].id
    annotation = session.annotate(document_id, ReadingSpan(6, 11), tag_ids=[])
    for number in range(replies):
        colleague.reply(annotation, str(number))


def listed(model: NewsModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_model_is_as_qt_wants_it(
    session: Session, colleague: Colleague, qtmodeltester: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news_model, "_PAGE", 2)
    came(session, colleague, 5)
    model = NewsModel(session)

    qtmodeltester.check(model)
    while model.canFetchMore(ROOT):
        model.fetchMore(ROOT)
        qtmodeltester.check(model)

    assert listed(model) == ["4", "3", "2", "1", "0"]
    assert not model.canFetchMore(model.index(0))


def test_no_more_is_fetched_than_is_looked_at(
    session: Session, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news_model, "_PAGE", 2)
    came(session, colleague, 5)

    assert NewsModel(session).rowCount() == 2


def test_what_is_read_stays_in_the_list_until_it_is_made_anew(
    session: Session, colleague: Colleague
) -> None:
    came(session, colleague, 2)
    model = NewsModel(session)

    model.mark_read(0)

    assert [model.index(row).data(NewsModel.IsReadRole) for row in (0, 1)] == [True, False]
    assert model.first_unread(0) == 1
    assert model.row_of(model.news_at(1).key) == 1


def test_the_list_is_narrowed(session: Session, colleague: Colleague) -> None:
    came(session, colleague, 1)
    model = NewsModel(session)

    model.load(NewsFilter(member_id=session.member.id))
    assert listed(model) == []
    model.load(NewsFilter(member_id=colleague.member.id))

    assert listed(model) == ["0"]


def test_tags_and_deletions_are_told_without_a_name_where_nobody_knows_one(
    session: Session, colleague: Colleague
) -> None:
    document_id = session.documents()[0].id
    mine = session.annotate(document_id, ReadingSpan(6, 11), tag_ids=[])
    theirs = session.annotate(document_id, ReadingSpan(12, 17), tag_ids=[])
    colleague.take_over(theirs)
    definition = session.codebook.tags[0].id
    colleague.tag(mine, definition)
    kept = session.annotate(document_id, ReadingSpan(18, 22), tag_ids=[definition])
    Colleague(session, session.member.name).tag(kept, definition)
    for annotation in (mine, theirs):
        colleague.delete(annotation)
    colleague.tag(kept, definition)
    colleague.tag(kept, definition, present=False)

    model = NewsModel(session)

    assert listed(model) == [
        "The tag “Definition” of 周 was taken off",
        "gave the tag “Definition”",
        "An annotation of 周 was deleted",
        "Your annotation was deleted",
    ]
    described = Qt.ItemDataRole.AccessibleDescriptionRole
    assert model.index(3).data(described) == f"deletion · {mine.selector.quotation}"
    assert mine.selector.quotation in model.index(3).data(Qt.ItemDataRole.ToolTipRole)


def test_somebody_who_comes_in_while_one_scrolls_has_a_name(
    session: Session, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news_model, "_PAGE", 1)
    document_id = session.documents()[0].id
    annotation = session.annotate(document_id, ReadingSpan(6, 11), tag_ids=[])
    colleague.reply(annotation, "后来的")
    newcomer = Colleague(session, "吴")
    newcomer.take_over(annotation)
    with monkeypatch.context() as earlier:
        earlier.setattr(session, "members", lambda: [session.member, colleague.member])
        model = NewsModel(session)

    model.fetchMore(ROOT)

    assert model.index(1).data(NewsModel.MemberRole) == newcomer.member
    assert model.index(1).data(NewsModel.SignRole) == "吴"
