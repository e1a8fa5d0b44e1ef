"""The texts whose suggestions were read: the five samples, and those written for repair."""

from functools import cache
from pathlib import Path

from annotator.core.reading_text import Paragraph, ParagraphKind, ReadingText
from annotator.text.repair import repair

_SAMPLES = Path(__file__).resolve().parents[2] / "data"
_OWN = Path(__file__).parent / "repair_texts"


@cache
def reading_texts() -> dict[str, ReadingText]:
    """Return the texts by the names of their files."""
    samples = {path.name: repair(_content(path)) for path in sorted(_SAMPLES.glob("0*.txt"))}
    return samples | {path.name: _clean(_content(path)) for path in sorted(_OWN.glob("*.txt"))}


def _clean(content: str) -> ReadingText:
    """Return a text with a paragraph on each line, headings marked as in Markdown."""
    paragraphs, start = [], 0
    for line in content.split("\n"):
        if line:
            kind = ParagraphKind.HEADING if line.startswith("#") else ParagraphKind.BODY
            paragraphs.append(Paragraph(start, start + len(line), kind, level=line.count("#")))
        start += len(line) + 1
    return ReadingText(content, tuple(paragraphs), runs=())


def _content(path: Path) -> str:
    return path.read_text(encoding="utf-8")
