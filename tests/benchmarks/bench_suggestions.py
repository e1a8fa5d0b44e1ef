"""Suggestions and figures: how many are right, and how long they take.

Precision is that of the judged sample, time that of the sample texts until they make a million
characters.
"""

import time

from annotator.text.figures import figures
from annotator.text.suggestions import SuggestionKind, suggestions
from tests.benchmarks.suggestion_scoring import figure_scores, suggestion_score
from tests.benchmarks.suggestion_texts import reading_texts

CHARACTERS = 1_000_000


def run() -> dict[str, float]:
    found: dict[str, float] = {}
    for kind in SuggestionKind:
        score = suggestion_score(kind)
        found |= {f"{kind}_judged": score.judged, f"{kind}_precision": score.precision}
    for part, score in figure_scores().items():
        found |= {
            f"figures_{part}_judged": score.judged,
            f"figures_{part}_precision": score.precision,
        }
    return found | _times()


def _times() -> dict[str, float]:
    texts = list(reading_texts().values())
    rounds = CHARACTERS // sum(len(text.text) for text in texts) + 1
    characters = rounds * sum(len(text.text) for text in texts)
    times: dict[str, float] = {}
    for name in ("suggestions", "figures"):
        begun = time.process_time()
        for text in texts * rounds:
            _ = list(suggestions(text)) if name == "suggestions" else list(figures(text.text))
        times[f"{name}_of_a_million_cpu_s"] = (
            (time.process_time() - begun) * CHARACTERS / characters
        )
    return times
