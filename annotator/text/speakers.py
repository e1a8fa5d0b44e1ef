"""Speakers: whose words a quotation gives, where a line below it names them."""

from annotator.core.reading_text import ParagraphKind, ReadingText

_DASHES = "—―-– "
_OPENING, _CLOSING = "“", "”"


def speaker_of(text: ReadingText, offset: int) -> str:
    """Return who is named below the quotation around this reading offset, "" if nobody is.

    A quotation of several paragraphs opens each of them and closes the last.
    """
    index = text.paragraph_at(offset)
    while index + 1 < len(text.paragraphs):
        if not text.text.startswith(_OPENING, text.paragraphs[index].start):
            return ""
        following = text.paragraphs[index + 1]
        if following.kind is ParagraphKind.SPEAKER:
            return text.text[following.start : following.end].lstrip(_DASHES)
        if text.text.startswith(_CLOSING, text.paragraphs[index].end - 1):
            return ""
        index += 1
    return ""
