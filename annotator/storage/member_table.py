"""Members, and which of them is annotating here."""

from annotator.core.changes import Changes
from annotator.core.member import Member
from annotator.storage.library import Library


def insert(library: Library, member: Member) -> Changes:
    with library.transaction() as write:
        write.db.execute(
            "INSERT INTO member (id, name, colour, profile_stamp, seq) VALUES (?, ?, ?, ?, ?)",
            (member.id, member.name, member.colour, write.stamp, write.seq),
        )
    return Changes(members=frozenset([member.id]))


def update(library: Library, member: Member) -> Changes:
    """Give a member this name and colour."""
    with library.transaction() as write:
        write.db.execute(
            "UPDATE member SET name = ?, colour = ?, profile_stamp = ?, seq = ? WHERE id = ?",
            (member.name, member.colour, write.stamp, write.seq, member.id),
        )
    return Changes(members=frozenset([member.id]))


def all_members(library: Library) -> list[Member]:
    """Return every member by name."""
    return [
        Member(*row)
        for row in library.rows("SELECT id, name, colour FROM member ORDER BY name, id")
    ]


def current(library: Library) -> Member | None:
    """Return the member who annotates in this library on this computer."""
    rows = library.rows(
        "SELECT member.id, name, colour FROM member JOIN library ON library.member_id = member.id"
    )
    return Member(*rows[0]) if rows else None


def make_current(library: Library, member_id: str) -> Changes:
    with library.transaction() as write:
        write.db.execute("UPDATE library SET member_id = ?", (member_id,))
    return Changes(members=frozenset([member_id]))
