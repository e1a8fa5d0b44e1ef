"""E-books in EPUB: the chapters in reading order, without the tables of contents of the package."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from annotator.core.document import About
from annotator.importers import html
from annotator.importers.incoming import Extract, IncomingFile
from annotator.importers.markup import paragraphs_of
from annotator.importers.origin import origin
from annotator.importers.package import CONTAINER, Package, key_of
from annotator.importers.paragraphs import Draft, typeset
from annotator.importers.xml_tree import (
    MalformedXmlError,
    OverlongMarkupError,
    local_name,
    parse,
)
from annotator.text.encoding import BinaryDataError, UndecodableError, decode

_ENCRYPTION = "META-INF/encryption.xml"
# What only scrambles fonts; all else keeps the text from those who have not bought it.
_FONT_SCRAMBLING = {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
_CHAPTERS = {"application/xhtml+xml", "text/html", "text/x-oeb1-document"}


def extract(file: IncomingFile) -> Extract:
    """Take the text out of an e-book. Raises a TextFileError."""
    book = _Book(Package(file))
    drafts = [draft for chapter in book.chapters() for draft in chapter]
    text, structure = typeset([drafts])
    return Extract(text, "epub", structure=structure, about=book.about())


class _Book:
    """A package with its description: what is in it, and in which order."""

    def __init__(self, package: Package) -> None:
        self._package = package
        rootfile = next(package.tree(CONTAINER).iter("{*}rootfile"), None)
        path = rootfile.get("full-path") if rootfile is not None else None
        if not path:
            raise package.damaged()
        self._folder = posixpath.dirname(path)
        self._description = package.tree(path)
        self._items = {item.get("id", ""): item for item in self._description.iter("{*}item")}

    def about(self) -> About:
        told: dict[str, list[str]] = {}
        for metadata in self._description.iter("{*}metadata"):
            for item in metadata.iter("{*}title", "{*}creator", "{*}publisher", "{*}date"):
                told.setdefault(local_name(item), []).append((item.text or "").strip())
        publishers = told.get("publisher") or told.get("creator") or []
        return origin(
            next(iter(told.get("title", [])), ""),
            publisher="、".join(filter(None, publishers)),
            date=next(iter(told.get("date", [])), ""),
        )

    def chapters(self) -> Iterator[list[Draft]]:
        parts = list(self._parts())
        if not self._locked().isdisjoint(map(key_of, parts)):
            raise self._package.protected()
        for part in parts:
            yield paragraphs_of(self._tree(part))

    def _parts(self) -> Iterator[str]:
        """Yield the parts of the spine that hold text, without lists of what the book holds."""
        contents = {
            self._part(reference.get("href", ""))
            for reference in self._description.iter("{*}reference")
            if reference.get("type") == "toc"
        }
        for reference in self._description.iter("{*}itemref"):
            item = self._items.get(reference.get("idref", ""))
            if item is None or item.get("media-type") not in _CHAPTERS:
                continue
            part = self._part(item.get("href", ""))
            if "nav" not in item.get("properties", "").split() and part not in contents:
                yield part

    def _part(self, address: str) -> str:
        return posixpath.join(self._folder, unquote(address.partition("#")[0]))

    def _locked(self) -> set[str]:
        """Return the keys of the parts that copy protection locks."""
        if _ENCRYPTION not in self._package:
            return set()
        locked = set()
        for entry in self._package.tree(_ENCRYPTION).iter("{*}EncryptedData"):
            methods = {method.get("Algorithm") for method in entry.iter("{*}EncryptionMethod")}
            if not methods <= _FONT_SCRAMBLING:
                references = entry.iter("{*}CipherReference")
                locked |= {key_of(unquote(reference.get("URI", ""))) for reference in references}
        return locked

    def _tree(self, part: str) -> etree._Element:
        """Return a chapter's tree; one that is no XML is read as browsers read it."""
        data = self._package.part(part)
        try:
            try:
                return parse(data, has_html_entities=True)
            except MalformedXmlError:
                return html.parse(decode(data).text)
        except (BinaryDataError, UndecodableError) as error:
            raise self._package.damaged() from error
        except OverlongMarkupError as error:
            raise self._package.overlong() from error
