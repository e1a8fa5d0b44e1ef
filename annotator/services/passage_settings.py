"""What counts as a shared passage in a library: its reader's choice, kept in it."""

from dataclasses import asdict

from annotator.core.passage import PassageSettings
from annotator.storage import local_tables
from annotator.storage.library import Library

_NAME = "passages"


def load(library: Library) -> PassageSettings:
    return PassageSettings(**local_tables.setting(library, _NAME) or {})


def store(library: Library, wanted: PassageSettings) -> None:
    local_tables.set_setting(library, _NAME, asdict(wanted))
