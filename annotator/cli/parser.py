"""What may be written after `duidu`."""

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from annotator import __version__
from annotator.cli import (
    agreeing,
    annotating,
    comparing,
    correcting,
    differing,
    group_commands,
    linking,
    reading,
    searching,
    suggesting,
    upkeep,
    words,
)
from annotator.cli.argument_types import (
    any_text,
    encoding_name,
    member_name,
    passage_length,
    positive_number,
    reading_span,
    repair_rule,
)
from annotator.cli.commands import Commands, Parser, add_document, add_library
from annotator.cli.output import use_utf8
from annotator.core.annotation import AnchorState
from annotator.core.corrections import Rule
from annotator.core.passage import LEAST_LETTERS
from annotator.importers import formats
from annotator.services.text_export import TextFormat

_DESCRIPTION = """\
Read Chinese texts side by side, highlight and tag passages, and share what you marked.
Without a command, Duidu opens its window; the commands need no screen."""

_STATUS = """\
The exit status is 0 when done, 1 when you can put it right (one line says how),
2 when Duidu cannot start."""

_SHOWN_WORDS = 50


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


def _parser() -> Parser:
    parser = Parser(
        prog="duidu",
        description=_DESCRIPTION,
        epilog=_STATUS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"duidu {__version__}")
    add_library(parser, default=None)
    commands = Commands(parser, "command")
    _add_texts(commands)
    _add_search(commands)
    _add_comparing(commands)
    _add_words(commands)
    suggesting.add_commands(commands)
    _add_annotate(commands)
    _add_annotations(commands)
    _add_export(commands)
    _add_editions(commands)
    agreeing.add_commands(commands)
    _add_upkeep(commands)
    return parser


def _add_texts(commands: Commands) -> None:
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
    add_document(text)

    sections = commands.add(
        "sections",
        "List the sections of a text, and where its articles come from.",
        reading.sections,
    )
    add_document(sections)

    _add_correct(commands)


def _add_search(commands: Commands) -> None:
    search = commands.add(
        "search",
        "Find words, blind to blanks, width and case; two of them near each other: A~20B.",
        searching.find,
    )
    searching.add_arguments(search)


def _add_comparing(commands: Commands) -> None:
    passages = commands.add(
        "passages",
        "List the passages that recur, in one text or in several; only letters and digits count.",
        comparing.passages,
    )
    passages.add_argument(
        "--min",
        type=passage_length,
        default=LEAST_LETTERS,
        metavar="N",
        help=f"passages of at least so many letters ({LEAST_LETTERS})",
    )
    passages.add_argument(
        "--fuzzy", action="store_true", help="also those of which a few letters differ"
    )
    commands.add("collate", "List the places at which near passages differ.", comparing.collate)

    diff = commands.add(
        "diff", "List the places at which two texts differ; blanks do not count.", differing.diff
    )
    diff.add_argument(
        "documents", nargs=2, type=any_text, metavar="DOC", help="two texts, as for `text`"
    )
    diff.add_argument("--words", action="store_true", help="compare words, not letters")
    diff.add_argument("--blanks", action="store_true", help="count blanks and line ends too")


def _add_words(commands: Commands) -> None:
    words_ = commands.add(
        "words", "List the words of a text, and those that set it apart.", words.words
    )
    add_document(words_)
    words_.add_argument(
        "--top",
        type=positive_number,
        default=_SHOWN_WORDS,
        metavar="N",
        help="so many of them (50)",
    )
    words_.add_argument("--stop-words", action="store_true", help="count 的, 和 and the like too")
    words_.add_argument(
        "--beside", type=any_text, metavar="WORD", help="list what stands beside this word instead"
    )

    dictionary = commands.add(
        "dictionary",
        "List the words that you have added to the dictionary, or change them.",
        words.dictionary,
    )
    for name, explanation in (("--add", "add these words"), ("--remove", "take these words out")):
        dictionary.add_argument(
            name, nargs="+", type=any_text, default=[], metavar="WORD", help=explanation
        )
    dictionary.add_argument(
        "--import",
        dest="files",
        nargs="+",
        type=Path,
        default=[],
        metavar="FILE",
        help="add the words of a dictionary as jieba reads it",
    )


def _add_correct(commands: Commands) -> None:
    correct = commands.add(
        "correct",
        "Correct how a document is repaired; annotations stay on their letters.",
        correcting.correct,
    )
    add_document(correct)
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


def _add_annotate(commands: Commands) -> None:
    annotate = commands.add("annotate", "Annotate a passage.", annotating.annotate)
    add_document(annotate)
    passage = annotate.add_mutually_exclusive_group(required=True)
    passage.add_argument(
        "--span",
        type=reading_span,
        metavar="A:B",
        help="characters A to B of the reading text, from 0",
    )
    passage.add_argument(
        "--quote", type=any_text, metavar="TEXT", help="words that occur once in the text"
    )
    annotate.add_argument(
        "--tag",
        dest="tags",
        action="extend",
        nargs="+",
        type=any_text,
        default=[],
        metavar="TAG",
        help="its tags, by name",
    )
    annotate.add_argument("--note", type=any_text, default="", help="your own words about it")
    _add_member(annotate, "annotate in this name; a new one is added to the members")


def _add_annotations(commands: Commands) -> None:
    annotations = commands.add("annotations", "List annotations.", annotating.list_)
    _add_filters(annotations)


def _add_export(commands: Commands) -> None:
    export = commands.add("export", "Write excerpts or a whole text.", None, has_json=False)
    kinds = Commands(export, "kind", required=True)
    excerpts = kinds.add(
        "markdown",
        "Write the excerpts with their sources.",
        annotating.export_excerpts,
        has_json=False,
    )
    excerpts.add_argument(
        "--by", choices=list(annotating.GROUPINGS), default="tag", help="grouping"
    )
    excerpts.add_argument("--replies", action="store_true", help="with the replies")
    _add_output(excerpts)
    _add_filters(excerpts)

    _add_whole_text(kinds)

    agenda = kinds.add(
        "agenda",
        "Write what members did not mark alike, to talk it through; least in common first.",
        agreeing.export_agenda,
        has_json=False,
    )
    agreeing.add_scope(agenda)
    _add_output(agenda)


def _add_whole_text(kinds: Commands) -> None:
    text = kinds.add(
        "text",
        "Write a reading text with its annotations as footnotes.",
        annotating.export_text,
        has_json=False,
    )
    add_document(text)
    text.add_argument(
        "--format", choices=list(TextFormat), type=TextFormat, default=TextFormat.PLAIN
    )
    text.add_argument("--pages", action="store_true", help="tell where the pages begin")
    text.add_argument("--replies", action="store_true", help="with the replies")
    text.add_argument("--without-annotations", action="store_true", help="the text alone")
    text.add_argument(
        "--without-editor-notes",
        action="store_true",
        help="do not tell where the source has gaps and garbled letters",
    )
    _add_output(text)
    _add_filters(text, has_document=False)


def _add_output(parser: ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="write to this file, not to the terminal; a file of this name is replaced",
    )
    parser.add_argument(
        "--language", choices=["zh", "en"], default="zh", help="language of citations and headings"
    )


def _add_editions(commands: Commands) -> None:
    commands.add("editions", "List the texts that have several editions.", linking.list_)

    link = commands.add(
        "link",
        "Link a newer edition of a text to an older one; annotations move where that is certain.",
        linking.link,
    )
    link.add_argument("newer", type=any_text, metavar="NEW", help="the newer text, as for `text`")
    link.add_argument(
        "--newer-than",
        dest="older",
        type=any_text,
        metavar="OLD",
        required=True,
        help="the older one",
    )
    link.add_argument("--dry-run", action="store_true", help="only tell what would happen")

    commands.add(
        "to-check",
        "List annotations left at an older edition, with their likely places.",
        linking.to_check,
    )


def _add_upkeep(commands: Commands) -> None:
    commands.add(
        "check", "Check the library file, every span and every quotation.", upkeep.check_library
    )
    group_commands.add(commands)
    commands.add(
        "backup",
        "Copy the library safely, even while it is open, and print where.",
        upkeep.back_up,
        has_json=False,
    )


def _add_member(parser: ArgumentParser, explanation: str) -> None:
    parser.add_argument("--as", dest="member", type=member_name, metavar="MEMBER", help=explanation)


def _add_encoding(parser: ArgumentParser) -> None:
    parser.add_argument("--encoding", type=encoding_name, help="if it cannot be told, e.g. GB18030")


def _add_rule(parser: ArgumentParser, name: str, explanation: str) -> None:
    parser.add_argument(
        name,
        type=repair_rule,
        action="append",
        default=[],
        metavar="RULE",
        help=f"{explanation}: {', '.join(Rule)}",
    )


def _add_filters(parser: ArgumentParser, *, has_document: bool = True) -> None:
    filters = parser.add_argument_group("which annotations")
    if has_document:
        filters.add_argument("--document", type=any_text, metavar="DOC", help="those in this text")
    filters.add_argument("--tag", type=any_text, metavar="TAG", help="those with this tag")
    filters.add_argument("--member", type=any_text, metavar="M", help="those of this member")
    filters.add_argument(
        "--text",
        type=any_text,
        default="",
        metavar="T",
        help="those with this in quotation or note",
    )
    states = [state.value for state in AnchorState]
    filters.add_argument("--state", choices=states, help="those that a newer edition left so")
