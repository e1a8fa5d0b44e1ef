"""Statements that state a fact in figures, which are more than a number that stands aside."""

import re

from annotator.text.figures import figures_in

# Who came and what was paid out of a pocket are told with numbers, but are no statistics.
_NUMBERS_STAND_ASIDE = re.compile(
    r"出席|与会|欢聚|会见|邀集|招待会|开幕|(?:参加|观看|前来)了?[^，。；]{0,12}(?:会|活动|仪式|演出)"
    r"|时速|(?:上|下)午[0-9]|[0-9]分[，。；]|世界[纪记]录"
)


def is_statistic(text: str, start: int, end: int, *, sentence: tuple[int, int]) -> bool:
    """Tell whether the statement [start, end) of a text, part of that sentence, states one."""
    if _NUMBERS_STAND_ASIDE.search(text, start, end):
        return False
    return any(figures_in(text, start, end, sentence=sentence))
