from hypothesis import given
from hypothesis import strategies as st

from annotator.qt.reader.utf16 import Utf16Map, layout_text

texts = st.text(st.sampled_from("国a，𠮷😀e\u0301\u2028\r\n\u200d👩"), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_qt_offset_counts_the_utf16_units_before(text: str) -> None:
    utf16 = Utf16Map(text)

    found = [utf16.to_qt(offset) for offset in range(len(text) + 1)]

    assert found == [units(text[:offset]) for offset in range(len(text) + 1)]


@given(texts)
def test_offset_comes_back_from_qt(text: str) -> None:
    utf16 = Utf16Map(text)

    for offset in range(len(text) + 1):
        assert utf16.from_qt(utf16.to_qt(offset)) == offset


def test_inside_of_a_surrogate_pair_is_its_character() -> None:
    assert Utf16Map("国𠮷国").from_qt(2) == 1


@given(texts)
def test_laid_out_text_keeps_every_offset_and_has_no_line_end(text: str) -> None:
    shown = layout_text(text)

    assert len(shown) == len(text)
    assert units(shown) == units(text)
    assert not set(shown) & set("\r\n\u2028")
