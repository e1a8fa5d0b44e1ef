"""Formats: the content tells what a file is, however it is called."""

from pathlib import Path

import pytest

from annotator.core.errors import (
    BinaryFileError,
    DamagedFileError,
    EmptyFileError,
    OldFormatError,
    ProtectedFileError,
    TextFileError,
    UnknownEncodingError,
)
from annotator.importers import formats
from annotator.importers.incoming import IncomingFile, open_file

SAMPLES = Path(__file__).parent / "samples"
# Markdown may be any plain text, and a scanned page holds none.
TELLING_SAMPLES = [
    path
    for path in sorted(SAMPLES.glob("*.*"))
    if path.suffix not in {".md", ".py"} and path.name != "pillow.pdf"
]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PAGE = "<!DOCTYPE html><html><body><h1>题目</h1><p>正文。</p></body></html>"


@pytest.mark.parametrize(
    ("data", "file_format"),
    [
        ("只有文字。".encode(), "txt"),
        (b"", "txt"),
        (b"%PDF-1.7\n", "pdf"),
        (b"some lines\r\n%PDF-1.4\n", "pdf"),
        (PAGE.encode(), "html"),
        (b"\xef\xbb\xbf \n" + PAGE.encode(), "html"),
        (PAGE.encode("utf-16"), "html"),
        (b"<!-- saved from url --><HTML lang=zh>", "html"),
        (b"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>", "html"),
        ("<html> 这个标签是什么意思？".encode(), "html"),
        ("文字里说到 <html> 和 %PDF。".encode(), "txt"),
        ("一个文件以 %PDF-1.7 开头。".encode(), "txt"),
        (b"PK\x03\x04", "package"),
    ],
)
@pytest.mark.parametrize("name", ["文件.txt", "文件.pdf", "文件.docx", "文件"])
def test_content_tells_the_format_whatever_the_name(
    data: bytes, file_format: str, name: str
) -> None:
    assert formats.format_of(IncomingFile(name, data)) == file_format


@pytest.mark.parametrize(
    ("name", "file_format"),
    [
        ("a.md", "md"),
        ("a.MARKDOWN", "md"),
        ("a.htm", "html"),
        ("a.xhtml", "html"),
        ("a.txt", "txt"),
        ("md", "txt"),
        ("a.md.txt", "txt"),
    ],
)
def test_name_tells_what_plain_text_is_meant_for(name: str, file_format: str) -> None:
    data = "# 一、题目\n\n<p>一段话。".encode()

    assert formats.format_of(IncomingFile(name, data)) == file_format


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (OLE + bytes(5000), OldFormatError),
        (OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le"), ProtectedFileError),
        (rb"{\rtf1\ansi words}", OldFormatError),
        (b"%PDF-1.7 nothing more", DamagedFileError),
        (b"PK\x03\x04 nothing more", TextFileError),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), BinaryFileError),
        (b"<!DOCTYPE html><p>\xff\xfe\xfd\xfc\x81\x30", UnknownEncodingError),
        (b"<!DOCTYPE html><html><body><script>x()</script></body></html>", EmptyFileError),
    ],
)
@pytest.mark.parametrize("name", ["文件.txt", "文件.docx"])
def test_what_cannot_be_read_is_refused_in_words(
    data: bytes, error: type[TextFileError], name: str
) -> None:
    with pytest.raises(error, match=r"文件\.(txt|docx)"):
        formats.extract(IncomingFile(name, data))


@pytest.mark.parametrize("path", TELLING_SAMPLES, ids=lambda path: path.name)
def test_every_sample_comes_in_under_a_wrong_name(path: Path) -> None:
    found = formats.extract(IncomingFile("文件.txt", path.read_bytes()))

    assert path.suffix in formats.FORMATS[found.file_format].suffixes
    assert found.text.strip()


@pytest.mark.parametrize("name", formats.FORMATS)
def test_every_format_but_plain_text_has_a_sample(name: str) -> None:
    suffixes = formats.FORMATS[name].suffixes

    samples = [path for path in SAMPLES.iterdir() if path.suffix in suffixes]

    assert samples or name == "txt"
    for path in samples[:1]:
        assert formats.extract(open_file(path)).file_format == name
