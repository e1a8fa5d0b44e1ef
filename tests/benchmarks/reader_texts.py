"""A long text with many highlights, the same in every run."""

from functools import cache
from pathlib import Path
from random import Random

from PySide6.QtGui import QColor

from annotator.core.codebook import Underline
from annotator.core.reading_text import Paragraph, ReadingText, Run
from annotator.core.span import ReadingSpan
from annotator.qt.reader.appearance import TagLook
from annotator.qt.reader.highlight_index import Highlight

LOOKS = {
    "definition": TagLook(QColor("#fde9ae"), Underline.SOLID),
    "measure": TagLook(QColor("#cfe6c8"), Underline.DASHED),
    "example": TagLook(QColor("#cfe0f5"), Underline.DOUBLE),
    "data": TagLook(QColor("#f3d3dc"), Underline.WAVE),
}

_SAMPLES = Path(__file__).resolve().parents[2] / "data"
_LENGTHS = (40, 400)
_SPAN_LENGTHS = (10, 80)


@cache
def reading_text(length: int) -> ReadingText:
    """Return paragraphs of 40 to 400 characters out of the sample texts, of this length in all."""
    random = Random(1)
    samples = _samples()
    parts, paragraphs, start = [], [], 0
    while start < length:
        size = random.randint(*_LENGTHS)
        begin = random.randrange(len(samples) - size)
        parts.append(samples[begin : begin + size])
        paragraphs.append(Paragraph(start, start + size))
        start += size + 1
    text = "\n".join(parts)
    return ReadingText(text, tuple(paragraphs), (Run(0, len(text), 0),))


def highlights(count: int, length: int, *, begin: int = 0, seed: int = 2) -> list[Highlight]:
    """Return random highlights, one tag each, in `length` characters from `begin` on."""
    random = Random(seed)
    tag_ids = [(tag_id,) for tag_id in LOOKS]
    found = []
    for number in range(count):
        size = random.randint(*_SPAN_LENGTHS)
        start = begin + random.randrange(length - size)
        span = ReadingSpan(start, start + size)
        found.append(Highlight(f"{seed}-{number}", span, random.choice(tag_ids)))
    return found


def _samples() -> str:
    texts = [path.read_text(encoding="utf-8") for path in sorted(_SAMPLES.glob("0*.txt"))]
    return "".join("".join(texts).split())
