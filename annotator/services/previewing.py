"""Previewing: what an import would make of a file, before anything is written to a library."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, count, repeat
from pathlib import Path

from annotator.core.corrections import NO_CORRECTIONS, Corrections
from annotator.core.errors import EmptyFileError
from annotator.core.identity import source_hash
from annotator.core.page import Page
from annotator.core.reading_text import Paragraph, ParagraphKind, ReadingText, Run
from annotator.importers import formats
from annotator.importers.apart import Pulse
from annotator.importers.incoming import Extract, IncomingFile, open_file
from annotator.text import repair
from annotator.text.repair import DropReason

_LONGEST_TITLE = 60
_OTHER_LINE_ENDS = str.maketrans(dict.fromkeys("\f\v\x85\u2028\u2029", "\n"))
_PAGE_EDGES = (DropReason.PAGE_NUMBER, DropReason.HEADER, DropReason.FOOTER)


@dataclass(frozen=True, slots=True)
class Counts:
    """What repair did to a text: how many lines came in, and what they became.

    `page_edges` counts page numbers and running lines that are left out, `repeated_titles` titles.
    """

    lines: int
    paragraphs: int
    page_edges: int
    repeated_titles: int


@dataclass(frozen=True)
class Preview:
    """A file, what was taken out of it, and the reading text made of that."""

    file: IncomingFile
    extract: Extract
    corrections: Corrections
    reading_text: ReadingText

    @cached_property
    def document_id(self) -> str:
        return source_hash(self.extract.text)

    @property
    def title(self) -> str:
        """What the file says of itself, else the text's own title, else the name of the file."""
        return (
            self.extract.about.title or _own_title(self.reading_text) or Path(self.file.name).stem
        )

    def counts(self) -> Counts:
        reasons = [piece.reason for piece in self.reading_text.dropped]
        return Counts(
            lines=sum(bool(line.strip()) for line in self.extract.text.splitlines()),
            paragraphs=len(self.reading_text.paragraphs),
            page_edges=sum(reason in _PAGE_EDGES for reason in reasons),
            repeated_titles=reasons.count(DropReason.REPEATED_TITLE),
        )

    def corrected(self, corrections: Corrections, pulse: Pulse = lambda: None) -> "Preview":
        """Repair the same text again, with these corrections; what `pulse` raises breaks off."""
        if corrections == self.corrections:
            return self
        return of_extract(self.file, self.extract, corrections=corrections, pulse=pulse)


@dataclass(frozen=True, slots=True)
class Look:
    """What a first look into a file tells, before anything is repaired."""

    document_id: str
    characters: int
    encoding: str


def look(
    source: Path | IncomingFile, *, encoding: str | None = None, pulse: Pulse = lambda: None
) -> Look:
    """Look into a file. Raises a TextFileError, or what `pulse` raises now and then."""
    found = formats.extract(open_source(source), encoding=encoding, pulse=pulse)
    return Look(source_hash(found.text), len(found.text), found.encoding)


def open_source(source: Path | IncomingFile) -> IncomingFile:
    """Read a file, unless it has been read. Raises a TextFileError."""
    return open_file(source) if isinstance(source, Path) else source


def preview(
    source: Path | IncomingFile,
    *,
    encoding: str | None = None,
    corrections: Corrections = NO_CORRECTIONS,
    pulse: Pulse = lambda: None,
) -> Preview:
    """Return what an import would make of a file. Raises a TextFileError, or what `pulse` raises.

    `pulse` is called now and then while the file is read and repaired.
    """
    file = open_source(source)
    found = formats.extract(file, encoding=encoding, pulse=pulse)
    return of_extract(file, found, corrections=corrections, pulse=pulse)


def of_extract(
    file: IncomingFile,
    found: Extract,
    *,
    corrections: Corrections = NO_CORRECTIONS,
    pulse: Pulse = lambda: None,
) -> Preview:
    """Return what an import would make of an extract. Raises EmptyFileError."""
    text = repair.repair(
        found.text, structure=found.structure, corrections=corrections, pulse=pulse
    )
    if not text.text:
        raise EmptyFileError(path=file.name)
    return Preview(file, found, corrections, text)


def pasted(text: str, name: str) -> IncomingFile:
    """Return pasted text as a file of this name."""
    return IncomingFile(name, text.encode(errors="replace"))


def with_title(found: Preview, title: str) -> Preview:
    """Return the preview of the same text under another title; an empty one changes nothing."""
    if not title.strip():
        return found
    about = replace(found.extract.about, title=title.strip())
    return replace(found, extract=replace(found.extract, about=about))


def _own_title(reading_text: ReadingText) -> str:
    first = reading_text.paragraphs[0]
    title = reading_text.text[first.start : first.end]
    is_title = first.kind in (ParagraphKind.TITLE, ParagraphKind.HEADING)
    return title if is_title and len(title) <= _LONGEST_TITLE else ""


def as_it_came(source: str, told: Sequence[Page | None] = ()) -> ReadingText:
    """Return a source text as a text to read: each line a paragraph, every offset its own.

    Lines may be empty. Pages are those that the file tells, else the form feeds are counted, where
    there are any.
    """
    shown = source.translate(_OTHER_LINE_ENDS)
    counted = count(len(told) + 1) if "\f" in source else repeat(None)
    pages = chain(told, counted)
    paragraphs, start = [], 0
    for page_text, page in zip(source.split("\f"), pages, strict=False):
        for line in page_text.translate(_OTHER_LINE_ENDS).split("\n"):
            paragraphs.append(Paragraph(start, start + len(line), page=page))
            start += len(line) + 1
    return ReadingText(shown, tuple(paragraphs), (Run(0, len(shown), 0),))
