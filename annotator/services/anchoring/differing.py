"""Differing: which letters of two passages are not in the other one."""

from dataclasses import dataclass

from rapidfuzz.distance import Indel


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters in a row; `differs` where the other passage does not have them."""

    text: str
    differs: bool


def differing(old: str, new: str) -> tuple[list[Stretch], list[Stretch]]:
    """Return both passages as stretches that together are the whole passage."""
    old_stretches, new_stretches = [], []
    for step in Indel.opcodes(old, new):
        differs = step.tag != "equal"
        if step.src_start < step.src_end:
            old_stretches.append(Stretch(old[step.src_start : step.src_end], differs))
        if step.dest_start < step.dest_end:
            new_stretches.append(Stretch(new[step.dest_start : step.dest_end], differs))
    return old_stretches, new_stretches
