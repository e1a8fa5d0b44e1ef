"""Decoding of text files: one clear encoding, or an error."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.encoding import BinaryDataError, DecodedText, UndecodableError, decode

SIMPLIFIED = "雨停了，孩子们跑到河边去看水。老师说：“今天我们在这里上课。”大家都很高兴。"
TRADITIONAL = "雨停了，孩子們跑到河邊去看水。老師說：「今天我們在這裡上課。」大家都很高興。"
FRENCH = "Où êtes-vous allés à Noël ? L’élève a déjà mangé des crêpes près de la forêt."


def test_empty_data_is_an_empty_text() -> None:
    assert decode(b"") == DecodedText("", "utf-8")


def test_plain_ascii_is_utf_8() -> None:
    assert decode(b"one, two\n") == DecodedText("one, two\n", "utf-8")


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, FRENCH, "𠮷野家，😀"])
def test_utf_8_is_taken_at_its_word(text: str) -> None:
    assert decode(text.encode()) == DecodedText(text, "utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_byte_order_mark_tells_the_encoding_and_goes(encoding: str) -> None:
    data = ("\ufeff" + SIMPLIFIED).encode(encoding)

    assert decode(data) == DecodedText(SIMPLIFIED, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "plain English text.\n"])
def test_utf_16_is_found_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == DecodedText(text, encoding)


@pytest.mark.parametrize(
    "text", [SIMPLIFIED, TRADITIONAL, "你好", "上课时，𠮷先生说他不在。", "他 3 点来。"]
)
def test_chinese_in_gb18030_is_found(text: str) -> None:
    assert decode(text.encode("gb18030")) == DecodedText(text, "gb18030")


@pytest.mark.parametrize("text", [TRADITIONAL, "你好", "他說他 3 點不在家。"])
def test_chinese_in_big5_is_found(text: str) -> None:
    assert decode(text.encode("big5")) == DecodedText(text, "big5")


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_western_text_is_found(encoding: str) -> None:
    text = FRENCH.replace("’", "'")

    assert decode(text.encode(encoding)) == DecodedText(text, "cp1252")


def test_line_ends_become_line_feeds_and_nothing_else_changes() -> None:
    text = "第一行\r\n第二行\r第三行\n　缩进\u2028\x0c末行 "

    assert decode(text.encode()).text == "第一行\n第二行\n第三行\n　缩进\u2028\x0c末行 "


def test_named_encoding_is_used() -> None:
    assert decode("你好".encode("big5"), encoding="big5") == DecodedText("你好", "big5")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SIMPLIFIED.encode("gb18030"), "utf-8"),
        (SIMPLIFIED.encode(), "ascii"),
        (SIMPLIFIED.encode(), "latin-1"),
        (b"text", "no-such-encoding"),
    ],
)
def test_named_encoding_that_does_not_fit_is_refused(data: bytes, encoding: str) -> None:
    with pytest.raises(UndecodableError):
        decode(data, encoding=encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_truncated_unicode_is_refused(encoding: str) -> None:
    data = ("\ufeff" + SIMPLIFIED).encode(encoding)

    with pytest.raises(UndecodableError):
        decode(data[:-1])


def test_truncated_text_without_a_mark_is_no_mojibake() -> None:
    data = SIMPLIFIED.encode()

    with pytest.raises(UndecodableError):
        decode(data[:-1])
    with pytest.raises(UndecodableError):
        decode(data[:-2])


def test_truncated_gb18030_is_refused() -> None:
    with pytest.raises(UndecodableError):
        decode((SIMPLIFIED + "好").encode("gb18030")[:-1])


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04\x14\x00",
        b"%PDF-1.7\n",
        b"text with a \x00 in it",
        bytes(range(256)) * 4,
        b"\xff\xfea\x00\x00\x00b\x00",
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryDataError):
        decode(data)


def test_random_bytes_are_never_decoded() -> None:
    source = random.Random(7)

    for length in (40, 100, 1000):
        for _ in range(100):
            with pytest.raises((BinaryDataError, UndecodableError)):
                decode(source.randbytes(length))


@pytest.mark.parametrize("encoding", ["koi8-r", "euc-kr", "shift-jis"])
def test_other_languages_are_right_or_refused(encoding: str) -> None:
    texts = {
        "koi8-r": "Вчера мы читали книгу о новых технологиях и говорили о ней.",
        "euc-kr": "지난밤에 우리는 새로운 기술에 관한 책을 읽었습니다.",
        "shift-jis": "昨日の夜、私たちは新しい技術の本を読みました。",
    }

    try:
        text = decode(texts[encoding].encode(encoding)).text
    except UndecodableError:
        return

    assert text == texts[encoding]


LETTERS = st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\r\t\f")


@given(st.text(LETTERS))
def test_text_in_utf_8_survives_but_for_its_line_ends(text: str) -> None:
    data = f"。{text}".encode()

    decoded = decode(data)

    expected = f"。{text}".replace("\r\n", "\n").replace("\r", "\n")
    assert decoded == DecodedText(expected, "utf-8")


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except (BinaryDataError, UndecodableError):
        return

    assert "\r" not in decoded.text
