"""What texts share is read back as it was kept, while they read as they did."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.corrections import NO_CORRECTIONS
from annotator.core.document import About, Document
from annotator.core.identity import source_hash
from annotator.storage import document_table, passage_table
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library
from annotator.storage.passage_table import Basis, ComparedText, PairRow

BASIS = Basis(repair_version=1, passages_version=1, least=20, fuzzy=True)
ROWS: list[PairRow] = [(0, 20, 3, 24, 1.0), (2**31, 2**32 - 1, 7, 2**32 - 1, 0.9134615384615384)]
NONE: frozenset[str] = frozenset()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "library.duidu") as library:
        for text in ("甲文", "乙文", "丙文"):
            document = Document(source_hash(text), About(text), len(text), f"{text}.txt", 1)
            origin = Origin(f"{text}.txt", "0" * 64)
            document_table.insert(library, document, Source(text), origin)
        yield library


@pytest.fixture
def ids(library: Library) -> list[str]:
    return [document.id for document in document_table.all_documents(library)]


@pytest.fixture
def kept(library: Library, ids: list[str]) -> Library:
    """Return a library whose first two texts were compared."""
    one, two, _ = ids
    stamps = passage_table.corrections_stamps(library)
    first = ComparedText(one, stamps[one], {(one, one): ROWS[:1]})
    second = ComparedText(two, stamps[two], {(one, two): ROWS})
    assert passage_table.keep(library, BASIS, NONE, [first, second])
    return library


def test_what_is_kept_is_read_back(kept: Library, ids: list[str]) -> None:
    one, two, _ = ids

    assert passage_table.compared(kept, BASIS) == {one, two}
    assert dict(passage_table.shared(kept, ids)) == {(one, one): ROWS[:1], (one, two): ROWS}
    assert dict(passage_table.shared(kept, [one])) == {(one, one): ROWS[:1]}


@pytest.mark.parametrize(
    "basis",
    [
        replace(BASIS, repair_version=2),
        replace(BASIS, passages_version=2),
        replace(BASIS, least=19),
        replace(BASIS, fuzzy=False),
    ],
)
def test_nothing_is_known_on_another_basis(kept: Library, basis: Basis) -> None:
    assert passage_table.compared(kept, basis) == NONE


def test_corrected_or_removed_text_is_not_known(kept: Library, ids: list[str]) -> None:
    one, two, _ = ids

    document_table.set_corrections(kept, one, NO_CORRECTIONS.with_break(1))
    after_correction = passage_table.compared(kept, BASIS)
    document_table.set_deleted(kept, two, deleted=True)
    after_removal = passage_table.compared(kept, BASIS)
    document_table.set_deleted(kept, two, deleted=False)

    assert after_correction == {two}
    assert after_removal == NONE
    assert passage_table.compared(kept, BASIS) == {two}


def test_text_is_added_to_the_known_ones(kept: Library, ids: list[str]) -> None:
    one, two, three = ids
    third = ComparedText(three, 0, {(two, three): ROWS})

    assert passage_table.keep(kept, BASIS, frozenset([one, two]), [third])

    assert passage_table.compared(kept, BASIS) == set(ids)
    assert set(dict(passage_table.shared(kept, ids))) == {(one, one), (one, two), (two, three)}


def test_what_was_compared_with_other_texts_is_not_kept(kept: Library, ids: list[str]) -> None:
    one, two, three = ids

    is_kept = passage_table.keep(kept, BASIS, frozenset([one]), [ComparedText(three, 0)])

    assert not is_kept
    assert passage_table.compared(kept, BASIS) == {one, two}


def test_stale_text_goes_with_all_that_it_shared(kept: Library, ids: list[str]) -> None:
    one, two, three = ids
    document_table.set_corrections(kept, two, NO_CORRECTIONS.with_break(1))

    assert passage_table.keep(kept, BASIS, frozenset([one]), [ComparedText(three, 0)])

    assert passage_table.compared(kept, BASIS) == {one, three}
    assert dict(passage_table.shared(kept, ids)) == {(one, one): ROWS[:1]}


def test_text_that_is_gone_meanwhile_is_not_kept(library: Library, ids: list[str]) -> None:
    one, two, _ = ids
    stamps = passage_table.corrections_stamps(library)
    texts = [ComparedText(one, stamps[one], {}), ComparedText(two, stamps[two], {(one, two): ROWS})]
    with library.transaction() as write:
        write.db.execute("DELETE FROM document WHERE id = ?", (two,))

    assert not passage_table.keep(library, BASIS, NONE, texts)
    assert passage_table.compared(library, BASIS) == NONE
