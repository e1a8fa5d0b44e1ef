"""What can go wrong when members talk about an annotation, or settle what it says.

NotFoundError       AnnotationNotFoundError, ReplyNotFoundError, VersionNotFoundError
AmbiguousError      AmbiguousIdError
EditError           ReplyEmptyError, ReplyTooLongError, NothingToSettleError, OnePlaceError
"""

from annotator.core.errors import AmbiguousError, EditError, NotFoundError
from annotator.core.translatable import QT_TRANSLATE_NOOP


class AnnotationNotFoundError(NotFoundError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "No annotation has the id “{name}”. List them to see their ids."
    )


class ReplyNotFoundError(NotFoundError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "No reply has the id “{name}”. List the annotations to see their replies."
    )


class VersionNotFoundError(NotFoundError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "There are {count} versions, and no version {number}. Choose one of them."
    )


class AmbiguousIdError(AmbiguousError):
    sentence = QT_TRANSLATE_NOOP("errors", "{count} ids begin with “{name}”. Give more of the id.")


class ReplyEmptyError(EditError):
    sentence = QT_TRANSLATE_NOOP("errors", "A reply needs some words. Write them, or delete it.")


class ReplyTooLongError(EditError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "A reply has at most {limit} characters. Write a shorter one."
    )


class NothingToSettleError(EditError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "This note has one version only. There is nothing to settle."
    )


class OnePlaceError(EditError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "This annotation stands in one place only. There is nothing to settle."
    )
