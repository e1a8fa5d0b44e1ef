"""Pages: what readers call them."""

from typing import TypeAlias

# A number, or a label that is none, such as "iv" and "A-3".
Page: TypeAlias = int | str

_LONGEST_LABEL = 16


def page_labelled(label: str) -> Page | None:
    """Return the page of this label, None if it is empty or nothing that anybody would print."""
    label = label.strip()
    if not label or len(label) > _LONGEST_LABEL or not label.isprintable():
        return None
    is_number = label.isascii() and label.isdigit() and label == str(int(label))
    return int(label) if is_number else label
