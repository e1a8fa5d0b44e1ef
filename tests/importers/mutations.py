"""Mutations: files spoiled by chance, as bytes, as packages and as XML."""

import copy
import zlib
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from lxml import etree

from annotator.importers.package import MAGIC

_ODD = (
    b"\x00",
    b"\xff",
    b"<",
    b"&#0;",
    b"&a;",
    b"]]>",
    b"<!--",
    b"<![CDATA[",
    b"-1",
    b"99999999999999",
    "𠮷\u2028\ufffe".encode(),
    b"\xed\xa0\x80",
    b"../../",
)
_ODD_VALUES = ("", "-1", "0", "9", "99999999999", "1e9", "../..", "𠮷", "\u2028", "rId1", "none")


def mutated(data: bytes, random: Random) -> bytes:
    """Return the data with one to four changes."""
    for _ in range(random.randint(1, 4)):
        change = random.choice([_bytes_changed, _package_changed, _package_changed])
        data = change(data, random)
    return data


def _bytes_changed(data: bytes, random: Random) -> bytes:
    start = random.randint(0, len(data))
    end = min(len(data), start + random.choice([0, 1, 1, 4, 100, len(data)]))
    replaced: bytes = random.choice(
        [b"", random.choice(_ODD), data[start:end] * 2, random.randbytes(max(1, end - start))]
    )
    return data[:start] + replaced + data[end:]


def _package_changed(data: bytes, random: Random) -> bytes:
    """Change a part, or the parts as a whole; other files get their bytes changed."""
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = [(entry.filename, package.read(entry)) for entry in package.infolist()]
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error):
        return _bytes_changed(data, random)
    if not data.startswith(MAGIC) or not parts:
        return _bytes_changed(data, random)
    _change_parts(parts, random)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, part in dict(parts).items():
            package.writestr(name, part)
    return stream.getvalue()


def _change_parts(parts: list[tuple[str, bytes]], random: Random) -> None:
    at, other = random.randrange(len(parts)), random.randrange(len(parts))
    name, part = parts[at]
    match random.randrange(8):
        case 0:
            del parts[at]
        case 1:
            parts[at] = (name, parts[other][1])
        case 2:
            parts[at] = (parts[other][0], part)
        case 3:
            parts[at] = (name, _bytes_changed(part, random))
        case _:
            parts[at] = (name, _xml_changed(part, random))


def _xml_changed(part: bytes, random: Random) -> bytes:
    try:
        root = etree.fromstring(part)
    except (etree.XMLSyntaxError, ValueError):
        return _bytes_changed(part, random)
    elements = list(root.iter("*"))
    for _ in range(random.randint(1, 3)):
        change: Callable[[etree._Element, etree._Element, Random], None] = random.choice(
            [_duplicate, _duplicate, _move, _drop, _set_text, _set_attribute, _rename]
        )
        change(random.choice(elements), random.choice(elements), random)
    return etree.tostring(root)


def _duplicate(element: etree._Element, other: etree._Element, random: Random) -> None:
    other.insert(random.randint(0, len(other)), copy.deepcopy(element))


def _move(element: etree._Element, other: etree._Element, random: Random) -> None:
    if element.getparent() is not None and element not in [other, *other.iterancestors()]:
        other.insert(random.randint(0, len(other)), element)


def _drop(element: etree._Element, other: etree._Element, random: Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _set_text(element: etree._Element, other: etree._Element, random: Random) -> None:
    element.text = random.choice([None, other.text, "", "\u2028", "𠮷\n" * 50, " "])


def _set_attribute(element: etree._Element, other: etree._Element, random: Random) -> None:
    names = list(element.attrib) or list(other.attrib)
    if names:
        values = [*_ODD_VALUES, *map(str, other.attrib.values())]
        element.set(random.choice(names), random.choice(values))


def _rename(element: etree._Element, other: etree._Element, random: Random) -> None:
    element.tag = other.tag
