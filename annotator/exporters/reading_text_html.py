"""A reading text as one HTML file that needs no other, its annotations marked and as footnotes."""

import re

from markupsafe import Markup, escape

from annotator.core.codebook import Tag, Underline
from annotator.core.colour import is_colour
from annotator.core.reading_text import ParagraphKind
from annotator.exporters.annotated_text import AnnotatedText, Piece, SetParagraph
from annotator.exporters.citation import source_line
from annotator.exporters.templates import environment
from annotator.exporters.wording import WORDINGS, Language

# HTML has no place for these; a parser would take a carriage return for a line feed.
_UNWRITABLE = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_NO_COLOUR = "#e6e0d4"
_STYLES = {Underline.WAVE: "wavy"}
_LANGUAGES = {Language.ZH: "zh-Hans", Language.EN: "en"}


def to_html(text: AnnotatedText, language: Language) -> str:
    """Return the page. What texts and readers wrote is shown, never run."""
    wording = WORDINGS[language]
    tags = list(dict.fromkeys(tag for footnote in text.footnotes for tag in footnote.tags))
    templates = environment(escapes_html=True)
    templates.filters["letters"] = _letters
    source = source_line(text.about, language, write=_letters)
    return templates.get_template("reading_text.html.jinja").render(
        text=text,
        wording=wording,
        language=_LANGUAGES[language],
        source=Markup(source),
        tags=[(tag, _colour(tag), _STYLES.get(tag.underline, tag.underline)) for tag in tags],
        no_colour=_NO_COLOUR,
        element=_element,
        look=_Look(text, tags),
        title=text.about.title or wording.untitled,
    )


class _Look:
    """How a marked piece looks: like the first tag of its shortest passage, over the others."""

    def __init__(self, text: AnnotatedText, tags: list[Tag]) -> None:
        self._text = text
        self._numbers = {tag: number for number, tag in enumerate(tags, start=1)}

    def tag_number(self, piece: Piece) -> int:
        """Return the number of the tag that gives the colour, 0 for none."""
        tags = self._tags(piece)
        return self._numbers[tags[0]] if tags else 0

    def under(self, piece: Piece) -> str:
        """Return the shadows that stand for the other tags, as CSS; "" where there are none."""
        return ", ".join(
            f"0 {3 + 2 * row}px 0 -1px {_colour(tag)}"
            for row, tag in enumerate(self._tags(piece)[1:])
        )

    def names(self, piece: Piece) -> str:
        return ", ".join(tag.name for tag in self._tags(piece))

    def _tags(self, piece: Piece) -> list[Tag]:
        notes = (self._text.footnotes[number - 1] for number in piece.over)
        return list(dict.fromkeys(tag for note in notes for tag in note.tags))


def _letters(text: str) -> Markup:
    """Return the text as HTML that a parser reads back letter by letter, where it can hold them."""
    written = escape(_UNWRITABLE.sub("\ufffd", text))
    return Markup(str(written).replace("\r", "&#13;"))


def _colour(tag: Tag) -> str:
    return tag.colour if is_colour(tag.colour) else _NO_COLOUR


def _element(set_: SetParagraph) -> str:
    is_heading = set_.paragraph.kind in (ParagraphKind.TITLE, ParagraphKind.HEADING)
    return f"h{set_.paragraph.level}" if is_heading and set_.paragraph.level else "p"
