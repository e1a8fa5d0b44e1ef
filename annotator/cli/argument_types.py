"""What the arguments of commands may be; anything else is told in one line."""

from argparse import ArgumentTypeError

from annotator.core.corrections import Rule
from annotator.core.passage import SHORTEST_PASSAGE
from annotator.core.span import ReadingSpan

_LONGEST_NAME = 200

SEARCH_PLACES = ("text", "notes", "tags")


def any_text(argument: str) -> str:
    """Refuse bytes that are no text: they cannot be stored or found."""
    try:
        argument.encode()
    except UnicodeEncodeError as error:
        raise ArgumentTypeError(
            "these bytes are not UTF-8; check the terminal's encoding"
        ) from error
    return argument


def member_name(argument: str) -> str:
    name = any_text(argument).strip()
    if not 0 < len(name) <= _LONGEST_NAME:
        raise ArgumentTypeError(f"a name has 1 to {_LONGEST_NAME} characters")
    return name


def reading_span(argument: str) -> ReadingSpan:
    start, _, end = argument.partition(":")
    try:
        return ReadingSpan(int(start), int(end))
    except ValueError as error:
        raise ArgumentTypeError(
            "a span is two offsets, the smaller first, for example 120:150"
        ) from error


def repair_rule(argument: str) -> Rule:
    try:
        return Rule(argument)
    except ValueError as error:
        raise ArgumentTypeError(f"the rules are {', '.join(Rule)}") from error


def passage_length(argument: str) -> int:
    if not argument.isdecimal() or int(argument) < SHORTEST_PASSAGE:
        raise ArgumentTypeError(f"a passage has {SHORTEST_PASSAGE} letters or more")
    return int(argument)


def positive_number(argument: str) -> int:
    if not argument.isdecimal() or not int(argument):
        raise ArgumentTypeError("a number from 1 on")
    return int(argument)


def encoding_name(argument: str) -> str:
    try:
        "a".encode(argument)
    except (LookupError, UnicodeError) as error:
        raise ArgumentTypeError("no encoding has this name") from error
    return argument


def search_places(argument: str) -> frozenset[str]:
    places = frozenset(argument.split(","))
    if not places <= frozenset(SEARCH_PLACES):
        raise ArgumentTypeError(f"the places are {', '.join(SEARCH_PLACES)}")
    return places
