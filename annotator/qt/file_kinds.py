"""The kinds of files that come in, as a file dialog lists them."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from annotator.importers.formats import FORMATS, SUFFIXES


def file_kinds() -> str:
    """Return the filter of a file dialog: all that can be read, each format, and any file."""
    translate = QCoreApplication.translate
    kinds = [_kind(translate("formats", "Texts"), SUFFIXES)]
    kinds += [_kind(translate("formats", each.title), each.suffixes) for each in FORMATS.values()]
    return ";;".join([*kinds, f"{translate('formats', 'All files')} (*)"])


def _kind(title: str, suffixes: Iterable[str]) -> str:
    return f"{title} ({' '.join(f'*{suffix}' for suffix in suffixes)})"
