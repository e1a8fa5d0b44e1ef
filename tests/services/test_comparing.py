"""Comparing the texts of a library."""

from pathlib import Path

import pytest

from annotator.core.corrections import NO_CORRECTIONS
from annotator.core.passage import PassageSettings
from annotator.services import comparing, importing, passage_settings
from annotator.services.comparing import Comparison, compare
from annotator.storage import document_table, passage_table
from annotator.storage.library import Library

QUOTATION = "新质生产力的特点是创新，关键在质优，本质是先进生产力"


@pytest.fixture
def comparison(library: Library, tmp_path: Path) -> Comparison:
    for name, text in {
        "一.txt": f"甲方认为，{QUOTATION}。",
        "二.txt": f"乙方引用道：“{QUOTATION.replace('，', '、')}”，并表示赞成。",
        "三.txt": "这里说的是别的事情。",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        importing.import_file(library, tmp_path / name)
    return compare(library)


def test_quotation_in_two_texts_is_one_family(comparison: Comparison) -> None:
    (family,) = comparison.shared.families

    assert [comparison.document(place).title for place in family.members] == ["一", "二"]
    assert comparison.words(family.members[0]) == QUOTATION
    assert comparison.words(family.members[1]) == QUOTATION.replace("，", "、")


def test_family_keeps_its_id_when_another_text_comes_in(
    comparison: Comparison, library: Library, tmp_path: Path
) -> None:
    before = [comparison.family_id(family) for family in comparison.shared.families]
    (tmp_path / "四.txt").write_text("又来了一篇，什么也没有引用。", encoding="utf-8")
    importing.import_file(library, tmp_path / "四.txt")

    after = compare(library)

    assert [after.family_id(family) for family in after.shared.families] == before


def test_what_was_kept_is_what_would_be_found(samples: Library) -> None:
    wanted = PassageSettings(least=15)
    computed = compare(samples, least=15, fuzzy=True)
    passage_settings.store(samples, wanted)

    comparing.update(samples)

    assert comparing.find(samples, wanted).fresh == ()
    assert comparing.load(samples) == compare(samples, least=15, fuzzy=True) == computed


def test_texts_that_come_one_at_a_time_share_the_same_in_the_end(samples: Library) -> None:
    computed = compare(samples, fuzzy=True)
    documents = document_table.all_documents(samples)
    for document in documents:
        document_table.set_deleted(samples, document.id, deleted=True)

    for document in (documents[3], documents[0], documents[4], documents[1], documents[2]):
        document_table.set_deleted(samples, document.id, deleted=False)
        assert comparing.load(samples) is None
        comparing.update(samples)

    assert comparing.load(samples) == computed


def test_corrected_text_alone_is_compared_anew(samples: Library) -> None:
    comparing.update(samples)
    documents = document_table.all_documents(samples)
    text = document_table.source_text(samples, documents[1].id)
    corrected = NO_CORRECTIONS.with_break(len(text) // 2)
    document_table.set_corrections(samples, documents[1].id, corrected)

    finding = comparing.find(samples, passage_settings.load(samples))

    assert [fresh.document_id for fresh in finding.fresh] == [documents[1].id]
    assert comparing.keep(samples, finding)
    assert comparing.load(samples) == finding.comparison
    passage_table.forget(samples)
    assert compare(samples, fuzzy=True) == finding.comparison


def test_removed_text_is_left_out_and_comes_back_without_being_compared(samples: Library) -> None:
    computed = comparing.update(samples)
    gone = document_table.all_documents(samples)[2]

    document_table.set_deleted(samples, gone.id, deleted=True)
    without = comparing.load(samples)
    document_table.set_deleted(samples, gone.id, deleted=False)

    assert without is not None
    assert len(without.texts) == 4
    assert all(place.text < 4 for family in without.shared.families for place in family.members)
    assert comparing.load(samples) == computed


def test_other_settings_find_other_passages(samples: Library) -> None:
    usual = comparing.update(samples)

    passage_settings.store(samples, PassageSettings(least=40, fuzzy=False))

    assert comparing.load(samples) is None
    strict = comparing.update(samples)
    assert 0 < len(strict.shared.pairs) < len(usual.shared.pairs)
    assert comparing.load(samples) == strict == compare(samples, least=40)


def test_progress_names_each_text_and_can_stop_the_work(samples: Library) -> None:
    class StopError(Exception):
        pass

    told: list[tuple[int, int, str]] = []

    def report(done: int, total: int, what: str) -> None:
        told.append((done, total, what))
        if done == 3:
            raise StopError

    with pytest.raises(StopError):
        comparing.update(samples, report)

    titles = [document.title for document in document_table.all_documents(samples)]
    assert told == [(number, 5, titles[number]) for number in range(4)]
    assert comparing.load(samples) is None


def test_what_is_outdated_when_it_is_ready_is_not_kept(samples: Library) -> None:
    comparing.update(samples)
    first, second, *_ = document_table.all_documents(samples)
    document_table.set_corrections(samples, first.id, NO_CORRECTIONS.with_break(9))
    finding = comparing.find(samples, passage_settings.load(samples))

    document_table.set_corrections(samples, second.id, NO_CORRECTIONS.with_break(9))

    assert not comparing.keep(samples, finding)
    assert comparing.load(samples) is None


def test_damaged_cache_is_found_anew(samples: Library) -> None:
    computed = comparing.update(samples)
    with samples.transaction() as write:
        write.db.execute("UPDATE shared_passage SET pairs = x'00'")

    finding = comparing.find(samples, passage_settings.load(samples))

    assert finding.comparison == computed
    assert comparing.keep(samples, finding)
    assert comparing.load(samples) == computed


def test_library_without_texts_shares_nothing(library: Library) -> None:
    assert comparing.update(library).shared.families == ()
    assert comparing.load(library) == comparing.update(library)


def test_comparing_writes_nothing_until_it_is_kept(samples: Library) -> None:
    document = document_table.all_documents(samples)[0]
    document_table.set_corrections(samples, document.id, NO_CORRECTIONS.with_break(9))
    with Library.open(samples.path) as other:
        before = other.data_version()

        finding = comparing.find(samples, passage_settings.load(samples))

        assert other.data_version() == before
        assert [document_id for document_id, *_ in finding.made] == [document.id]
        comparing.keep(samples, finding)
        assert other.data_version() != before
    assert not comparing.find(samples, passage_settings.load(samples)).made


def test_text_that_was_corrected_meanwhile_is_not_remembered(samples: Library) -> None:
    document = document_table.all_documents(samples)[0]
    document_table.set_corrections(samples, document.id, NO_CORRECTIONS.with_break(9))
    finding = comparing.find(samples, passage_settings.load(samples))

    document_table.set_corrections(samples, document.id, NO_CORRECTIONS)
    comparing.keep(samples, finding)

    assert [document_id for document_id, *_ in finding.made] == [document.id]
    again = comparing.find(samples, passage_settings.load(samples))
    assert [document_id for document_id, *_ in again.made] == [document.id]
