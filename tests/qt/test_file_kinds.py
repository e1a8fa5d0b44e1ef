"""The filter of the dialog that opens texts."""

from pytestqt.qtbot import QtBot

from annotator.importers.formats import FORMATS
from annotator.qt.file_kinds import file_kinds


def test_dialog_offers_all_that_can_be_read_then_each_kind(qtbot: QtBot) -> None:
    first, *kinds, last = file_kinds().split(";;")

    assert first.startswith("Texts (*.txt ")
    assert len(kinds) == len(FORMATS)
    for each, kind in zip(FORMATS.values(), kinds, strict=True):
        assert all(f"*{suffix}" in first and f"*{suffix}" in kind for suffix in each.suffixes)
    assert last == "All files (*)"
