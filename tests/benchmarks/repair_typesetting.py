"""Clean texts become PDF files by WeasyPrint, and source texts by two extractors."""

import subprocess
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path

import pypdfium2
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from tests.benchmarks.repair_layouts import PageLayout
from tests.benchmarks.repair_sources import CleanParagraph, Document, running_form

_FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_FACES = "".join(
    f"@font-face {{ font-family: 'Duidu {face} SC';"
    f" src: url('{(_FONTS / f'Duidu{face}SC-Regular.otf').as_uri()}') }}"
    for face in ("Serif", "Sans")
)


def pdf_of(document: Document, layout: PageLayout) -> bytes:
    fonts = FontConfiguration()
    style = CSS(string=_FACES + layout.css(document.running_title), font_config=fonts)
    html = HTML(string=html_of(document, layout))
    pdf: bytes = html.write_pdf(stylesheets=[style], font_config=fonts)
    return pdf


def html_of(document: Document, layout: PageLayout) -> str:
    rows = [_row(paragraph, layout) for paragraph in document.paragraphs]
    return f"<html lang='zh-CN'><body>{''.join(rows)}</body></html>"


def _row(paragraph: CleanParagraph, layout: PageLayout) -> str:
    if paragraph.rank:
        rank = min(paragraph.rank, 3)
        running = running_form(paragraph.text)
        return f"<h{rank} data-running='{escape(running)}'>{escape(paragraph.text)}</h{rank}>"
    text = escape(layout.bullet + paragraph.text)
    if layout.has_footnotes:
        for number, note in paragraph.notes:
            text = text.replace(f"[{number}]", f"<span class='note'>{escape(note)}</span>")
    return f"<p>{text}</p>"


def by_pdftotext(pdf: Path) -> str:
    command = ["pdftotext", "-enc", "UTF-8", "-eol", "unix", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")


def by_pypdfium2(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return "".join(f"{page}\n\f" for page in pages).replace("\r\n", "\n")


EXTRACTORS: Mapping[str, Callable[[Path], str]] = {
    "pdftotext": by_pdftotext,
    "pypdfium2": by_pypdfium2,
}
