"""Page labels of a PDF: what its pages are called, "iv" or "A-3", where that is not their count."""

from ctypes import create_string_buffer

import pypdfium2
from pypdfium2.raw import FPDF_GetPageLabel

from annotator.core.page import Page, page_labelled

# Nobody prints a longer one; a file that has it may have been made to keep readers busy.
_MOST_BYTES = 512


def labels_of(document: pypdfium2.PdfDocument) -> tuple[Page | None, ...]:
    """Return what the pages are called, None for one without a name; () where they are counted."""
    labels: list[Page | None] = []
    buffer = create_string_buffer(_MOST_BYTES)
    for index in range(len(document)):
        length = FPDF_GetPageLabel(document, index, buffer, _MOST_BYTES)
        if length > _MOST_BYTES:
            return ()
        letters = buffer.raw[:length].decode("utf-16-le", errors="surrogatepass")
        labels.append(page_labelled(letters.removesuffix("\0")))
    is_counted = labels == list(range(1, len(labels) + 1))
    return () if is_counted or not any(label is not None for label in labels) else tuple(labels)
