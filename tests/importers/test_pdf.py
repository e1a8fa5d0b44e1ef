"""PDF: pages, lines, indents; what cannot be read is refused in words."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from annotator.core.document import About
from annotator.core.errors import (
    DamagedFileError,
    ScannedFileError,
    TextTooLongError,
)
from annotator.importers import pdf, pdf_page
from annotator.importers.incoming import Extract, IncomingFile, open_file
from annotator.importers.pdf_outline import OutlineHeading, headings_of
from annotator.importers.pdf_page import Line

Shown = list[tuple[str, str]]

SAMPLES = Path(__file__).parent / "samples"


def lines_of(shown: Shown) -> list[str]:
    return [" ".join(pair) for pair in shown]


# Catalog, pages, page and font of a PDF; its drawing is object 6, the names of its letters 7.
OBJECTS = (
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 6 0 R/Resources 8 0 R>>",
    b"<</Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts 10 0 R/ToUnicode 7 0 R>>",
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/DW 1000/CIDSystemInfo 9 0 R>>",
)
RESOURCES = b"<</Font<</F 4 0 R>>>>"
BELOW = b"[5 0 R]"
SYSTEM = b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
NAMING = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
    "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
    "{} beginbfchar {} endbfchar endcmap end end"
)


def read(data: bytes) -> Extract:
    return pdf.extract(IncomingFile("a.pdf", data))


def printed() -> bytes:
    return (SAMPLES / "weasyprint.pdf").read_bytes()


def test_pages_of_weasyprint_are_shown_whole(
    sample: Callable[[str], Extract], shown: Callable[[Extract], Shown]
) -> None:
    found = sample("weasyprint.pdf")

    assert lines_of(shown(found)) == [
        "title1 p1 渡口的灯",
        "heading2 p1 一",
        "body p1 老何在渡口撑了四十年的船。河不宽，慢慢地撑也只要一袋烟的工夫。",
        "body p2 船在夜里开，灯在岸上走，走得很慢，慢到看不出来是灯在走还是船在走。",
        "body p2 “修了桥，你做什么？”有人问他。",
        "body p2 老何想了想，说：“修了桥我就坐在桥上看水，看一天也不累。”",
        "heading2 p3 二",
        "body p3 桥到底还是修了。开工的那一天，他在岸上看了很久，一句话也没有说。",
        "body p3 后来桥上有了灯，一共12盏，比 the old ferry lamp 亮得多。",
    ]
    assert found.about == About("渡口的灯")
    assert (found.file_format, found.encoding) == ("pdf", "")


def test_outline_tells_the_headings_and_not_the_running_lines(
    sample: Callable[[str], Extract],
) -> None:
    found = sample("weasyprint.pdf")

    assert found.structure is not None
    assert found.structure.is_typeset
    headings = [item for item in found.structure.told if item.level]
    assert [(found.text[item.start :].split("\n")[0], item.level) for item in headings] == [
        ("渡口的灯", 1),
        ("一", 2),
        ("二", 2),
    ]
    assert headings[0].start == 0


def test_headings_are_found_letter_by_letter_or_not_at_all() -> None:
    with pypdfium2.PdfDocument(printed()) as document:
        found = headings_of(document, [[Line("渡口"), Line("的 灯"), Line("一二")], [], []])

    assert found == [OutlineHeading(page=0, first=0, end=2, level=1)]


def test_file_without_an_outline_tells_nothing() -> None:
    assert read(pdf_of("渡口的灯")).structure is None


def test_lines_are_those_on_the_paper_with_indents_as_blanks(
    sample: Callable[[str], Extract],
) -> None:
    pages = sample("weasyprint.pdf").text.split("\f")

    assert pages[0] == (
        "渡口的灯\n一\n　　老何在渡口撑了四十年的船。河\n"
        "不宽，慢慢地撑也只要一袋烟的工\n夫。\n渡口的灯\n1\n"
    )
    assert pages[-1] == ""


def test_what_libreoffice_wrote_out_of_order_is_read_in_order(
    sample: Callable[[str], Extract], shown: Callable[[Extract], Shown]
) -> None:
    paragraphs = lines_of(shown(sample("libreoffice.pdf")))

    assert paragraphs[-4].startswith("body p1 读者田先生说：“这里很安静。”😀 他用 search 命令查书")
    assert paragraphs[0] == "title1 p1 河湾镇图书馆工作报告"
    assert "list p1 • 少儿阅览室，周末开放" in paragraphs


def test_text_written_downwards_is_read_from_right_to_left(
    sample: Callable[[str], Extract], shown: Callable[[Extract], Shown]
) -> None:
    found = sample("chromium.pdf")

    assert lines_of(shown(found)) == ["body p1 竖着写的一段话，从右往左读，一行读完再读下一行。"]


def pdf_of(*lines: str) -> bytes:
    """Make a PDF of these lines, whose font names a letter for each glyph, but none for NUL."""
    letters = sorted(set("".join(lines)))
    glyphs = {letter: f"{number:04x}" for number, letter in enumerate(letters, 1)}
    drawn = "".join(
        f"BT /F 10 Tf 20 {180 - 15 * number} Td <{''.join(glyphs[one] for one in line)}> Tj ET\n"
        for number, line in enumerate(lines)
    )
    named = [
        f"<{glyphs[one]}> <{one.encode('utf-16-be').hex()}>" for one in letters if one != "\x00"
    ]
    drawing, naming = drawn.encode(), NAMING.format(len(named), " ".join(named)).encode()
    objects = [*OBJECTS, stream_of(drawing), stream_of(naming), RESOURCES, SYSTEM, BELOW]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(f"{len(body):010} 00000 n \n")
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{''.join(places)}"
    end = f"trailer\n<</Root 1 0 R/Size {len(places) + 1}>>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + (table + end).encode()


def stream_of(data: bytes) -> bytes:
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(data), data)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["渡口的灯"], "渡口的灯"),
        (["𠮷野家"], "𠮷野家"),
        (["⼈⼝⽣⻓⺠⻢"], "人口生长民马"),
        (["渡\x00的灯"], "渡�的灯"),
        (["\x00渡口的灯"], "�渡口的灯"),
        (["one hy\u00ad", "phen, so\u00adft"], "one hy-\nphen, soft"),
        (["one hy-", "phen"], "one hy-\nphen"),
        (["渡\ufffe口的\u0007灯"], "渡口的灯"),
        (["渡\uffff口的灯"], "渡�口的灯"),
    ],
)
def test_letters_are_what_the_font_says(lines: list[str], text: str) -> None:
    assert read(pdf_of(*lines)).text == text + "\n\f"


def test_letters_that_no_font_names_are_no_text() -> None:
    with pytest.raises(ScannedFileError):
        read(pdf_of("\ue001\ue002\ue003\ue004灯"))


def test_pictures_of_pages_are_no_text() -> None:
    with pytest.raises(ScannedFileError, match="OCR"):
        pdf.extract(open_file(SAMPLES / "pillow.pdf"))


def test_page_without_text_keeps_its_place(tmp_path: Path) -> None:
    with pypdfium2.PdfDocument(printed()) as document:
        document.new_page(100, 100, index=1)
        document.save(tmp_path / "gap.pdf")

    found = pdf.extract(open_file(tmp_path / "gap.pdf"))

    pages = found.text.split("\f")
    assert pages[1] == "\n"
    assert "桥" in pages[2]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_page_that_is_shown_turned_is_read_all_the_same(rotation: int, tmp_path: Path) -> None:
    with pypdfium2.PdfDocument(printed()) as document:
        for page in document:
            page.set_rotation(rotation)
        document.save(tmp_path / "turned.pdf")

    assert pdf.extract(open_file(tmp_path / "turned.pdf")).text == read(printed()).text


@pytest.mark.parametrize("keep", [0, 5, 100, 5_000, -2_000])
def test_truncated_file_is_refused_or_read_as_far_as_it_goes(keep: int) -> None:
    data = printed()[:keep]

    with pytest.raises((DamagedFileError, ScannedFileError)):
        read(data)


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 1)

    with pytest.raises(TextTooLongError):
        read(printed())


def test_page_with_too_many_letters_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_page, "MOST_LETTERS_ON_PAGE", 10)

    with pytest.raises(TextTooLongError):
        read(printed())


def test_too_many_letters_in_all_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_CHARACTERS", 100)

    with pytest.raises(TextTooLongError):
        read(printed())


def test_title_of_halves_of_letters_is_unknown() -> None:
    data = (SAMPLES / "chromium.pdf").read_bytes()
    title = "竖排".encode("utf-16-be").hex().upper().encode()
    assert title in data

    found = read(data.replace(title, b"D842D842"))

    assert (found.about, "竖着写" in found.text) == (About(""), True)


@pytest.mark.parametrize("title", ["Microsoft Word - a.doc", "ÐÂÖÊÉú²úÁ¦", "a.pdf", "��", ""])
def test_title_that_no_reader_gave_is_unknown(title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pypdfium2.PdfDocument, "get_metadata_value", lambda *_: title)

    assert read(printed()).about == About("")
