"""What went wrong, in the reader's language."""

from PySide6.QtCore import QCoreApplication

from annotator.core.errors import DuiduError


def sentence_of(error: DuiduError) -> str:
    """Return the sentence of an error, translated and with its details filled in."""
    return QCoreApplication.translate("errors", error.sentence).format(**error.details)
