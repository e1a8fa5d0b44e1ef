"""Commands about what the texts have in common: passages."""

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.cli import opening
from annotator.cli.output import Answer, as_json, counted, lines
from annotator.core.passage import Family, Place

if TYPE_CHECKING:
    from annotator.services.comparing import Comparison

_SHOWN_LETTERS = 60


def passages(arguments: Namespace) -> Answer:
    """List the passages that the texts share, the longest first."""
    from annotator.services.comparing import compare  # NumPy: nothing else should wait for it

    with opening.to_read(arguments) as library:
        comparison = compare(library, least=arguments.min, fuzzy=arguments.fuzzy)
    if arguments.json:
        return as_json(_values(comparison))
    families = comparison.shared.families
    if not families:
        return lines([f"No passage of {arguments.min} letters or more recurs."])
    return lines(line for family in families for line in _shown(comparison, family))


def _shown(comparison: "Comparison", family: Family) -> Iterator[str]:
    words = " ".join(comparison.words(family.members[0]).split())
    if len(words) > _SHOWN_LETTERS:
        words = words[:_SHOWN_LETTERS] + "…"
    places, texts = len(family.members), len(family.texts)
    yield f"{counted(places, 'place')}, {counted(texts, 'text')}: {words}"
    for place in family.members:
        span = f"{place.span.start}:{place.span.end}"
        yield f"  {span:>15}  {comparison.document(place).title}"


def _values(comparison: "Comparison") -> dict[str, object]:
    return {
        "pairs": [
            {
                "a": _place_values(comparison, pair.a),
                "b": _place_values(comparison, pair.b),
                "similarity": round(pair.similarity, 4),
            }
            for pair in comparison.shared.pairs
        ],
        "families": [
            {
                "id": comparison.family_id(family),
                "members": [_place_values(comparison, place) for place in family.members],
            }
            for family in comparison.shared.families
        ],
    }


def _place_values(comparison: "Comparison", place: Place) -> dict[str, object]:
    document = comparison.document(place)
    return {"document": document.id, "start": place.span.start, "end": place.span.end}
