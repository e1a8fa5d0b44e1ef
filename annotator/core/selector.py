"""Selector: by what a passage is found again."""

from dataclasses import dataclass

from annotator.core.span import SourceSpan


@dataclass(frozen=True, slots=True)
class Selector:
    """Position in a source text, and the passage with its context as they were read.

    `document_id` is the hash of the source text that `span` counts in.
    """

    document_id: str
    span: SourceSpan
    quotation: str
    prefix: str = ""
    suffix: str = ""
