"""The list of the texts that may come in."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.core.errors import EmptyFileError, UnknownEncodingError
from annotator.qt.importing.candidate import Candidate, State
from annotator.qt.importing.candidate_model import CandidateModel

CHECKED, ROLE = Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole


def model() -> CandidateModel:
    return CandidateModel([Candidate(key, Path(f"{key}.txt")) for key in "abc"])


def test_model_is_sound(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model())


def test_failed_text_cannot_be_ticked(qtbot: QtBot) -> None:
    candidates = model()

    with qtbot.waitSignal(candidates.wanted_changed):
        candidates.put(candidates.candidate("b").failed(EmptyFileError(path="b.txt")))

    index = candidates.index(1)
    assert not candidates.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
    assert "b.txt holds no text" in str(index.data())
    assert [candidate.key for candidate in candidates.wanted()] == ["a", "c"]


def test_text_of_unclear_encoding_stays_wanted() -> None:
    candidates = model()

    candidates.put(candidates.candidate("a").failed(UnknownEncodingError(path="a.txt")))

    assert candidates.candidate("a").state is State.UNCLEAR
    assert candidates.index(0).data(ROLE) == CHECKED
