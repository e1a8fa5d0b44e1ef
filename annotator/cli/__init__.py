"""The command line: every command asks a service and prints what it answers. Knows no Qt."""

from argparse import Namespace
from collections.abc import Sequence

from annotator.cli.output import FAILED, tell, write
from annotator.cli.parser import parse
from annotator.core.errors import DuiduError

__all__ = ["main", "parse", "run"]

_INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    """Run one command, not the window or its demo. A usage error raises SystemExit, as `--help`."""
    return run(parse(arguments))


def run(arguments: Namespace) -> int:
    """Run the command that was parsed and print its answer; return the exit status."""
    try:
        return write(arguments.answer(arguments))
    except DuiduError as error:
        tell(error)
        return FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED
