"""Plain text: its letters as they are, or a refusal in words."""

import pytest

from annotator.core.errors import (
    BinaryFileError,
    TextFileError,
    UnknownEncodingError,
    WrongEncodingError,
)
from annotator.importers import txt
from annotator.importers.incoming import IncomingFile

WORDS = "雨停了，孩子们跑到河边去看水。𠮷😀\n"


def read(data: bytes, encoding: str | None = None) -> str:
    return txt.extract(IncomingFile("文件.txt", data), encoding=encoding).text


def test_letters_are_kept_as_they_are() -> None:
    odd = WORDS + "控\x07制、非\ufffe字符\uffff、私\ue000用、零\u200b宽、　缩进 \f第二页"

    assert read(odd.encode()) == odd


def test_file_tells_its_format_and_encoding() -> None:
    found = txt.extract(IncomingFile("文件.txt", WORDS.encode("gb18030")))

    assert (found.file_format, found.encoding, found.structure) == ("txt", "gb18030", None)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (WORDS.encode() + b"\x00", BinaryFileError),
        ("\ufeff雨\x00停".encode("utf-16-le"), BinaryFileError),
        (b"\xff\xfe" + b"\x3d\xd8" + "雨".encode("utf-16-le"), UnknownEncodingError),
        (b"\xed\xa0\x80" * 20, UnknownEncodingError),
        ("雨停了".encode() + b"\xff", UnknownEncodingError),
    ],
    ids=["NUL", "NUL in UTF-16", "half a pair in UTF-16", "half a pair in UTF-8", "cut"],
)
def test_what_is_no_text_is_refused(data: bytes, error: type[TextFileError]) -> None:
    with pytest.raises(error, match=r"文件\.txt"):
        read(data)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [(b"+2AA-", "utf-7"), (rb"\ud800", "unicode_escape"), (b"xn--a-\xff", "idna"), (b"x", "zlib")],
)
def test_no_encoding_that_is_named_lets_in_half_a_letter(data: bytes, encoding: str) -> None:
    with pytest.raises(WrongEncodingError):
        read(data, encoding)
