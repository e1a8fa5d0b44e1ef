"""The window and its parts: the only package that knows Qt."""

import builtins

import PySide6.QtCore  # noqa: F401  (which brings an import of its own)


def _take_import_back() -> None:
    """Let Python import by itself again.

    PySide6 puts an import of its own in its place. That reads the source of every module that is
    loaded, for the sake of one that wants Qt's functions in snake case: a twelfth of the start.
    """
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own


_take_import_back()
