"""What was written about a text waits until the text is there."""

import shutil
from collections.abc import Callable
from pathlib import Path

from annotator.services import bundling, checking
from annotator.storage import annotation_table, document_table
from annotator.storage.library import Library
from tests.services.shared_folder import annotate_in, folder, import_text, member, sync
from tests.services.test_merging import annotate

__all__ = ["folder", "member"]


def test_annotations_wait_for_a_text_and_come_in_when_it_is_there(
    member: Callable[[str], Library], tmp_path: Path, folder: Path
) -> None:
    lin, zhou = member("林"), member("周")
    document_id = import_text(lin, tmp_path)
    annotate(lin, 100, 120, "在范文里")
    waiting = annotate_in(lin, document_id)
    bundling.write_bundle(lin, folder / "没有原文.duidu", has_texts=False)
    found = sync(zhou)

    assert found.missing == (document_table.all_documents(lin)[-1].title,)
    assert len(annotation_table.all_annotations(zhou)) == 1
    assert sync(zhou).reports == {}
    import_text(zhou, tmp_path)
    assert sync(zhou).missing == ()
    assert waiting in {annotation.id for annotation in annotation_table.all_annotations(zhou)}
    assert checking.check(zhou) == []


def test_bundle_without_texts_comes_in_after_the_one_that_has_them(
    member: Callable[[str], Library], tmp_path: Path, folder: Path
) -> None:
    lin, zhou, chen = member("林"), member("周"), member("陈")
    document_id = import_text(lin, tmp_path)
    import_text(chen, tmp_path)
    annotate_in(chen, document_id)
    bundling.write_bundle(chen, folder / "1 没有原文.duidu", has_texts=False)
    bundling.write_bundle(lin, folder / "2 有原文.duidu")
    found = sync(zhou)

    assert len(found.reports) == 2
    assert (found.missing, found.new_annotations) == ((), 1)
    assert len(annotation_table.all_annotations(zhou)) == 1


def test_text_that_comes_later_brings_what_waited_for_it(
    member: Callable[[str], Library], tmp_path: Path, folder: Path
) -> None:
    lin, zhou = member("林"), member("周")
    document_id = import_text(lin, tmp_path)
    annotate_in(lin, document_id)
    bundling.write_bundle(lin, folder / "1 没有原文.duidu", has_texts=False)
    assert sync(zhou).missing != ()
    with Library.create(tmp_path / "texts.duidu") as texts:
        import_text(texts, tmp_path)
    shutil.copy(tmp_path / "texts.duidu", folder / "2 原文.duidu")
    found = sync(zhou)

    assert (found.missing, found.new_annotations) == ((), 1)
    assert sync(zhou).reports == {}
