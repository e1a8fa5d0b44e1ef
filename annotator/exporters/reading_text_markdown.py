"""A reading text as a Markdown document, its annotations as footnotes."""

from collections.abc import Iterator
from functools import partial

from annotator.core.reading_text import ParagraphKind
from annotator.exporters.annotated_text import AnnotatedText, Footnote, Piece, SetParagraph
from annotator.exporters.citation import source_line
from annotator.exporters.markdown_marks import as_paragraphs, at_line_start, in_line
from annotator.exporters.templates import environment
from annotator.exporters.wording import WORDINGS, Language, Wording

# With these around it, a footnote's mark would be a picture, a footnote of another kind, a link, a
# definition or a span with attributes.
_BEFORE_MARK = "!^"
_AFTER_MARK = "(:{"


def to_markdown(text: AnnotatedText, language: Language) -> str:
    """Return the text with its headings; the words are read back letter by letter."""
    wording = WORDINGS[language]
    emphasise = "*{}*".format if wording.emphasises_titles else str
    templates = environment()
    templates.filters |= {"in_line": in_line, "as_paragraphs": as_paragraphs}
    return templates.get_template("reading_text.md.jinja").render(
        text=text,
        wording=wording,
        source=source_line(text.about, language, write=in_line, emphasise=emphasise),
        written=partial(_written, wording=wording),
        said=partial(_said, wording=wording),
    )


def _written(set_: SetParagraph, *, wording: Wording) -> str:
    written = unwritten = ""
    for piece in set_.pieces:
        if told := _told_before(piece, wording):
            written = _joined(written, unwritten, before_mark=False)
            written += in_line(told) + ("" if unwritten or written else " ")
            unwritten = ""
        unwritten += piece.text
        if piece.ending:
            written = _joined(written, unwritten) + "".join(f"[^{n}]" for n in piece.ending)
            unwritten = ""
    written = _joined(written, unwritten, before_mark=False)
    written += "".join(in_line(wording.editor_notes[note]) for note in set_.notes_at_end)
    if set_.paragraph.kind in (ParagraphKind.TITLE, ParagraphKind.HEADING):
        return "#" * set_.paragraph.level + " " + written
    return at_line_start(written)


def _told_before(piece: Piece, wording: Wording) -> str:
    page = "" if piece.page is None else wording.page_turn.format(piece.page)
    return "".join(wording.editor_notes[note] for note in piece.notes) + page


def _joined(written: str, text: str, *, before_mark: bool = True) -> str:
    """Return what was written up to a footnote's mark, and the text from there to the next one."""
    following = in_line(text)
    if written and following and following[0] in _AFTER_MARK:
        following = "\\" + following
    if before_mark and following[-1] in _BEFORE_MARK:
        following = f"{following[:-1]}\\{following[-1]}"
    return written + following


def _said(footnote: Footnote, *, wording: Wording) -> list[str]:
    """Return the paragraphs of a footnote; one without words would define nothing."""
    parts = footnote.said(wording)
    said = [line for label, words in parts for line in as_paragraphs(label + words)]
    return [*said, *_thread(footnote, wording)] or ["—"]


def _thread(footnote: Footnote, wording: Wording) -> Iterator[str]:
    """Yield the replies as the paragraphs of a list, each beginning with who said it and when."""
    if footnote.replies:
        yield wording.replies
    for reply in footnote.replies:
        said = wording.reply_of(reply.member, reply.date) + reply.content
        first, *rest = as_paragraphs(said)
        yield f"- {first}"
        yield from (f"  {paragraph}" for paragraph in rest)
