"""Attempts: what cannot be done is told to the reader in a sentence."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from annotator.core.errors import DuiduError
from annotator.qt import prompts
from annotator.qt.sentences import sentence_of


def attempt(parent: QWidget | None, run: Callable[[], object]) -> bool:
    """Run something; where it raises a DuiduError, say why it was not done. Return if it was."""
    try:
        run()
    except DuiduError as error:
        prompts.warn(parent, sentence_of(error))
        return False
    return True
