"""sqlite-utils, loaded without NumPy.

It loads NumPy wherever that is installed, to store its numbers, and the window would wait for it.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def _without(name: str) -> Iterator[None]:
    """Let a module look as if it were not installed."""
    modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]
    loaded = modules.get(name)
    modules[name] = None
    try:
        yield
    finally:
        del modules[name]
        if loaded is not None:
            modules[name] = loaded


with _without("numpy"):
    from sqlite_utils import Database, Migrations

__all__ = ["Database", "Migrations"]
