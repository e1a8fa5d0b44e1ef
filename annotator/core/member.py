"""Member: somebody who annotates. Renaming keeps the identity."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count


@dataclass(frozen=True, slots=True)
class Member:
    """A name, and a colour (`#rrggbb`, on light paper)."""

    id: str
    name: str
    colour: str


def signs_of(members: Iterable[Member]) -> dict[str, str]:
    """Return by id the letter or two that stand for each member where there is no room for names.

    All are different; who came first keeps the first letter of the name, as ids grow with time.
    """
    signs: dict[str, str] = {}
    for member in sorted(members, key=lambda member: member.id):
        taken = set(signs.values())
        signs[member.id] = next(sign for sign in _signs_for(member.name) if sign not in taken)
    return signs


def _signs_for(name: str) -> Iterator[str]:
    """Yield signs from the best to ever more contrived ones: 王小明 is 王, else 明, else 王2."""
    first, last = name[0].upper(), name[-1]
    yield first
    yield last if last > "\u2e80" else first + last
    yield from (f"{first}{number}" for number in count(2))
