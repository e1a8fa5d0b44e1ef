"""E-books: the chapters in reading order, each word once."""

from collections.abc import Callable

import pytest

from annotator.core.document import About
from annotator.core.errors import DamagedFileError, ProtectedFileError, TextTooLongError
from annotator.importers import epub
from annotator.importers.incoming import Extract
from tests.importers.conftest import Shown
from tests.importers.packages import book, book_parts, zipped

NOTES = [
    ("title1", "数字乡村建设笔记"),
    ("body", "读书小组"),
    ("body", "2024-05-20"),
    ("heading2", "一、总体情况"),
    (
        "body",
        "数字乡村是乡村振兴的战略方向，也是建设数字中国的重要内容。[1]全国共有3.5万个村参加试点😀。",
    ),
    ("heading3", "（一）基础设施"),
    ("list", "1. 行政村通宽带；"),
    ("list", "2. 5G基站增长12%；"),
    ("list", "• 东部较快；"),
    ("list", "• 西部有𠮷村。"),
    ("body", "指标 2022年 2023年"),
    ("body", "宽带用户 1.7 1.9"),
    ("body", "普及率 61.9 66.5"),
    ("aside", "1. 见《数字乡村发展战略纲要》。"),
    ("heading2", "二、下一步"),
    ("body", "要把发展数字经济作为战略选择。"),
    ("body", "持续推进网络提速。[1]"),
    ("aside", "1. 第一段。"),
    ("aside", "第二段。"),
]


def test_sample_of_epub_3(
    sample: Callable[[str], Extract], shown: Callable[[Extract], Shown]
) -> None:
    found = sample("pandoc.epub")

    assert found.file_format == "epub"
    assert found.about == About("数字乡村建设笔记", "读书小组", "2024-05-20")
    assert shown(found) == NOTES


def test_sample_of_epub_2(
    sample: Callable[[str], Extract], shown: Callable[[Extract], Shown]
) -> None:
    found = sample("pandoc_2.epub")

    assert found.about == About("数字乡村建设笔记", "读书小组", "2024-05-20")
    assert [text for _, text in shown(found)] == [text for _, text in NOTES]


def test_chapters_come_in_the_order_of_the_spine() -> None:
    parts = book_parts("<p>一</p>", "<p>二</p>")
    parts["OEBPS/a.opf"] = str(parts["OEBPS/a.opf"]).replace(
        '<itemref idref="c0"/><itemref idref="c1"/>', '<itemref idref="c1"/><itemref idref="c0"/>'
    )

    assert epub.extract(zipped(parts)).text == "二\n一"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<item id="c0"', '<item properties="nav" id="c0"'),
        ("</package>", '<guide><reference type="toc" href="c%200.xhtml#a"/></guide></package>'),
        ('<item id="c0"', '<item id="x"'),
    ],
)
def test_contents_are_not_repeated(before: str, after: str) -> None:
    parts = book_parts("<p>目录</p>", "<p>正文</p>")
    parts["OEBPS/a.opf"] = str(parts["OEBPS/a.opf"]).replace(before, after, 1)

    assert epub.extract(zipped(parts)).text == "正文"


def test_entities_of_html_are_letters() -> None:
    found = epub.extract(book("<p>甲&middot;乙&lt;丙&hellip;&#x20BB7;&nosuch;</p>"))

    assert found.text == "甲·乙<丙…𠮷&nosuch;"


def test_chapter_that_is_no_xml_is_read_as_browsers_do() -> None:
    found = epub.extract(book("<p>甲<br>乙<p>丙 & 丁"))

    assert found.text == "甲\n乙\n丙 & 丁"


def encryption(algorithm: str, part: str) -> str:
    return (
        f'<encryption><EncryptedData><EncryptionMethod Algorithm="{algorithm}"/><CipherData>'
        f'<CipherReference URI="{part}"/></CipherData></EncryptedData></encryption>'
    )


@pytest.mark.parametrize(
    ("algorithm", "part", "is_protected"),
    [
        ("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/c%200.xhtml", True),
        ("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/picture.png", False),
        ("http://www.idpf.org/2008/embedding", "OEBPS/c%200.xhtml", False),
    ],
)
def test_copy_protection_is_told_apart_from_scrambled_fonts(
    algorithm: str, part: str, *, is_protected: bool
) -> None:
    file = zipped(
        {**book_parts("<p>文</p>"), "META-INF/encryption.xml": encryption(algorithm, part)}
    )

    if is_protected:
        with pytest.raises(ProtectedFileError):
            epub.extract(file)
    else:
        assert epub.extract(file).text == "文"


@pytest.mark.parametrize("missing", ["OEBPS/a.opf", "OEBPS/c 0.xhtml"])
def test_book_without_a_part_is_damaged(missing: str) -> None:
    parts = book_parts("<p>文</p>")
    del parts[missing]

    with pytest.raises(DamagedFileError):
        epub.extract(zipped(parts))


def test_chapter_of_bytes_that_are_no_text_is_damage() -> None:
    parts = book_parts("") | {"OEBPS/c 0.xhtml": bytes(range(256)) * 9}

    with pytest.raises(DamagedFileError):
        epub.extract(zipped(parts))


def test_elements_too_deep_in_one_another_are_refused() -> None:
    with pytest.raises(TextTooLongError):
        epub.extract(book("<div>" * 300 + "文" + "</div>" * 300))


def test_book_without_chapters_has_no_text() -> None:
    assert epub.extract(book()).text == ""
