"""Identities that stay the same when libraries are merged."""

import hashlib
import secrets
import unicodedata
import uuid

from annotator.core.clock import now_ms

_TAG_NAMESPACE = uuid.UUID("6f2a1d6c-4c0b-5d0e-9d0a-64756964750a")


def new_id() -> str:
    """Return a new UUIDv7 (RFC 9562): ids made later sort later."""
    value = (now_ms() & (1 << 48) - 1) << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    return str(uuid.UUID(int=value | 0b10 << 62 | secrets.randbits(62)))


def tag_name_key(name: str) -> str:
    """Return what two names must share to be the same tag: width, case and blanks do not count."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def own_tag_id(first_name: str, ordinal: int = 0) -> str:
    """Return the id of a tag that a reader invents, so that two readers who invent it converge.

    `ordinal` tells apart tags that got the same first name one after the other in one library.
    """
    key = tag_name_key(first_name)
    return str(uuid.uuid5(_TAG_NAMESPACE, f"{key}\n{ordinal}" if ordinal else key))


def source_hash(source: str) -> str:
    """Return the identity of a source text: the SHA-256 of its UTF-8 form, in hex."""
    return hashlib.sha256(source.encode()).hexdigest()
