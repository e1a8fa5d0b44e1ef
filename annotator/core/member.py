"""Member: somebody who annotates. Renaming keeps the identity."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    id: str
    name: str
    colour: str
