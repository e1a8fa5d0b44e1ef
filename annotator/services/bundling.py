"""Bundles: handing on what was written in a library, or one member's work in it."""

from pathlib import Path

from annotator.core.member import Member
from annotator.storage import bundles
from annotator.storage.bundles import Bundle
from annotator.storage.library import Library

_LONGEST_NAME = 40
_ID_LETTERS = 12


def write_bundle(
    library: Library, path: Path, *, member: Member | None = None, has_texts: bool = True
) -> Bundle:
    """Write what was made or changed in this library, or one member's work in it.

    Without the texts, who merges the bundle must have them, or get them later. Raises a
    LibraryError.
    """
    bundle = bundles.write(
        library, path, member_id=member.id if member else "", has_texts=has_texts
    )
    assert bundle is not None
    return bundle


def bundle_name(library: Library, member: Member) -> str:
    """Return the file name of what this library shares: the member's, and what no other has."""
    letters = (letter if letter.isalnum() else "-" for letter in member.name[:_LONGEST_NAME])
    return f"{''.join(letters)}-{bundles.share_id(library)[:_ID_LETTERS]}.duidu"
