import pytest
from PySide6.QtCore import QModelIndex, Qt

from annotator.core.document import About, Document
from annotator.core.span import ReadingSpan
from annotator.qt.models.hit_model import HitModel
from annotator.services.search import Hit

FIRST, SECOND = (Document(id_, About(id_), 100, "", 0) for id_ in ("甲", "乙"))


def hit(document: Document, start: int) -> Hit:
    return Hit(document, ReadingSpan(start, start + 1), "前", str(start), "后")


@pytest.fixture
def model() -> HitModel:
    model = HitModel()
    model.append([hit(FIRST, 1), hit(FIRST, 2), hit(SECOND, 3)])
    return model


def matches(model: HitModel) -> list[str]:
    rows = [model.index(row) for row in range(model.rowCount())]
    hits = [row.data(HitModel.HitRole) for row in rows]
    return [hit.match if hit else row.data() for row, hit in zip(rows, hits, strict=True)]


def test_the_model_is_as_qt_wants_it(model: HitModel, qtmodeltester: object) -> None:
    qtmodeltester.check(model)

    model.append([hit(SECOND, 4)])
    model.clear()

    assert model.rowCount() == 0


def test_hits_stand_under_their_texts(model: HitModel) -> None:
    model.append([hit(SECOND, 4)])

    assert matches(model) == ["甲", "1", "2", "乙", "3", "4"]
    assert [model.index(row).data(HitModel.CountRole) for row in (0, 3)] == [2, 2]
    assert model.hit_count() == len(model.hits()) == 4


def test_only_hits_can_be_chosen(model: HitModel) -> None:
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_one_goes_from_hit_to_hit_and_round(model: HitModel) -> None:
    seen, index = [], QModelIndex()
    for _ in range(4):
        index = model.following(index)
        seen.append(index.data(HitModel.HitRole).match)

    assert seen == ["1", "2", "3", "1"]


def test_one_goes_backwards_from_the_first_to_the_last(model: HitModel) -> None:
    first = model.following(QModelIndex())

    assert model.following(first, -1).data(HitModel.HitRole).match == "3"
    assert model.following(QModelIndex(), -1).data(HitModel.HitRole).match == "3"


def test_where_nothing_was_found_there_is_no_next_hit() -> None:
    assert not HitModel().following(QModelIndex()).isValid()
