"""Collation: where near passages differ, and what most of them read."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.passage import Variation
from annotator.text.collation import variations
from annotator.text.passages import shared_passages

PASSAGE = "要围绕推进新型工业化和加快建设制造强国质量强国网络强国数字中国和农业强国等战略任务"
SLIP = PASSAGE.replace("数字中国", "数据中国")
SHORTER = PASSAGE.replace("网络强国", "")


def collated(*texts: str) -> list[Variation]:
    return variations(texts, shared_passages(texts, fuzzy=True).pairs)


def readings(variation: Variation) -> list[tuple[str, int]]:
    return [(reading.letters, len(reading.witnesses)) for reading in variation.readings]


def test_lone_slip_stands_against_what_most_read() -> None:
    texts = (f"甲：{PASSAGE}。", f"乙，{SLIP}！", f"丙说{PASSAGE}？")

    (variation,) = collated(*texts)

    assert readings(variation) == [("字", 2), ("据", 1)]
    assert variation.majority == variation.readings[0]
    (slip,) = variation.readings[1].witnesses
    assert texts[slip.text][slip.start - 1 : slip.end + 2] == "数据中国"


def test_with_one_witness_each_nobody_knows() -> None:
    (variation,) = collated(f"甲{PASSAGE}", f"乙{SLIP}")

    assert readings(variation) == [("字", 1), ("据", 1)]
    assert variation.majority is None


def test_missing_letter_is_an_empty_range_where_it_should_stand() -> None:
    texts = (f"甲{PASSAGE}", f"乙{PASSAGE.replace('加快', '快')}", f"丙{PASSAGE}")

    (variation,) = collated(*texts)

    assert readings(variation) == [("加", 2), ("", 1)]
    (missing,) = variation.readings[1].witnesses
    assert (missing.start, missing.end) == (texts[1].index("快"), texts[1].index("快"))


def test_what_differs_by_more_than_three_letters_is_no_slip() -> None:
    assert collated(f"甲{PASSAGE}", f"乙{SHORTER}") == []


def test_clearer_majority_comes_first() -> None:
    other = "深化供给侧结构性改革核心是以科技创新推动产业创新催生新产业新模式新动能"
    texts = [f"{n}{PASSAGE}" for n in "甲乙丙丁"] + [f"戊{SLIP}"]
    texts += [f"己{other}", f"庚{other.replace('核心', '关键')}"]

    found = collated(*texts)

    assert [variation.clarity for variation in found] == [3, 0]


@given(st.integers(0, len(PASSAGE) - 1), st.sampled_from(["", "甲", "𠮷", "甲乙", "甲乙丙"]))
def test_one_change_makes_at_most_one_variation(at: int, letters: str) -> None:
    changed = PASSAGE[:at] + letters + PASSAGE[at + 1 :]

    found = collated(f"一{PASSAGE}", f"二{changed}", f"三{PASSAGE}")

    assert len(found) <= 1
    if 12 <= at < len(PASSAGE) - 12 and letters not in PASSAGE:
        assert [readings(variation) for variation in found] == [[(PASSAGE[at], 2), (letters, 1)]]
