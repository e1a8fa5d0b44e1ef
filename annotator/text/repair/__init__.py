"""Text repair: what a reader sees of a source text."""

from annotator.core.corrections import NO_CORRECTIONS, Corrections
from annotator.core.reading_text import ReadingText
from annotator.core.structure import Structure
from annotator.text.repair.marks import MarkKind
from annotator.text.repair.pulses import Pulse, no_pulse
from annotator.text.repair.reasons import DropReason

__all__ = ["REPAIR_VERSION", "DropReason", "MarkKind", "repair"]

# Grows with every change that may make another reading text of the same source text.
REPAIR_VERSION = 4


def repair(
    source: str,
    *,
    structure: Structure | None = None,
    corrections: Corrections = NO_CORRECTIONS,
    pulse: Pulse = no_pulse,
) -> ReadingText:
    """Return the reading text of a source text whose line ends are `\\n`, pages ending in `\\f`.

    `pulse` is called now and then; what it raises breaks off.
    """
    # Its patterns are compiled when a text is repaired: a window of repaired texts need not wait.
    from annotator.text.repair.repairing import repaired

    return repaired(source, structure, corrections, pulse)
