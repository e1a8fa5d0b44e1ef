"""Packages: zip files that hold a text in parts. Nothing of them is ever unpacked to disk."""

import posixpath
import struct
import zlib
from collections import Counter
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from annotator.core.errors import (
    DamagedFileError,
    ProtectedFileError,
    TextTooLongError,
    UnpackedTooLargeError,
)
from annotator.importers.incoming import IncomingFile
from annotator.importers.xml_tree import MalformedXmlError, OverlongMarkupError, parse

MAGIC = b"PK\x03\x04"
UNPACKED_LIMIT_MB = 128
_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 10_000
_IS_ENCRYPTED = 0x1
_METHODS = {ZIP_STORED, ZIP_DEFLATED}
_BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, struct.error, zlib.error)

CONTENT_TYPES = "[Content_Types].xml"
CONTAINER = "META-INF/container.xml"
_KINDS = {
    "wordprocessingml.document.main": "docx",
    "wordprocessingml.template.main": "docx",
    "ms-word.document.macroEnabled.main": "docx",
    "ms-word.template.macroEnabledTemplate.main": "docx",
    "presentationml.presentation.main": "pptx",
    "presentationml.slideshow.main": "pptx",
    "presentationml.template.main": "pptx",
    "ms-powerpoint.presentation.macroEnabled.main": "pptx",
    "ms-powerpoint.slideshow.macroEnabled.main": "pptx",
    "ms-powerpoint.template.macroEnabled.main": "pptx",
}


class Package:
    """The parts of a package by name. All of its methods raise TextFileErrors about the file."""

    def __init__(self, file: IncomingFile) -> None:
        self._file_name = file.name
        self._left = UNPACKED_LIMIT_MB * 1_000_000
        if file.data.count(_ENTRY) > _MOST_ENTRIES:
            raise self.damaged()
        try:
            self._zip = ZipFile(BytesIO(file.data))
        except _BROKEN as error:
            raise self.damaged() from error
        entries = self._zip.infolist()
        self._entries = {key_of(entry.filename): entry for entry in entries}
        self._counts = Counter(key_of(entry.filename) for entry in entries)

    def __contains__(self, name: str) -> bool:
        return key_of(name) in self._entries

    def part(self, name: str) -> bytes:
        """Return the bytes of a part, which must be there once."""
        entry = self._entries.get(key_of(name))
        if entry is None or self._counts[key_of(name)] > 1:
            raise self.damaged()
        if entry.flag_bits & _IS_ENCRYPTED:
            raise self.protected()
        if entry.compress_type not in _METHODS:
            raise self.damaged()
        data = self._unpacked(entry)
        self._left -= len(data)
        if self._left < 0:
            raise UnpackedTooLargeError(path=self._file_name, limit_mb=UNPACKED_LIMIT_MB)
        return data

    def tree(self, name: str) -> etree._Element:
        """Return the root of a part in XML."""
        try:
            return parse(self.part(name))
        except MalformedXmlError as error:
            raise self.damaged() from error
        except OverlongMarkupError as error:
            raise self.overlong() from error

    def damaged(self) -> DamagedFileError:
        return DamagedFileError(path=self._file_name)

    def overlong(self) -> TextTooLongError:
        return TextTooLongError(path=self._file_name)

    def protected(self) -> ProtectedFileError:
        return ProtectedFileError(path=self._file_name)

    def _unpacked(self, entry: ZipInfo) -> bytes:
        """Return at most one byte more than is allowed, whatever size the entry tells."""
        try:
            with self._zip.open(entry) as stream:
                return stream.read(self._left + 1)
        except _BROKEN as error:
            raise self.damaged() from error


def key_of(name: str) -> str:
    """Return the name by which a part is looked up; no letter case, no way out of the package."""
    return posixpath.normpath("/" + name.replace("\\", "/").lstrip("/")).lower()


def kind_of(file: IncomingFile) -> str | None:
    """Return "docx", "pptx" or "epub" for such a package, None for any other file.

    Raises a TextFileError for a package that cannot be read.
    """
    if not file.data.startswith(MAGIC):
        return None
    package = Package(file)
    if CONTAINER in package:
        return "epub"
    if CONTENT_TYPES not in package:
        return None
    for override in package.tree(CONTENT_TYPES):
        for name, kind in _KINDS.items():
            if name in override.get("ContentType", ""):
                return kind
    return None
