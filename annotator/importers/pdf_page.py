"""A page of a PDF: its lines as they stand on the paper.

Blanks before a line show its indent, and an empty line shows a gap between paragraphs, or letters
of another size: from that, repair learns where paragraphs end. No letter is added.
"""

from collections.abc import Iterator
from contextlib import closing
from ctypes import c_double
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import pi
from typing import NamedTuple
from unicodedata import normalize

import pypdfium2
import pypdfium2.raw as pdfium

MOST_LETTERS_ON_PAGE = 200_000

_HYPHEN_AT_LINE_END = 2
_LINE_FEED = 10
_REPLACEMENT = 0xFFFD
_FIRST_PRINTABLE = 0x20
_FIRST_IDEOGRAPH = 0x2E80
_NO_LETTERS = {0xFFFE, 0xFFFF}
_SOFT_HYPHEN = "\u00ad"
# Many fonts have one glyph for a radical and the ideograph that looks the same. Which of the two a
# PDF names is chance, but no text is written in radicals.
_RADICALS = {chr(code): normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_IDEOGRAPHS = str.maketrans(
    _RADICALS
    | dict(
        zip(
            "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
            "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
            strict=True,
        )
    )
)
_SAMPLED_LETTERS = 200
_SLANT = 0.3
_FEWEST_IN_COLUMN = 4
_CLOSE = 1.6
_FURTHEST_BACK = 4.0
_LEAST_INDENT, _WIDEST_INDENT = 0.8, 12
_GAP = 1.3
_SIZE_STEP = 0.08
_INDENT = "\u3000"


class PageTooFullError(ValueError):
    """A page holds more letters than anybody would print on one."""


class _Letter(NamedTuple):
    """A letter, or half of one beyond U+FFFF, and where it starts on the page, in points."""

    x: float
    y: float
    place: int
    code: int


@dataclass(frozen=True, slots=True)
class _Line:
    """The letters of a line and where they stand, in points from the left and bottom of the page.

    `em` is the size of its letters, exact where `is_chinese`.
    """

    text: str
    left: float
    right: float
    bottom: float
    em: float
    is_chinese: bool


def text_of(document: pypdfium2.PdfDocument, index: int) -> str:
    """Return the text of a page, "" for one that cannot be read. Raises PageTooFullError."""
    try:
        with closing(document[index]) as page:
            # A page that is shown turned may have been written upright: then it is read upright.
            for rotation in (0, page.get_rotation()):
                page.set_rotation(rotation)
                with closing(page.get_textpage()) as letters:
                    if letters.count_chars() > MOST_LETTERS_ON_PAGE:
                        raise PageTooFullError
                    lines = list(_lines(letters))
                    if _is_upright(letters):
                        in_order = [_from_left(line) for line in lines]
                        measured = [_measured(letters, line) for line in in_order]
                        return "".join(_laid_out(list(_without_columns(measured))))
            return "\n".join(map(_text_of, lines))
    except pypdfium2.PdfiumError:
        return ""


def _is_upright(letters: pypdfium2.PdfTextPage) -> bool:
    """Tell whether most of the first letters stand upright on the page as it is."""
    angles = [
        pdfium.FPDFText_GetCharAngle(letters, index)
        for index in range(min(_SAMPLED_LETTERS, letters.count_chars()))
        if not pdfium.FPDFText_IsGenerated(letters, index)
    ]
    turned = sum(_SLANT < angle < 2 * pi - _SLANT for angle in angles)
    return bool(turned * 2 <= len(angles))


def _lines(page: pypdfium2.PdfTextPage) -> Iterator[list[_Letter]]:
    """Yield the lines of a page in the order of the file, nearly always that of reading."""
    x, y = c_double(), c_double()
    line: list[_Letter] = []
    for index in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(page, index)
        if _is_unnamed(page, index, code):
            code = _REPLACEMENT
        if code >= _FIRST_PRINTABLE and code not in _NO_LETTERS:
            pdfium.FPDFText_GetCharOrigin(page, index, x, y)
            line.append(_Letter(x.value, y.value, index, code))
        elif code == _HYPHEN_AT_LINE_END:
            # PDFium leaves out the hyphen with the line end; both are on the paper.
            pdfium.FPDFText_GetCharOrigin(page, index, x, y)
            yield [*line, _Letter(x.value, y.value, index, ord("-"))]
            line = []
        elif code == _LINE_FEED and line:
            yield line
            line = []
    if line:
        yield line


def _is_unnamed(page: pypdfium2.PdfTextPage, index: int, code: int) -> bool:
    """Tell whether the font does not say which letter this is; its code means nothing then."""
    if code == 0:
        return not pdfium.FPDFText_IsGenerated(page, index)
    return bool(pdfium.FPDFText_HasUnicodeMapError(page, index) == 1)


def _from_left(line: list[_Letter]) -> list[_Letter]:
    """Return the letters from left to right if pieces of the line were written in another order.

    Some programs write what they take from another font after the rest of the line.
    """
    jumps = any(
        after.x < before.x - _FURTHEST_BACK and abs(after.y - before.y) < _FURTHEST_BACK
        for before, after in pairwise(line)
    )
    return sorted(line, key=lambda letter: letter.x) if jumps else line


def _text_of(line: list[_Letter]) -> str:
    units = b"".join(letter.code.to_bytes(2, "little") for letter in line)
    text = units.decode("utf-16-le", errors="ignore").strip()
    # A soft hyphen is on the paper only where a line ends with it.
    hyphen = "-" if text.endswith(_SOFT_HYPHEN) else ""
    return text.replace(_SOFT_HYPHEN, "").translate(_IDEOGRAPHS) + hyphen


def _measured(page: pypdfium2.PdfTextPage, line: list[_Letter]) -> _Line:
    ideograph = next((letter for letter in line if letter.code >= _FIRST_IDEOGRAPH), None)
    left, bottom, right, top = page.get_charbox((ideograph or line[0]).place, loose=True)
    return _Line(
        text=_text_of(line),
        left=page.get_charbox(line[0].place, loose=True)[0],
        right=page.get_charbox(line[-1].place, loose=True)[2],
        bottom=bottom,
        em=right - left if ideograph else top - bottom,
        is_chinese=ideograph is not None,
    )


def _without_columns(lines: list[_Line]) -> Iterator[_Line]:
    """Yield the lines; letters that stand one below the other were written downwards, as one."""
    for _, group in groupby(_numbered_columns(lines), key=lambda pair: pair[0]):
        members = [line for _, line in group]
        if len(members) < _FEWEST_IN_COLUMN:
            yield from members
        else:
            top = members[0]
            yield replace(
                top, text="".join(line.text for line in members), bottom=members[-1].bottom
            )


def _numbered_columns(lines: list[_Line]) -> Iterator[tuple[int, _Line]]:
    """Yield each line with a number that it has in common with those it stands right below."""
    number = 0
    before: _Line | None = None
    for line in lines:
        number += before is None or not _stands_below(line, before)
        yield number, line
        before = line


def _stands_below(line: _Line, before: _Line) -> bool:
    are_letters = len(line.text) == len(before.text) == 1 and before.is_chinese
    distance = before.bottom - line.bottom
    is_near = 0 < distance < before.em * _CLOSE
    return are_letters and is_near and abs(line.left - before.left) < before.em / 2


def _laid_out(lines: list[_Line]) -> Iterator[str]:
    leadings = [above.bottom - below.bottom for above, below in pairwise(lines)]
    downwards = sorted(leading for leading in leadings if leading > 0)
    usual = downwards[len(downwards) // 4] if downwards else 0
    for number, line in enumerate(lines):
        if number:
            yield "\n"
            if leadings[number - 1] > usual * _GAP or _differ_in_size(lines[number - 1], line):
                yield "\n"
        yield _INDENT * _indent(line, lines)
        yield line.text


def _differ_in_size(line: _Line, following: _Line) -> bool:
    is_sure = line.is_chinese and following.is_chinese
    return is_sure and abs(line.em - following.em) > _SIZE_STEP * line.em


def _indent(line: _Line, lines: list[_Line]) -> int:
    """Return by how many letters the line starts right of the others in its column."""
    column = [other.left for other in lines if other.left < line.right and line.left < other.right]
    indent = (line.left - min(column, default=line.left)) / line.em if line.em > 0 else 0
    return round(indent) if _LEAST_INDENT <= indent <= _WIDEST_INDENT else 0
