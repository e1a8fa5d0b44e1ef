"""Edits of blind rounds: opening and ending them."""

from dataclasses import dataclass

from annotator.core.blind_round import BlindRound
from annotator.core.changes import Changes
from annotator.storage import round_table
from annotator.storage.library import Library


@dataclass(frozen=True, slots=True)
class OpenRounds:
    rounds: tuple[BlindRound, ...]

    def apply(self, library: Library) -> Changes:
        ids = [one.id for one in self.rounds]
        if ids and round_table.is_known(library, ids[0]):
            return round_table.set_ended(library, ids, ended=False)
        return round_table.insert(library, self.rounds)

    def revert(self, library: Library) -> Changes:
        """Who opened the rounds ends them."""
        ids = [one.id for one in self.rounds]
        opened_by = self.rounds[0].opened_by
        return round_table.set_ended(library, ids, ended=True, member_id=opened_by)


@dataclass(frozen=True, slots=True)
class EndRounds:
    """A member ends rounds that not all have finished."""

    round_ids: tuple[str, ...]
    member_id: str

    def apply(self, library: Library) -> Changes:
        return round_table.set_ended(library, self.round_ids, ended=True, member_id=self.member_id)

    def revert(self, library: Library) -> Changes:
        return round_table.set_ended(library, self.round_ids, ended=False)
