"""What was read and judged still holds: suggestions are right often enough, and none run wild."""

import pytest

from annotator.text.suggestions import SuggestionKind
from tests.benchmarks.suggestion_scoring import Score, figure_scores, suggestion_score

GOALS = {
    SuggestionKind.STATISTIC: 0.9,
    SuggestionKind.POLICY_MEASURE: 0.85,
    SuggestionKind.DEFINITION: 0.8,
    SuggestionKind.EXAMPLE: 0.7,
}
FEWEST_JUDGED = 50
MOST_MORE = 1.1


@pytest.mark.parametrize("kind", SuggestionKind)
def test_suggestions_are_right_as_often_as_they_should_be(kind: SuggestionKind) -> None:
    score = suggestion_score(kind)

    assert score.precision >= GOALS[kind]


@pytest.mark.parametrize("kind", SuggestionKind)
def test_nearly_all_suggestions_were_there_when_the_sample_was_read(kind: SuggestionKind) -> None:
    score = suggestion_score(kind)

    assert score.found <= MOST_MORE * score.found_then, "read and judge the new ones first"
    assert score.judged >= FEWEST_JUDGED, "read and judge a new sample"


@pytest.mark.parametrize(("part", "goal"), [("number", 0.95), ("what", 0.8)])
def test_figures_are_right_as_often_as_they_should_be(part: str, goal: float) -> None:
    score: Score = figure_scores()[part]

    assert score.precision >= goal
    assert score.judged >= FEWEST_JUDGED, "read and judge a new sample"
    assert score.found <= MOST_MORE * score.found_then, "read and judge the new ones first"
