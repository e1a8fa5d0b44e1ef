"""What may be written after `duidu`."""

import argparse
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from annotator import __version__
from annotator.cli import annotating, comparing, correcting, reading, upkeep, words
from annotator.cli.output import FAILED, Answer, tell, use_utf8
from annotator.core.corrections import Rule
from annotator.core.passage import LEAST_LETTERS, SHORTEST_PASSAGE
from annotator.core.span import ReadingSpan
from annotator.importers import formats
from annotator.services.search import Order

_DESCRIPTION = """\
Read Chinese texts side by side, highlight and tag passages, and share what you marked.
Without a command, Duidu opens its window; the commands need no screen."""

_STATUS = """\
The exit status is 0 when done, 1 when you can put it right (one line says how),
2 when Duidu cannot start."""

_LONGEST_NAME = 200
_SHOWN_WORDS = 50

_Command = Callable[[Namespace], Answer]


def parse(arguments: Sequence[str]) -> Namespace:
    """Return the arguments; `command` is None for the window, `answer` is what runs a command.

    Raises SystemExit after `--help` and `--version`, and after one line about a wrong usage.
    """
    use_utf8()
    parser = _parser()
    parsed = parser.parse_args(arguments)
    if parsed.command == "demo" and parsed.library:
        parser.error("demo shows the sample texts in a library of its own: leave out --library")
    return parsed


class _Parser(ArgumentParser):
    """Tells a wrong usage in one line."""

    def error(self, message: str) -> NoReturn:
        tell(f"{message} (`{self.prog} --help` says more)")
        self.exit(FAILED)


class _Commands:
    """Adds commands; all of them accept `--library`."""

    def __init__(self, parser: _Parser) -> None:
        self._common = _Parser(add_help=False)
        # Left out where it is not given, or it would hide one that stands before the command.
        _add_library(self._common, default=argparse.SUPPRESS)
        self._parsers = parser.add_subparsers(
            dest="command", metavar="COMMAND", title="commands", parser_class=_Parser
        )

    def add(
        self, name: str, explanation: str, answer: _Command | None, *, has_json: bool = True
    ) -> ArgumentParser:
        parser = self._parsers.add_parser(
            name,
            help=explanation[0].lower() + explanation[1:].rstrip("."),
            description=explanation,
            parents=[self._common],
            allow_abbrev=False,
        )
        if has_json:
            parser.add_argument("--json", action="store_true", help="print JSON, for machines")
        parser.set_defaults(answer=answer)
        return parser


def _parser() -> _Parser:
    parser = _Parser(
        prog="duidu",
        description=_DESCRIPTION,
        epilog=_STATUS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"duidu {__version__}")
    _add_library(parser, default=None)
    commands = _Commands(parser)
    _add_texts(commands)
    _add_finding(commands)
    _add_words(commands)
    _add_annotate(commands)
    _add_annotations(commands)
    _add_upkeep(commands)
    return parser


def _add_library(parser: ArgumentParser, *, default: str | None) -> None:
    parser.add_argument(
        "--library",
        type=Path,
        metavar="FILE",
        default=default,
        help="work on this library, not on your own",
    )


def _add_texts(commands: _Commands) -> None:
    demo = commands.add(
        "demo",
        "Open the window on the sample texts, or draw it into a picture.",
        None,
        has_json=False,
    )
    demo.add_argument("picture", nargs="?", type=Path, metavar="PNG")

    repair = commands.add("repair", "Show what an import would make of a text.", reading.repair)
    repair.add_argument("file", type=Path, metavar="FILE")
    _add_encoding(repair)
    _add_rule(repair, "--off", "leave this rule of repair out")

    import_ = commands.add(
        "import",
        "Bring texts into the library; a library that is not there yet is made.",
        reading.import_files,
    )
    import_.epilog = f"Files that can be read: {' '.join(formats.SUFFIXES)}"
    import_.add_argument("files", nargs="+", type=Path, metavar="FILE")
    _add_encoding(import_)
    _add_rule(import_, "--off", "leave this rule of repair out")

    commands.add("documents", "List the texts.", reading.documents)

    text = commands.add("text", "Print the reading text of a document.", reading.text)
    _add_document(text)

    _add_correct(commands)


def _add_finding(commands: _Commands) -> None:
    search = commands.add(
        "search",
        "Find words, blind to blanks, width and case; two of them near each other: A~20B.",
        reading.find,
    )
    search.add_argument("query", type=_text, metavar="QUERY")
    search.add_argument("--document", type=_text, metavar="DOC", help="search this text only")
    search.add_argument("--regex", action="store_true", help="QUERY is a regular expression")
    search.add_argument(
        "--any-script", action="store_true", help="take traditional characters for simplified ones"
    )
    search.add_argument(
        "--order",
        choices=[order.value for order in Order],
        default=Order.TEXT.value,
        help="sort by place in the text, or by what stands before or after",
    )

    passages = commands.add(
        "passages",
        "List the passages that recur, in one text or in several; only letters and digits count.",
        comparing.passages,
    )
    passages.add_argument(
        "--min",
        type=_length,
        default=LEAST_LETTERS,
        metavar="N",
        help=f"passages of at least so many letters ({LEAST_LETTERS})",
    )
    passages.add_argument(
        "--fuzzy", action="store_true", help="also those of which a few letters differ"
    )
    commands.add("collate", "List the places at which near passages differ.", comparing.collate)


def _add_words(commands: _Commands) -> None:
    words_ = commands.add(
        "words", "List the words of a text, and those that set it apart.", words.words
    )
    _add_document(words_)
    words_.add_argument(
        "--top", type=_number, default=_SHOWN_WORDS, metavar="N", help="so many of them (50)"
    )
    words_.add_argument("--stop-words", action="store_true", help="count 的, 和 and the like too")
    words_.add_argument(
        "--beside", type=_text, metavar="WORD", help="list what stands beside this word instead"
    )


def _add_correct(commands: _Commands) -> None:
    correct = commands.add(
        "correct",
        "Correct how a document is repaired; annotations stay on their letters.",
        correcting.correct,
    )
    _add_document(correct)
    correct.add_argument("--clear", action="store_true", help="first undo all corrections")
    _add_rule(correct, "--off", "switch this rule of repair off")
    _add_rule(correct, "--on", "switch this rule of repair on again")
    for name, explanation in (
        ("--split-at", "begin a paragraph at this character of the reading text, from 0"),
        ("--join-at", "join the paragraph of this character with the one before"),
    ):
        correct.add_argument(
            name, type=int, action="append", default=[], metavar="N", help=explanation
        )


def _add_annotate(commands: _Commands) -> None:
    annotate = commands.add("annotate", "Annotate a passage.", annotating.annotate)
    _add_document(annotate)
    passage = annotate.add_mutually_exclusive_group(required=True)
    passage.add_argument(
        "--span", type=_span, metavar="A:B", help="characters A to B of the reading text, from 0"
    )
    passage.add_argument(
        "--quote", type=_text, metavar="TEXT", help="words that occur once in the text"
    )
    annotate.add_argument(
        "--tag",
        dest="tags",
        action="extend",
        nargs="+",
        type=_text,
        default=[],
        metavar="TAG",
        help="its tags, by name",
    )
    annotate.add_argument("--note", type=_text, default="", help="your own words about it")
    annotate.add_argument(
        "--as",
        dest="member",
        type=_name,
        metavar="MEMBER",
        help="annotate in this name; a new one is added to the members",
    )


def _add_annotations(commands: _Commands) -> None:
    annotations = commands.add("annotations", "List annotations.", annotating.list_)
    _add_filters(annotations)

    export = commands.add(
        "export", "Write the excerpts with their sources.", annotating.export, has_json=False
    )
    export.add_argument("format", choices=["markdown"], metavar="markdown")
    export.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="write to this file, not to the terminal; a file of this name is replaced",
    )
    export.add_argument("--by", choices=list(annotating.GROUPINGS), default="tag", help="grouping")
    export.add_argument(
        "--language", choices=["zh", "en"], default="zh", help="language of citations and headings"
    )
    _add_filters(export)


def _add_upkeep(commands: _Commands) -> None:
    commands.add(
        "check", "Check the library file, every span and every quotation.", upkeep.check_library
    )
    commands.add(
        "backup",
        "Copy the library safely, even while it is open, and print where.",
        upkeep.back_up,
        has_json=False,
    )


def _add_document(parser: ArgumentParser) -> None:
    parser.add_argument(
        "document",
        type=_text,
        metavar="DOC",
        help="title, file name, id or the beginning of an id",
    )


def _add_encoding(parser: ArgumentParser) -> None:
    parser.add_argument("--encoding", type=_encoding, help="if it cannot be told, e.g. GB18030")


def _add_rule(parser: ArgumentParser, name: str, explanation: str) -> None:
    parser.add_argument(
        name,
        type=_rule,
        action="append",
        default=[],
        metavar="RULE",
        help=f"{explanation}: {', '.join(Rule)}",
    )


def _add_filters(parser: ArgumentParser) -> None:
    filters = parser.add_argument_group("which annotations")
    filters.add_argument("--document", type=_text, metavar="DOC", help="those in this text")
    filters.add_argument("--tag", type=_text, metavar="TAG", help="those with this tag")
    filters.add_argument("--member", type=_text, metavar="M", help="those of this member")
    filters.add_argument(
        "--text", type=_text, default="", metavar="T", help="those with this in quotation or note"
    )


def _text(argument: str) -> str:
    """Refuse bytes that are no text: they cannot be stored or found."""
    try:
        argument.encode()
    except UnicodeEncodeError as error:
        raise ArgumentTypeError(
            "these bytes are not UTF-8; check the terminal's encoding"
        ) from error
    return argument


def _name(argument: str) -> str:
    name = _text(argument).strip()
    if not 0 < len(name) <= _LONGEST_NAME:
        raise ArgumentTypeError(f"a name has 1 to {_LONGEST_NAME} characters")
    return name


def _span(argument: str) -> ReadingSpan:
    start, _, end = argument.partition(":")
    try:
        return ReadingSpan(int(start), int(end))
    except ValueError as error:
        raise ArgumentTypeError(
            "a span is two offsets, the smaller first, for example 120:150"
        ) from error


def _rule(argument: str) -> Rule:
    try:
        return Rule(argument)
    except ValueError as error:
        raise ArgumentTypeError(f"the rules are {', '.join(Rule)}") from error


def _length(argument: str) -> int:
    if not argument.isdecimal() or int(argument) < SHORTEST_PASSAGE:
        raise ArgumentTypeError(f"a passage has {SHORTEST_PASSAGE} letters or more")
    return int(argument)


def _number(argument: str) -> int:
    if not argument.isdecimal() or not int(argument):
        raise ArgumentTypeError("a number from 1 on")
    return int(argument)


def _encoding(argument: str) -> str:
    try:
        "a".encode(argument)
    except (LookupError, UnicodeError) as error:
        raise ArgumentTypeError("no encoding has this name") from error
    return argument
