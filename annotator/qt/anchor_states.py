"""Anchor states: what a reader is told of an annotation that a newer edition has touched."""

from PySide6.QtCore import QCoreApplication

from annotator.core.annotation import AnchorState


def anchor_state_names() -> dict[AnchorState, str]:
    """Return the names of the states that are worth telling, in the reader's language."""
    translate = QCoreApplication.translate
    return {
        AnchorState.MOVED: translate("anchor_states", "Moved"),
        AnchorState.TO_CHECK: translate("anchor_states", "To check"),
        AnchorState.ORPHAN: translate("anchor_states", "Not found"),
    }


def anchor_state_sentences() -> dict[AnchorState, str]:
    """Return what is said of a passage whose annotation has such a state."""
    translate = QCoreApplication.translate
    return {
        AnchorState.MOVED: translate(
            "anchor_states", "An annotation here has moved from an older edition."
        ),
        AnchorState.TO_CHECK: translate(
            "anchor_states", "The place of an annotation here in a newer edition is to check."
        ),
        AnchorState.ORPHAN: translate(
            "anchor_states", "An annotation here was not found in a newer edition."
        ),
    }
