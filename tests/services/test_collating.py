"""Variant readings of a library: who reads what, and where."""

from pathlib import Path

import pytest

from annotator.services import importing, libraries
from annotator.services.collating import Collation, collate_in, other_witness

SENTENCE = "要围绕推进新型工业化和加快建设制造强国质量强国网络强国数字中国和农业强国等战略任务。"
SLIP = SENTENCE.replace("数字中国", "数据中国")
SHORTER = SENTENCE.replace("网络强国", "网络国")


def told(_done: int, _total: int, _what: str) -> None:
    pass


def collation_of(folder: Path, *texts: str) -> Collation:
    path = folder / "library.duidu"
    with libraries.create(path) as library:
        for number, text in enumerate(texts):
            file = folder / f"文{number}.txt"
            file.write_text(f"第{number}篇这样说，一点也不含糊：{text}\n", encoding="utf-8")
            importing.import_file(library, file)
    return collate_in(path, told)


def test_lone_slip_comes_with_what_most_read(tmp_path: Path) -> None:
    found = collation_of(tmp_path, SENTENCE, SENTENCE, SLIP)

    (variation,) = found.variations
    slip = variation.readings[1].witnesses[0]
    assert found.around(slip, 2) == ("网络强国数"[-2:], "据", "中国")
    assert found.passage(slip).slice_of(found.texts[slip.text]) == "据"
    assert found.document(slip).file_name == "文2.txt"
    assert other_witness(variation, slip) in variation.readings[0].witnesses


def test_place_of_missing_letters_is_what_stands_around_them(tmp_path: Path) -> None:
    found = collation_of(tmp_path, SENTENCE, SENTENCE, SHORTER)

    (variation,) = found.variations
    gap = next(one for one in variation.readings if not one.letters).witnesses[0]
    assert found.passage(gap).slice_of(found.texts[gap.text]) == "络国"


def test_collating_can_be_stopped(tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(_done: int, _total: int, _what: str) -> None:
        raise StoppedError

    libraries.create(tmp_path / "library.duidu").close()

    with pytest.raises(StoppedError):
        collate_in(tmp_path / "library.duidu", stop)
