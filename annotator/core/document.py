"""Document: one imported text with its title and origin."""

from dataclasses import dataclass
from enum import StrEnum


class DocumentKind(StrEnum):
    """What sort of text a document is; UNKNOWN where the text does not tell."""

    UNKNOWN = ""
    ARTICLE = "article"
    COMPILATION = "compilation"
    NEWSPAPER = "newspaper"
    SLIDES = "slides"


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a text's origin, taken from the text or told by the reader; "" is unknown.

    `date` is written as in ISO 8601, as far as it is known (`2024-03`).
    """

    title: str
    publisher: str = ""
    date: str = ""
    kind: DocumentKind = DocumentKind.UNKNOWN


@dataclass(frozen=True, slots=True)
class Document:
    """A document without its text. `id` is the hash of the source text, `characters` its length.

    `predecessor_id` is the document that this one is a newer edition of, "" if it is of none.
    """

    id: str
    about: About
    characters: int
    file_name: str
    imported_ms: int
    predecessor_id: str = ""

    @property
    def title(self) -> str:
        return self.about.title
