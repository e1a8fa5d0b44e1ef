"""Clean texts to be typeset: what a paragraph is, is known here.

Those made for this benchmark stand in `repair_texts`, a paragraph on each line, headings marked as
in Markdown, footnotes as ^[…] where they are called. The sample texts come with the paragraphs that
repair itself makes of them, which were read and found good.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from annotator.core.reading_text import ParagraphKind
from annotator.text.repair import repair

_OWN = Path(__file__).parent / "repair_texts"
_SAMPLES = Path(__file__).resolve().parents[2] / "data"
_HEADING = re.compile(r"(#+) ")
_PART = re.compile("[^：，、（—① ]{1,16}")
_ENDS = tuple("。！？：…”）")
_NOTE = re.compile(r"\^\[([^\]]*)\]")

# What each document is made of. None of the texts in one half stands in the other half.
_FOR_TUNING = {
    "magazine": ("story", "news"),
    "office": ("statute", "report"),
    "reader": ("songs", "guest"),
}
_FOR_TUNING_SLIDES = {"talk": ("talk",)}
_KEPT_APART = {
    "stories": ("tale", "poems"),
    "interview": ("interview",),
    "study": ("essay", "minutes"),
}
_KEPT_APART_SLIDES = {"deck": ("deck",)}
# Sample text, first and last page of what is taken; the last one has no pages.
_SAMPLES_FOR_TUNING = ("001_608c3e5b2721e9e8.txt", 29, 40)
_SAMPLES_KEPT_APART = ("001_608c3e5b2721e9e8.txt", 59, 76)
_WHOLE_SAMPLES_FOR_TUNING = ("003_dd9cf5bbd3674268.txt",)
_WHOLE_SAMPLES_KEPT_APART = ("004_be9fd6a661ccafa9.txt",)


@dataclass(frozen=True)
class CleanParagraph:
    """A paragraph; `rank` is 1 for a title, 2 and more for headings, 0 for all else.

    `notes` are the numbers and texts of its footnotes, which `text` calls as [1].
    """

    text: str
    rank: int = 0
    notes: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Document:
    """A text to be typeset. `kept_apart` documents were not looked at when repair was tuned."""

    name: str
    paragraphs: tuple[CleanParagraph, ...]
    kept_apart: bool
    is_slides: bool = False
    is_sample: bool = False

    @property
    def running_title(self) -> str:
        return running_form(self.paragraphs[0].text)


def running_form(heading: str) -> str:
    """Return what of a heading stands at the head of a page: one short line."""
    return (_PART.match(heading) or heading)[0]


def documents() -> list[Document]:
    found = []
    for kept_apart, prose, slides in (
        (False, _FOR_TUNING, _FOR_TUNING_SLIDES),
        (True, _KEPT_APART, _KEPT_APART_SLIDES),
    ):
        found += [Document(name, own_text(*parts), kept_apart) for name, parts in prose.items()]
        found += [
            Document(name, own_text(*parts), kept_apart, is_slides=True)
            for name, parts in slides.items()
        ]
    for kept_apart, whole, (name, first, last) in (
        (False, _WHOLE_SAMPLES_FOR_TUNING, _SAMPLES_FOR_TUNING),
        (True, _WHOLE_SAMPLES_KEPT_APART, _SAMPLES_KEPT_APART),
    ):
        found += [
            Document(f"sample {file[:3]}", sample(file), kept_apart, is_sample=True)
            for file in whole
        ]
        pages = sample(name, first=first, last=last)
        found.append(Document(f"sample {name[:3]}", pages, kept_apart, is_sample=True))
    return found


def own_text(*names: str) -> tuple[CleanParagraph, ...]:
    rows = [row for name in names for row in (_OWN / f"{name}.txt").read_text("utf-8").splitlines()]
    paragraphs: list[CleanParagraph] = []
    calls = 0
    for row in rows:
        heading = _HEADING.match(row)
        text = row[heading.end() :] if heading else row
        notes = []
        while note := _NOTE.search(text):
            calls += 1
            notes.append((calls, note[1]))
            text = f"{text[: note.start()]}[{calls}]{text[note.end() :]}"
        paragraphs.append(CleanParagraph(text, len(heading[1]) if heading else 0, tuple(notes)))
    return tuple(paragraphs)


@cache
def sample(name: str, *, first: int = 0, last: int = 10_000) -> tuple[CleanParagraph, ...]:
    """Return the paragraphs of a sample text, or those on these of its pages; none is torn."""
    reading = repair((_SAMPLES / name).read_text("utf-8"))
    torn = {mark.start for mark in reading.marks}
    ranks = {ParagraphKind.TITLE: 1, ParagraphKind.HEADING: 2}
    found = []
    for item in reading.paragraphs:
        text = reading.text[item.start : item.end]
        is_whole = item.kind is not ParagraphKind.BODY or text.endswith(_ENDS)
        if first <= (item.page or 0) <= last and is_whole and item.start not in torn:
            found.append(CleanParagraph(text, ranks.get(item.kind, 0)))
    return tuple(found)
