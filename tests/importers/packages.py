"""Packages made for a test: small Word documents, slides and e-books, whole or spoiled."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from annotator.importers.incoming import IncomingFile

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NAMES = (
    f'xmlns:w="{_WORD}" xmlns:a="{_DRAWING}" xmlns:p="{_SLIDES}" xmlns:r="{_OFFICE}" '
    f'xmlns:mc="{_COMPATIBILITY}"'
)
_MAIN_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
}


def zipped(parts: Mapping[str, bytes | str], *, name: str = "文件.docx") -> IncomingFile:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for part, data in parts.items():
            package.writestr(part, data)
    return IncomingFile(name, stream.getvalue())


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """Return a part of relations: id → (kind, target)."""
    entries = (
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f"<Relationships>{''.join(entries)}</Relationships>"


def office(kind: str, main: str, parts: Mapping[str, str]) -> dict[str, bytes | str]:
    """Return the parts of an Office package."""
    override = f'<Override PartName="/{main}" ContentType="{_MAIN_TYPES[kind]}"/>'
    return {
        "[Content_Types].xml": f"<Types>{override}</Types>",
        "_rels/.rels": relations({"rId1": ("officeDocument", main)}),
        **parts,
    }


def word_parts(body: str, **others: str) -> dict[str, bytes | str]:
    """Return the parts of a Word document; `others` are styles or footnotes."""
    told = {f"rId{i}": (kind, f"{kind}.xml") for i, kind in enumerate(others)}
    roots = {
        f"word/{kind}.xml": f"<w:{kind} {_NAMES}>{xml}</w:{kind}>" for kind, xml in others.items()
    }
    return office(
        "docx",
        "word/document.xml",
        {
            "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations(told),
            **roots,
        },
    )


def word(body: str, **others: str) -> IncomingFile:
    return zipped(word_parts(body, **others))


def slide_parts(slides: Iterable[str], **others: str) -> dict[str, bytes | str]:
    """Return the parts of a presentation whose slides hold these shapes."""
    shapes = list(slides)
    told = {f"rId{i}": ("slide", f"slides/slide{i}.xml") for i in range(len(shapes))}
    ids = "".join(f'<p:sldId id="{256 + i}" r:id="rId{i}"/>' for i in range(len(shapes)))
    roots = {
        f"ppt/slides/slide{i}.xml": f"<p:sld {_NAMES}><p:cSld>"
        f"<p:spTree>{xml}</p:spTree></p:cSld></p:sld>"
        for i, xml in enumerate(shapes)
    }
    main = f"<p:presentation {_NAMES}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
    return office(
        "pptx",
        "ppt/presentation.xml",
        {
            "ppt/presentation.xml": main,
            "ppt/_rels/presentation.xml.rels": relations(told),
            **roots,
            **others,
        },
    )


def deck(*slides: str, **others: str) -> IncomingFile:
    return zipped(slide_parts(slides, **others), name="文件.pptx")


def book_parts(*chapters: str, **others: str) -> dict[str, bytes | str]:
    """Return the parts of an e-book with these bodies of chapters."""
    items = "".join(
        f'<item id="c{i}" href="c%20{i}.xhtml" media-type="application/xhtml+xml"/>'
        for i in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{i}"/>' for i in range(len(chapters)))
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfile full-path="OEBPS/a.opf"/></container>',
        "OEBPS/a.opf": f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>",
        **{
            f"OEBPS/c {i}.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml">'
            f"<head><title>题</title></head><body>{chapter}</body></html>"
            for i, chapter in enumerate(chapters)
        },
        **others,
    }


def book(*chapters: str, **others: str) -> IncomingFile:
    return zipped(book_parts(*chapters, **others), name="文件.epub")
