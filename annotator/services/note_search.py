"""Finding words in notes and replies, and in the names and definitions of tags."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.core.annotation import Annotation
from annotator.core.codebook import Tag
from annotator.core.reply import Reply
from annotator.services.search import in_context
from annotator.text.queries import Query, Searchable


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A place in a note where the query stands, with what is around it in its paragraph.

    One in a reply to the annotation has that as `reply`.
    """

    annotation: Annotation
    before: str
    match: str
    after: str
    reply: Reply | None = None

    @property
    def whole(self) -> str:
        """All of the note, or the reply, that the place is in."""
        return self.reply.content if self.reply else self.annotation.note


@dataclass(frozen=True, slots=True)
class TagHit:
    """A place in the name or the definition of a tag."""

    tag: Tag
    before: str
    match: str
    after: str


def search_notes(annotations: Iterable[Annotation], query: Query) -> Iterator[NoteHit | None]:
    """Yield the hits in the notes of these annotations and in the replies to them.

    None comes now and then, so that one may pause. Raises a QueryError.
    """
    for annotation in annotations:
        yield None
        for context in _contexts(annotation.note, query):
            yield NoteHit(annotation, *context)
        for reply in annotation.replies:
            for context in _contexts(reply.content, query):
                yield NoteHit(annotation, *context, reply)


def search_tags(tags: Iterable[tuple[Tag, Sequence[str]]], query: Query) -> Iterator[TagHit | None]:
    """Yield the hits in what is said of each tag, such as its name and its definition.

    None comes now and then, so that one may pause. Raises a QueryError.
    """
    for tag, texts in tags:
        yield None
        for text in texts:
            for context in _contexts(text, query):
                yield TagHit(tag, *context)


def _contexts(text: str, query: Query) -> Iterator[tuple[str, str, str]]:
    for found in query.find_in(Searchable(text)) if text else ():
        if found is not None:
            yield in_context(text, *found)
