"""Formats: what kinds of files come in, and which importer reads a file.

The content tells what a file is; its name counts only where plain text may be two things.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from annotator.core.errors import (
    EmptyFileError,
    OldFormatError,
    ProtectedFileError,
)
from annotator.core.translatable import QT_TRANSLATE_NOOP
from annotator.importers import readers, txt
from annotator.importers.apart import Pulse, read_apart
from annotator.importers.incoming import Extract, IncomingFile


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: what a reader calls it (for translation), and how its names end."""

    title: str
    suffixes: tuple[str, ...]


FORMATS: Mapping[str, Format] = {
    "txt": Format(QT_TRANSLATE_NOOP("formats", "Plain text"), (".txt", ".text")),
    "docx": Format(QT_TRANSLATE_NOOP("formats", "Word document"), (".docx", ".docm")),
    "pptx": Format(QT_TRANSLATE_NOOP("formats", "Slides"), (".pptx", ".pptm", ".ppsx")),
    "epub": Format(QT_TRANSLATE_NOOP("formats", "E-book"), (".epub",)),
    "pdf": Format(QT_TRANSLATE_NOOP("formats", "PDF"), (".pdf",)),
    "html": Format(QT_TRANSLATE_NOOP("formats", "Web page"), (".html", ".htm", ".xhtml")),
    "md": Format(QT_TRANSLATE_NOOP("formats", "Markdown"), (".md", ".markdown")),
}
SUFFIXES = tuple(suffix for each in FORMATS.values() for suffix in each.suffixes)

_ZIP_MAGIC = b"PK\x03\x04"
# The header of a PDF may have lines or other bytes before it.
_PDF_MAGIC = re.compile(rb"(?:\A|[\r\n\0])%PDF-[12]")
_PDF_MAGIC_WITHIN = 1024
# Old Word, PowerPoint and WPS files, and new ones with a password, are in this container.
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_RTF_MAGIC = b"{\\rtf"
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.{0,1000}?-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|body)[\s>]",
    re.DOTALL | re.IGNORECASE,
)
_HTML_WITHIN = 4096


def extract(
    file: IncomingFile, *, encoding: str | None = None, pulse: Pulse = lambda: None
) -> Extract:
    """Take the text out of a file; `encoding` counts for formats that have one.

    Raises a TextFileError, and whatever `pulse` raises.
    """
    name = format_of(file)
    if name == "txt":
        found = txt.extract(file, encoding=encoding)
    else:
        reader = partial(readers.read, file_format=name, encoding=encoding)
        found = read_apart(reader, file, pulse=pulse)
    if not found.text.strip():
        raise EmptyFileError(path=file.name)
    return found


def format_of(file: IncomingFile) -> str:
    """Return what a file is: a key of FORMATS, or readers.PACKAGE for those that are zip files.

    Raises a TextFileError for what cannot be read.
    """
    data = file.data
    if _PDF_MAGIC.search(data, 0, _PDF_MAGIC_WITHIN):
        return "pdf"
    if data.startswith(_OLE_MAGIC):
        if _ENCRYPTED_STREAM in data:
            raise ProtectedFileError(path=file.name)
        raise OldFormatError(path=file.name)
    if data.startswith(_RTF_MAGIC):
        raise OldFormatError(path=file.name)
    if _HTML.match(data[:_HTML_WITHIN].replace(b"\0", b"")):
        return "html"
    if data.startswith(_ZIP_MAGIC):
        return readers.PACKAGE
    named = (name for name in ("html", "md") if file.suffix in FORMATS[name].suffixes)
    return next(named, "txt")
