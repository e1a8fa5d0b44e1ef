"""Suggestions: passages that look like a definition, a policy measure, an example or a statistic.

They are found by patterns, none of which knows what a text means: a reader decides. Headings,
contents, names of speakers and sources are passed over. Definitions and policy measures are whole
sentences; examples and statistics are statements, for one sentence often lists several of them
between semicolons.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.reading_text import ParagraphKind, ReadingText
from annotator.core.span import ReadingSpan
from annotator.text.boundaries import sentences, statements
from annotator.text.suggestions.definition import is_definition
from annotator.text.suggestions.example import is_example
from annotator.text.suggestions.policy_measure import is_policy_measure
from annotator.text.suggestions.statistic import is_statistic

_PASSED_OVER = {
    ParagraphKind.TITLE,
    ParagraphKind.HEADING,
    ParagraphKind.CONTENTS,
    ParagraphKind.SPEAKER,
    ParagraphKind.SOURCE,
}

# The patterns know the full-width marks; half-width ones mean the same.
_WIDE = str.maketrans(",;:?!", "，；：？！")


class SuggestionKind(StrEnum):
    """What a passage looks like. The values are the keys of the built-in tags."""

    DEFINITION = "definition"
    POLICY_MEASURE = "policy_measure"
    EXAMPLE = "example"
    STATISTIC = "statistic"


@dataclass(frozen=True, slots=True, order=True)
class Suggestion:
    """A passage of a reading text that looks like this kind."""

    span: ReadingSpan
    kind: SuggestionKind


def suggestions(text: ReadingText) -> Iterator[Suggestion]:
    """Yield the suggestions for a text in order."""
    for paragraph in text.paragraphs:
        if paragraph.kind not in _PASSED_OVER:
            yield from suggestions_in(text.text, paragraph.start, paragraph.end)


def suggestions_in(text: str, start: int, end: int) -> Iterator[Suggestion]:
    """Yield the suggestions for one paragraph [start, end) of a text in order."""
    for sentence in sentences(text, start, end):
        words = text[slice(*sentence)].translate(_WIDE)
        if is_definition(words):
            yield Suggestion(ReadingSpan(*sentence), SuggestionKind.DEFINITION)
        if is_policy_measure(words):
            yield Suggestion(ReadingSpan(*sentence), SuggestionKind.POLICY_MEASURE)
        for statement in statements(text, *sentence):
            if is_example(text[slice(*statement)].translate(_WIDE)):
                yield Suggestion(ReadingSpan(*statement), SuggestionKind.EXAMPLE)
            if is_statistic(text, *statement, sentence=sentence):
                yield Suggestion(ReadingSpan(*statement), SuggestionKind.STATISTIC)
