"""How many of the suggestions and figures that somebody read are right."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.text.figures import figures
from annotator.text.suggestions import SuggestionKind, suggestions
from tests.benchmarks.suggestion_texts import reading_texts

_SAMPLES = Path(__file__).parent / "suggestion_samples"


@dataclass(frozen=True)
class Score:
    """What became of the judged ones; `found` counts all there are, `found_then` on reading."""

    judged: int
    right: int
    found: int
    found_then: int

    @property
    def precision(self) -> float:
        return self.right / self.judged


def suggestion_score(kind: SuggestionKind) -> Score:
    """Score the suggestions of this kind that are still made and were judged."""
    sample = _sample(kind.value)
    made = [
        (name, suggestion.span.slice_of(text.text))
        for name, text in reading_texts().items()
        for suggestion in suggestions(text)
        if suggestion.kind is kind
    ]
    judged = [one for one in sample["judged"] if (one["text"], one["quotation"]) in set(made)]
    right = sum(one["is_right"] for one in judged)
    return Score(len(judged), right, len(made), sample["suggested"])


def figure_scores() -> dict[str, Score]:
    """Score the rows that were judged, for their numbers and for what they are about.

    A row that reads otherwise now has not been judged.
    """
    sample = _sample("figures")
    made = [
        (name, text.text[one.sentence_start : one.sentence_end], one.number, one.unit, one.what)
        for name, text in reading_texts().items()
        for one in figures(text.text)
    ]
    columns = ("text", "sentence", "number", "unit", "what")
    judged = [one for one in sample["judged"] if tuple(one[key] for key in columns) in set(made)]
    return {
        part: Score(
            len(judged), sum(one[f"is_{part}_right"] for one in judged), len(made), sample["found"]
        )
        for part in ("number", "what")
    }


def _sample(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((_SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return content
