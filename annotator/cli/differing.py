"""The command about two texts: where they differ."""

from argparse import Namespace
from collections.abc import Iterator

from annotator.cli import opening
from annotator.cli.output import Answer, as_json, counted, lines
from annotator.core.difference import Difference, Differences, Unit
from annotator.services import dictionary, lookup

_CONTEXT = 10
_SHOWN_LETTERS = 60


def diff(arguments: Namespace) -> Answer:
    """List the places at which two texts differ, with what each of them reads there."""
    from annotator.services.differing import compare_sides, whole  # NumPy, as in comparing

    with opening.to_read(arguments) as library:
        dictionary.use_own_words(library)
        documents = [lookup.find_document(library, name) for name in arguments.documents]
        one, other = (whole(library, document) for document in documents)
    unit = Unit.WORDS if arguments.words else Unit.LETTERS
    found = compare_sides(one, other, unit=unit, with_blanks=arguments.blanks)
    if arguments.json:
        return as_json(
            {
                "documents": [document.id for document in documents],
                "share_same": round(found.share_same, 4),
                "differences": [_values(place) for place in found.places],
            }
        )
    return lines(_shown(found, one.text, other.text))


def _values(place: Difference) -> dict[str, object]:
    return {
        "kind": place.kind.value,
        "start": place.start,
        "end": place.end,
        "other_start": place.other_start,
        "other_end": place.other_end,
    }


def _shown(found: Differences, one: str, other: str) -> Iterator[str]:
    places = len(found.places)
    verb = "differs" if places == 1 else "differ"
    yield f"{counted(places, 'place')} {verb}; {found.share_same:.1%} is the same."
    for place in found.places:
        here, there = one[place.start : place.end], other[place.other_start : place.other_end]
        before = one[max(0, place.start - _CONTEXT) : place.start]
        after = one[place.end : place.end + _CONTEXT]
        span = f"{place.start}:{place.end}"
        line = f"{span:>15}  {before}【{_short(here)}】→【{_short(there)}】{after}"
        yield line.replace("\n", "⏎")


def _short(letters: str) -> str:
    if len(letters) <= _SHOWN_LETTERS:
        return letters
    return f"{letters[:_SHOWN_LETTERS]}…"
