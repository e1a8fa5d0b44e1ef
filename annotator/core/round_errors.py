"""What can keep a blind round from beginning, or a text from being worked on while one is open.

EditError
└── RoundError          TooFewMembersError, AllFinishedError, InRoundError, NoRoundError
"""

from annotator.core.errors import EditError
from annotator.core.translatable import QT_TRANSLATE_NOOP


class RoundError(EditError):
    """A blind round does not allow it."""


class TooFewMembersError(RoundError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "A blind round needs two members or more. Add those who are missing, or merge their"
        " libraries first.",
    )


class AllFinishedError(RoundError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "All of them have finished {document} already. A blind round can begin once one of them"
        " says that it is not finished.",
    )


class InRoundError(RoundError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{document} is in a blind round. Wait until that is over, or end it."
    )


class NoRoundError(RoundError):
    sentence = QT_TRANSLATE_NOOP("errors", "No blind round is open on {document}.")
