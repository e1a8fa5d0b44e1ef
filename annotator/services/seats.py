"""Seats: who annotates in a library at which computer and login.

A library that is copied or handed on keeps the member of its maker as the one who annotates. So it
remembers who sat at which seat; a seat is a name that a program makes up once for one login.
"""

from annotator.core.member import Member
from annotator.storage import annotation_table, local_tables, member_table
from annotator.storage.library import Library

_SETTING = "seats"


def member_at(library: Library, seat: str, reader: Member | None) -> Member | None:
    """Return who annotates at this seat, None if nobody has sat here.

    Where the reader of this seat is among the members already, by a merge for example, it is they.
    """
    members = {member.id: member for member in member_table.all_members(library)}
    seated = members.get(_seats(library).get(seat, ""))
    return seated or (members.get(reader.id) if reader else None)


def take(library: Library, seat: str, member_id: str) -> None:
    """Remember who annotates at this seat."""
    seats = _seats(library)
    if seats.get(seat) != member_id:
        local_tables.set_setting(library, _SETTING, seats | {seat: member_id})


def is_fresh(library: Library) -> bool:
    """Whether nobody but the one who is called like the login can have annotated here."""
    return (
        not _seats(library)
        and len(member_table.all_members(library)) == 1
        and not annotation_table.counts_by_member(library)
    )


def _seats(library: Library) -> dict[str, str]:
    seats: dict[str, str] = local_tables.setting(library, _SETTING) or {}
    return seats
