"""History: the places a reader jumped away from, to go back to and forward again."""

from dataclasses import dataclass

_MOST_STATIONS = 200


@dataclass(frozen=True, slots=True)
class Station:
    """A place in a source text that a reader left, or came to."""

    document_id: str
    source_offset: int


class History:
    """What lies behind and ahead of where the reader is, the nearest last."""

    def __init__(self) -> None:
        self._behind: list[Station] = []
        self._ahead: list[Station] = []

    def leave(self, here: Station) -> None:
        """Note where a jump starts; nothing lies ahead of its goal."""
        if self._behind[-1:] != [here]:
            self._behind.append(here)
        del self._behind[:-_MOST_STATIONS]
        self._ahead.clear()

    def back(self, here: Station) -> Station | None:
        """Return the last station that is elsewhere, None if there is none."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: Station) -> Station | None:
        """Return the station that was last gone back from, None if there is none."""
        return _step(self._ahead, self._behind, here)


def _step(source: list[Station], target: list[Station], here: Station) -> Station | None:
    while source and source[-1] == here:
        source.pop()
    if not source:
        return None
    if target[-1:] != [here]:
        target.append(here)
    return source.pop()
