"""Commands about what the texts have in common, and where they differ: passages, collate."""

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.cli import opening
from annotator.cli.output import Answer, as_json, counted, lines
from annotator.core.passage import Family, Place, Variation, Witness

if TYPE_CHECKING:
    from annotator.services.comparing import Comparison

_SHOWN_LETTERS = 60
_CONTEXT = 12


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


def collate(arguments: Namespace) -> Answer:
    """List the places at which near passages differ, with what each text reads there."""
    from annotator.services.comparing import compare  # as above

    with opening.to_read(arguments) as library:
        comparison = compare(library, fuzzy=True)
        found = comparison.variations()
    if arguments.json:
        return as_json([_readings(comparison, variation) for variation in found])
    if not found:
        return lines(["No two passages differ by a few letters only."])
    return lines(line for variation in found for line in _collated(comparison, variation))


def _readings(comparison: "Comparison", variation: Variation) -> dict[str, object]:
    return {
        "readings": [
            {
                "letters": reading.letters,
                "witnesses": [
                    {
                        "document": comparison.documents[witness.text].id,
                        "start": witness.start,
                        "end": witness.end,
                    }
                    for witness in reading.witnesses
                ],
            }
            for reading in variation.readings
        ]
    }


def _collated(comparison: "Comparison", variation: Variation) -> Iterator[str]:
    """Yield the readings with how many texts have them, and the first place of each."""
    for reading in variation.readings:
        witness = reading.witnesses[0]
        yield (
            f"{len(reading.witnesses):>4}  {_in_context(comparison, witness)}"
            f"  {comparison.documents[witness.text].title}"
        )
    yield ""


def _in_context(comparison: "Comparison", witness: Witness) -> str:
    text = comparison.texts[witness.text]
    before = text[max(0, witness.start - _CONTEXT) : witness.start]
    after = text[witness.end : witness.end + _CONTEXT]
    return f"{before}【{text[witness.start : witness.end]}】{after}".replace("\n", "⏎")


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
