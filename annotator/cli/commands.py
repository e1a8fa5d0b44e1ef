"""Commands: how one is added to the parser, and the arguments that many of them have."""

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from annotator.cli.argument_types import any_text
from annotator.cli.output import FAILED, Answer, tell

Command = Callable[[Namespace], Answer]


class Parser(ArgumentParser):
    """Tells a wrong usage in one line."""

    def error(self, message: str) -> NoReturn:
        tell(f"{message} (`{self.prog} --help` says more)")
        self.exit(FAILED)


class Commands:
    """Adds commands, or the kinds of one; all of them accept `--library`."""

    def __init__(self, parser: ArgumentParser, name: str, *, required: bool = False) -> None:
        self._common = Parser(add_help=False)
        # Left out where it is not given, or it would hide one that stands before the command.
        add_library(self._common, default=argparse.SUPPRESS)
        self._parsers = parser.add_subparsers(
            dest=name,
            metavar=name.upper(),
            title=f"{name}s",
            parser_class=Parser,
            required=required,
        )

    def add(
        self, name: str, explanation: str, answer: Command | None, *, has_json: bool = True
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


def add_library(parser: ArgumentParser, *, default: str | None) -> None:
    parser.add_argument(
        "--library",
        type=Path,
        metavar="FILE",
        default=default,
        help="work on this library, not on your own",
    )


def add_document(parser: ArgumentParser) -> None:
    parser.add_argument(
        "document",
        type=any_text,
        metavar="DOC",
        help="title, file name, id or the beginning of an id",
    )
