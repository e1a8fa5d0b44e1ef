"""Start: the window, its demo, or a command without either."""

import multiprocessing
import sys

_CANNOT_START = 2


def main() -> int:
    """Do what the command line says; return the exit status. Only the window needs Qt."""
    # A frozen program is started anew for each file that is read apart; it goes no further then.
    multiprocessing.freeze_support()
    # That process imports this module, and would wait for all of these.
    from annotator import cli
    from annotator.cli.output import tell

    arguments = cli.parse(sys.argv[1:])
    if arguments.command not in (None, "demo"):
        return cli.run(arguments)
    try:
        from annotator import app
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")):
            raise
        tell(f"The window needs PySide6, which cannot be loaded: {error}.")
        return _CANNOT_START
    if arguments.command == "demo":
        return app.demo(arguments.picture)
    return app.run(arguments.library)


if __name__ == "__main__":
    sys.exit(main())
