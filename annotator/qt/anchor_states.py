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
