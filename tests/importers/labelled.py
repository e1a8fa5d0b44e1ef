"""PDF files whose pages have labels: an update at the end of the file tells them, as in editors."""

import io
import re
from pathlib import Path

import pypdfium2

_PRINTED = Path(__file__).parent / "samples" / "weasyprint.pdf"


def labelled_pdf(ranges: str | bytes, *, pages: int = 3) -> bytes:
    """Return a book of so many pages, the first three with text, labelled as these ranges say.

    The ranges are what PDF calls Nums: pairs of a page, counted from 0, and how it is labelled.
    """
    written = io.BytesIO()
    with pypdfium2.PdfDocument(_PRINTED) as document:
        for _ in range(pages - len(document)):
            document.new_page(100, 100)
        document.save(written)
    data = written.getvalue()
    root = _found(rb"/Root (\d+) 0 R", data)
    catalog = _found(rb"\n%b 0 obj\r\n<<(.*?)>>\r\nendobj" % root, data)
    nums = ranges.encode() if isinstance(ranges, str) else ranges
    update = b"%b 0 obj\n<<%b/PageLabels<</Nums[%b]>>>>\nendobj\n" % (root, catalog, nums)
    table = b"xref\n%b 1\n%010d 00000 n \ntrailer\n<</Root %b 0 R/Size %b/Prev %b>>\n" % (
        root,
        len(data),
        root,
        _found(rb"/Size (\d+)", data),
        _found(rb"startxref\r\n(\d+)\r\n%%EOF\r\n\Z", data),
    )
    return data + update + table + b"startxref\n%d\n%%%%EOF\n" % (len(data) + len(update))


def _found(pattern: bytes, data: bytes) -> bytes:
    match = re.search(pattern, data, re.DOTALL)
    assert match
    return match[1]
