"""A library that any released version made opens and reads the same for ever."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from annotator.core.corrections import NO_CORRECTIONS
from annotator.core.errors import TagNameTakenError
from annotator.services import checking
from annotator.services.editing import tag_edits
from annotator.storage import (
    anchor_revision_table,
    annotation_table,
    document_table,
    member_table,
    round_table,
    tag_table,
)
from annotator.storage.file_format import SCHEMA_VERSION
from annotator.storage.library import Library

OLD_LIBRARIES = sorted(Path(__file__).with_name("old_libraries").glob("version_*.duidu"))


@pytest.fixture(params=OLD_LIBRARIES, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a copy, because opening migrates."""
    return Path(shutil.copy(request.param, tmp_path))


@pytest.fixture
def contents(request: pytest.FixtureRequest, old: Path) -> dict[str, Any]:
    told = request.path.with_name("old_libraries") / f"{old.stem}.json"
    found: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
    return found


def plain(values: object) -> Any:
    """Return values as JSON would give them back."""
    return json.loads(json.dumps(values))


def test_every_released_version_left_a_library() -> None:
    assert [path.stem for path in OLD_LIBRARIES] == [
        f"version_{version}" for version in range(1, SCHEMA_VERSION + 1)
    ]


def test_old_library_opens_and_is_well(old: Path) -> None:
    with Library.open(old) as library:
        assert checking.check(library) == []
        assert library.rows("PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_old_texts_and_people_read_the_same(old: Path, contents: dict[str, Any]) -> None:
    with Library.open(old) as library:
        documents = document_table.all_documents(library)
        members = member_table.all_members(library)
        sources = [document_table.source_text(library, document.id) for document in documents]

    for document, told in zip(documents, contents["documents"], strict=True):
        assert told.items() <= plain(asdict(document)).items()
    assert plain([asdict(member) for member in members]) == contents["members"]
    assert sources == contents["sources"]


def test_old_structures_and_corrections_read_the_same(old: Path, contents: dict[str, Any]) -> None:
    with Library.open(old) as library:
        ids = [document.id for document in document_table.all_documents(library)]
        structures = [document_table.structure(library, document_id) for document_id in ids]
        corrections = [document_table.corrections(library, document_id) for document_id in ids]

    assert not any(told and told.is_typeset for told in structures)
    told_in_each = [told and asdict(told)["told"] for told in structures]
    recorded = contents.get("structures", [None] * len(ids))
    assert plain(told_in_each) == [told and told["told"] for told in recorded]
    for found, told in zip(corrections, contents.get("corrections", [{}] * len(ids)), strict=True):
        values = {name: sorted(values) for name, values in asdict(found).items()}
        assert plain(values) == told or (not told and found == NO_CORRECTIONS)


def test_old_annotations_and_tags_read_the_same(old: Path, contents: dict[str, Any]) -> None:
    with Library.open(old) as library:
        annotations = annotation_table.all_annotations(library)
        codebook = tag_table.codebook(library)

    for annotation, told in zip(annotations, contents["annotations"], strict=True):
        assert told.items() <= plain(asdict(annotation)).items()
    assert plain([asdict(tag) for tag in codebook]) == contents["codebook"]


def test_old_rounds_read_the_same(old: Path, contents: dict[str, Any]) -> None:
    with Library.open(old) as library:
        rounds = round_table.all_rounds(library)

    assert plain([asdict(one) for one in rounds]) == contents.get("rounds", [])


def test_old_places_that_lost_are_still_there(old: Path, contents: dict[str, Any]) -> None:
    with Library.open(old) as library:
        conflicts = anchor_revision_table.conflicts(library)

    quotations = {
        annotation_id: [place.selector.quotation for place in places]
        for annotation_id, places in conflicts.items()
    }
    assert quotations == contents.get("places", {})


def test_old_bin_still_gives_back_what_was_deleted(old: Path) -> None:
    with Library.open(old) as library:
        before = len(annotation_table.all_annotations(library))
        (deleted,) = library.rows("SELECT id FROM annotation WHERE deleted = 1")[0]
        (tag_id,) = library.rows("SELECT id FROM tag WHERE deleted = 1")[0]

        annotation_table.set_deleted(library, [deleted], deleted=False)
        tag_table.set_deleted(library, tag_id, deleted=False)

        annotations = annotation_table.all_annotations(library)
        assert len(annotations) == before + 1
        assert any(tag_id in annotation.tag_ids for annotation in annotations)


def test_old_tags_keep_the_ids_that_follow_from_their_names(old: Path) -> None:
    with Library.open(old) as library:
        own = next(tag for tag in tag_table.codebook(library) if tag.name == "待查 𠮷")

        with pytest.raises(TagNameTakenError):
            tag_edits.add_tag(library, own)
        tag_table.set_deleted(library, own.id, deleted=True)

        assert tag_edits.add_tag(library, own).tag.id == own.id
