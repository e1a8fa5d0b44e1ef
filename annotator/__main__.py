"""Start: the window, its demo, or a command without either."""

import sys
from collections.abc import Callable
from types import ModuleType

_CANNOT_START = 2


def main() -> int:
    """Do what the command line says; return the exit status. Only the window needs Qt."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        # It is started anew for each file that is read apart, and goes no further then.
        multiprocessing.freeze_support()
    if not sys.argv[1:]:
        return _in_window(lambda app: int(app.run(None)))
    # That process imports this module, and would wait for all of these; so would the window.
    from annotator import cli

    arguments = cli.parse(sys.argv[1:])
    if arguments.command == "demo":
        return _in_window(lambda app: int(app.demo(arguments.picture)))
    if arguments.command is None:
        return _in_window(lambda app: int(app.run(arguments.library)))
    return cli.run(arguments)


def _in_window(start: Callable[[ModuleType], int]) -> int:
    """Start what takes place in a window, by a function of the module that does it."""
    try:
        from annotator import app
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")):
            raise
        from annotator.cli.output import tell

        tell(f"The window needs PySide6, which cannot be loaded: {error}.")
        return _CANNOT_START
    return start(app)


if __name__ == "__main__":
    sys.exit(main())
