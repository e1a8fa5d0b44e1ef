"""Edits of members: another name or colour."""

from dataclasses import dataclass, replace

from annotator.core.changes import Changes
from annotator.core.colour import is_colour
from annotator.core.errors import ColourError, MemberNameError, MemberNameTakenError
from annotator.core.identity import tag_name_key
from annotator.core.member import Member
from annotator.services.libraries import LONGEST_MEMBER_NAME
from annotator.storage import member_table
from annotator.storage.library import Library


@dataclass(frozen=True, slots=True)
class ChangeMember:
    before: Member
    after: Member

    def apply(self, library: Library) -> Changes:
        return member_table.update(library, self.after)

    def revert(self, library: Library) -> Changes:
        return member_table.update(library, self.before)


def change_name(library: Library, member: Member, name: str) -> ChangeMember:
    """Return the edit that renames a member.

    Raises MemberNameError, or MemberNameTakenError where another member has the name.
    """
    return ChangeMember(member, replace(member, name=free_name(library, name, but=member.id)))


def change_colour(member: Member, written: str) -> ChangeMember:
    """Return the edit that gives a member the colour `#rrggbb`. Raises ColourError."""
    colour = written.lower()
    if not is_colour(colour):
        raise ColourError(written=written)
    return ChangeMember(member, replace(member, colour=colour))


def free_name(library: Library, name: str, *, but: str = "") -> str:
    """Return a name as it is kept; width, case and blanks do not tell two names apart.

    Raises MemberNameError, or MemberNameTakenError where a member other than `but` has it.
    """
    name = " ".join(name.split())
    if not 1 <= len(name) <= LONGEST_MEMBER_NAME:
        raise MemberNameError(limit=LONGEST_MEMBER_NAME)
    key = tag_name_key(name)
    for member in member_table.all_members(library):
        if member.id != but and tag_name_key(member.name) == key:
            raise MemberNameTakenError(name=member.name)
    return name
