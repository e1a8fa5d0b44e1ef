"""Colour: how colours of tags and members are written, on light paper."""

import re

_COLOUR = re.compile("#[0-9a-f]{6}")


def is_colour(written: str) -> bool:
    """Return whether this is `#rrggbb` in small letters, as libraries keep it."""
    return _COLOUR.fullmatch(written) is not None
