"""Packages: told by their content; hostile ones are refused in one sentence and little memory."""

import struct
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pytest

from annotator.core.errors import (
    DamagedFileError,
    ProtectedFileError,
    TextFileError,
    TextTooLongError,
    UnpackedTooLargeError,
)
from annotator.importers import docx, package, readers
from annotator.importers.incoming import IncomingFile
from annotator.importers.package import UNPACKED_LIMIT_MB, Package, kind_of
from annotator.importers.readers import PACKAGE
from tests.importers.packages import (
    book_parts,
    slide_parts,
    word_parts,
    zipped,
)

WORD = word_parts("<w:p><w:r><w:t>文</w:t></w:r></w:p>")
MAIN = "word/document.xml"


@contextmanager
def at_most(megabytes: int) -> Iterator[None]:
    """Fail if more memory than this is asked for in between (but not by libraries in C)."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < megabytes * 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        (WORD, "docx"),
        (slide_parts([""]), "pptx"),
        (book_parts(), "epub"),
        ({"[Content_Types].xml": "<Types/>"}, None),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}, None),
        ({"a.txt": "文"}, None),
        ({}, None),
    ],
)
def test_content_tells_the_kind(parts: dict[str, bytes | str], kind: str | None) -> None:
    assert kind_of(zipped(parts, name="骗人.txt")) == kind


def test_other_files_are_no_packages() -> None:
    assert kind_of(IncomingFile("文.docx", "文".encode())) is None
    assert kind_of(IncomingFile("文.docx", b"")) is None


def test_macros_and_templates_are_documents_too() -> None:
    types = str(WORD["[Content_Types].xml"])
    macro = types.replace(
        "vnd.openxmlformats-officedocument.wordprocessingml.document",
        "vnd.ms-word.document.macroEnabled",
    )

    assert kind_of(zipped(WORD | {"[Content_Types].xml": macro})) == "docx"


def test_names_of_parts_know_no_case_and_no_backslash() -> None:
    file = zipped({"Word\\Document.XML": "文", "../../etc/passwd": "x", "/abs": "y", "a\nb": "z"})
    opened = Package(file)

    assert opened.part("/word/document.xml") == "文".encode()
    assert opened.part("etc/passwd") == b"x"
    assert "word/nothing.xml" not in opened


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_truncated_package_is_damaged(share: float) -> None:
    data = zipped(WORD).data

    with pytest.raises(DamagedFileError, match=r"文件\.docx"):
        kind_of(IncomingFile("文件.docx", data[: int(len(data) * share)]))


def test_package_with_broken_bytes_in_a_part_is_damaged() -> None:
    parts = WORD | {MAIN: "<w:document>" + "".join(map(chr, range(0x4E00, 0x5E00)))}
    data = bytearray(zipped(parts).data)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        start = archive.getinfo(MAIN).header_offset
    data[start + 500] ^= 0xFF

    with pytest.raises(DamagedFileError):
        docx.extract(IncomingFile("文件.docx", bytes(data)))


def flagged(data: bytes, *, flag: int = 0, method: int | None = None) -> bytes:
    """Set a flag or a compression method of every entry."""
    changed = bytearray(data)
    for magic, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = changed.find(magic)
        while start >= 0:
            bits, told = struct.unpack_from("<HH", changed, start + at)
            struct.pack_into(
                "<HH", changed, start + at, bits | flag, told if method is None else method
            )
            start = changed.find(magic, start + 1)
    return bytes(changed)


def test_encrypted_package_is_told_so() -> None:
    with pytest.raises(ProtectedFileError, match="password"):
        kind_of(IncomingFile("文件.docx", flagged(zipped(WORD).data, flag=1)))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_compression_that_asks_for_much_memory_is_refused(method: int) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr("a", "文")

    with pytest.raises(DamagedFileError):
        Package(IncomingFile("文件.docx", stream.getvalue())).part("a")


@pytest.mark.parametrize("method", [1, 14, 93, 99])
def test_compression_that_is_a_lie_or_unknown_is_damage(method: int) -> None:
    with pytest.raises(DamagedFileError):
        kind_of(IncomingFile("文件.docx", flagged(zipped(WORD).data, method=method)))


def test_part_that_is_there_twice_is_refused() -> None:
    stream = BytesIO(zipped(WORD).data)
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(MAIN, WORD[MAIN])

    with pytest.raises(DamagedFileError):
        docx.extract(IncomingFile("文件.docx", stream.getvalue()))


def test_bomb_is_refused_when_it_grows_too_large() -> None:
    bomb = zipped(WORD | {MAIN: bytes((UNPACKED_LIMIT_MB + 1) * 1_000_000)})

    assert len(bomb.data) < 200_000
    with at_most(2 * UNPACKED_LIMIT_MB + 20), pytest.raises(UnpackedTooLargeError, match="128 MB"):
        docx.extract(bomb)


def test_parts_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "UNPACKED_LIMIT_MB", 1)
    opened = Package(zipped({"a": bytes(600_000), "b": bytes(600_000)}))
    opened.part("a")

    with pytest.raises(UnpackedTooLargeError):
        opened.part("b")


def test_size_that_an_entry_lies_about_does_not_count() -> None:
    data = bytearray(zipped({"a": bytes(3_000_000)}).data)
    entry = data.find(b"PK\x01\x02")
    struct.pack_into("<I", data, entry + 24, 10)

    with pytest.raises(DamagedFileError):
        Package(IncomingFile("文件.docx", bytes(data))).part("a")


def test_package_of_very_many_entries_is_refused() -> None:
    with pytest.raises(DamagedFileError):
        kind_of(zipped({f"{number}": "" for number in range(10_001)}))


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "<w:document>",
        "文",
        "<a>\x00</a>",
        "<a>&nothing;</a>",
        '<!DOCTYPE a [<!ENTITY x "一"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x">%x;]><a/>',
        "<a>文</a>".encode("gb18030"),
        "<a>\ud800</a>".encode("utf-16", "surrogatepass"),
    ],
)
def test_xml_that_is_none_or_declares_entities_is_refused(xml: str | bytes) -> None:
    with pytest.raises(DamagedFileError):
        docx.extract(zipped(WORD | {MAIN: xml}))


def test_document_type_alone_fetches_nothing() -> None:
    main = str(WORD[MAIN])
    doctype = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">'

    assert docx.extract(zipped(WORD | {MAIN: doctype + main})).text == "文"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_xml_may_be_marked_utf_8_or_utf_16(encoding: str) -> None:
    main = f'<?xml version="1.0" encoding="{encoding}"?>{WORD[MAIN]}'.encode(encoding)

    assert docx.extract(zipped(WORD | {MAIN: main})).text == "文"


@pytest.mark.parametrize(
    "xml",
    [
        "<a>" * 300 + "</a>" * 300,
        "<a>" * 1_000_000,
        "<a>" + "<b/>" * 6_000_001 + "</a>",
        "<a " + " ".join(f"a{i}=''" for i in range(10)) + "/>" + "=" * 6_000_000,
    ],
    ids=["deep", "very deep", "many elements", "many attributes"],
)
def test_xml_that_would_fill_the_memory_is_refused(xml: str) -> None:
    with pytest.raises(TextTooLongError):
        docx.extract(zipped(WORD | {MAIN: xml}))


def test_target_outside_the_package_is_missing_not_read() -> None:
    rels = str(WORD["_rels/.rels"]).replace("word/document.xml", "../../../../etc/passwd")

    with pytest.raises(DamagedFileError):
        docx.extract(zipped(WORD | {"_rels/.rels": rels}))


def test_package_of_no_known_kind_is_told_so() -> None:
    with pytest.raises(TextFileError, match=r"文件\.docx is no text"):
        readers.read(zipped({"a": "b"}), file_format=PACKAGE)
