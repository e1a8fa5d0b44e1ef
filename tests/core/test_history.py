from hypothesis import given
from hypothesis import strategies as st

from annotator.core.history import History, Station

STATIONS = st.builds(Station, st.sampled_from("甲乙"), st.integers(0, 3))
WALKS = st.lists(STATIONS, min_size=1, max_size=12)


def walk(stations: list[Station]) -> History:
    """Jump from each station to the next."""
    history = History()
    for station in stations[:-1]:
        history.leave(station)
    return history


def all_the_way(step: str, history: History, here: Station) -> list[Station]:
    passed = [here]
    while (station := getattr(history, step)(passed[-1])) is not None:
        passed.append(station)
    return passed


def without_repeats(stations: list[Station]) -> list[Station]:
    return [s for at, s in enumerate(stations) if at == 0 or stations[at - 1] != s]


@given(stations=WALKS)
def test_going_back_passes_every_station_in_turn(stations: list[Station]) -> None:
    history = walk(stations)

    passed = all_the_way("back", history, stations[-1])

    assert passed == without_repeats(stations)[::-1]


@given(stations=WALKS)
def test_going_forward_undoes_going_back(stations: list[Station]) -> None:
    history = walk(stations)
    first = all_the_way("back", history, stations[-1])[-1]

    passed = all_the_way("forward", history, first)

    assert passed == without_repeats(stations)


@given(stations=WALKS, here=STATIONS)
def test_a_jump_leaves_nothing_ahead(stations: list[Station], here: Station) -> None:
    history = walk(stations)
    history.back(stations[-1])

    history.leave(here)

    assert history.forward(Station("丙", 0)) is None


def test_a_fresh_history_goes_nowhere() -> None:
    history = History()

    assert history.back(Station("甲", 0)) is None
    assert history.forward(Station("甲", 0)) is None
