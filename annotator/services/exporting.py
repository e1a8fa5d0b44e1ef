"""Annotations as excerpts with their sources, and the files made of them."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeAlias

from annotator.core.errors import FileNotWritableError
from annotator.core.identity import new_id
from annotator.core.reading_text import ReadingText
from annotator.exporters.csv_table import Cell, to_csv
from annotator.exporters.excerpt import Excerpt, ExcerptReply, Grouping
from annotator.exporters.markdown import to_markdown
from annotator.exporters.wording import Language
from annotator.services import libraries, reading
from annotator.services.citing import passage_excerpt
from annotator.services.listing import AnnotationFilter, ListedAnnotation, list_annotations
from annotator.storage.library import Library
from annotator.text.sections import Sections, sections_of

Pulse: TypeAlias = Callable[[int, int], object]


class Export(Protocol):
    """What makes a text of a library, such as `export_markdown` that was told all the rest."""

    def __call__(self, library: Library, /, *, pulse: Pulse) -> str: ...


@dataclass(frozen=True, slots=True)
class ExcerptStyle:
    """How excerpts are exported; `language` is that of citations, headings and built-in tags."""

    grouping: Grouping = Grouping.TAG
    language: Language = Language.ZH
    has_replies: bool = False


_TITLES = {Language.ZH: "摘录", Language.EN: "Excerpts"}


def no_pulse(_done: int, _total: int) -> None:
    """Tell nobody how an export goes."""


def excerpts(
    library: Library,
    wanted: AnnotationFilter,
    *,
    language: Language = Language.ZH,
    has_replies: bool = False,
    pulse: Pulse = no_pulse,
) -> list[Excerpt]:
    """Return what the filter accepts with its sources, text by text, in the order of the text.

    Replies come with it where they are asked for. `language` is that of the built-in tags' names.
    `pulse` is told how many excerpts are made, and of how many; what it raises breaks off.
    """
    listed = list_annotations(library, wanted)
    texts = {
        document_id: reading.reading_text(library, document_id)
        for document_id in {one.document.id for one in listed}
    }
    sections = {document_id: sections_of(text) for document_id, text in texts.items()}
    names = libraries.names_in(library, language)
    made = []
    for number, one in enumerate(listed):
        pulse(number, len(listed))
        excerpt = _excerpt(one, texts[one.document.id], sections[one.document.id])
        tags = tuple(names[tag_id] for tag_id in one.annotation.tag_ids)
        replies = tuple(replies_to(one)) if has_replies else ()
        made.append(replace(excerpt, tags=tags, replies=replies))
    return made


def export_markdown(
    library: Library,
    wanted: AnnotationFilter,
    style: ExcerptStyle,
    *,
    pulse: Pulse = no_pulse,
) -> str:
    """Return a Markdown document of the excerpts; `pulse` as in `excerpts`."""
    language = style.language
    made = excerpts(library, wanted, language=language, has_replies=style.has_replies, pulse=pulse)
    return to_markdown(made, style.grouping, language=language, title=_TITLES[language])


def exported_in(library_path: Path, export: Export, pulse: Pulse) -> str:
    """Return what this makes of the library, over a connection of its own: for other threads.

    Raises a LibraryError.
    """
    with Library.open(library_path) as library:
        return export(library, pulse=pulse)


def write_file(path: Path, text: str) -> None:
    """Write a text file whole or not at all; a file of this name is replaced.

    Raises FileNotWritableError.
    """
    target = Path(os.path.realpath(path))
    unfinished = target.with_name(f".{new_id()}")
    try:
        if target.exists() and not (target.is_file() and os.access(target, os.W_OK)):
            raise FileNotWritableError(path=path)
        try:
            with unfinished.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, unfinished)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise FileNotWritableError(path=path) from error


def write_table(path: Path, titles: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write a table as CSV. Raises FileNotWritableError."""
    write_file(path, to_csv(titles, rows))


def replies_to(listed: ListedAnnotation) -> Iterator[ExcerptReply]:
    """Yield the replies to an annotation as they are exported."""
    for reply, member in zip(listed.annotation.replies, listed.replied_by, strict=True):
        yield ExcerptReply(member, day_of(reply.created_ms), reply.content)


def day_of(unix_ms: int) -> str:
    """Return the ISO day of a time, where this computer is."""
    return datetime.fromtimestamp(unix_ms / 1000).date().isoformat()


def _excerpt(listed: ListedAnnotation, text: ReadingText, sections: Sections) -> Excerpt:
    annotation, span = listed.annotation, listed.span
    start = span.start if span else text.reading_offset(annotation.selector.span.start)
    return replace(
        passage_excerpt(listed.document, text, start, listed.quote, sections=sections),
        note=annotation.note,
        member=listed.member,
        date=day_of(annotation.created_ms),
        state=annotation.state,
        passage=annotation.passage,
    )
