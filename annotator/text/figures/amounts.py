"""Amounts: numbers with a unit, as 1.2亿千瓦, 百分之十五, 两成, 3—5万元, 连续9年 and 位居第一.

A number without a unit is no amount, nor is a date, an ordinal, a length of years or a part of a
name such as C919.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from annotator.text.numerals import DIGITS, MAGNITUDES, NUMBER, value_of

# These measure, whatever the number.
_MEASURES = (
    "个百分点|百分点|[%％‰]|倍|成半?|[美欧日港]元|元|平方公里|平方千米|平方米|立方米|公里|千米"
    "|厘米|毫米|微米|纳米|(?<!千)米|公顷|亩|光年|吨|公斤|千克|(?<!千)克|斤|升|千瓦时|兆瓦时|千瓦|兆瓦"
    "|(?<!千)瓦"
    "|[KkCc]?[Mm]|[Kk][Gg]|[GMKk]W"
)
# A length of time is one only where it is written in figures: 三十日 is a term.
_TIMES = "个?小时|分钟|秒钟?|天"
# These count one by one.
_COUNTERS = (
    "人次|册次|名|位|个|家|所|项|件|台|套|辆|艘|架|座|条|块|种|类|只|棵|株|头|匹|户|村|层|起|批"
    "|趟|份|册|本|篇|字|场|幢|栋|间|张|副|处|根|枚|颗|片|支|列|行|次|人"
)
# 三个月 is a date or a term; 一人均, 十项目, 两成员 and 百家庭 are other words.
_OTHER_WORDS = (
    "个(?:月|人|体|性|别|多?星期|世纪)|人(?:均|民|工|类|大|口|才|生|文)|项目|类别|位于|次(?:要|于)"
    "|家(?:庭|长)|成[为功果立就本效长熟绩员]|元[素宇旦]|天[宫眼然空]|米饭|克服|层次|起来"
)
_TO = r"\s?(?:—|–|-|~|～|至|到)\s?"
_PART_OF_NUMBER = f"{''.join(DIGITS)}{''.join(MAGNITUDES)}"

_COUNTED = re.compile(
    rf"(?<![A-Za-z0-9０-９第.．\-—’'/{_PART_OF_NUMBER}])"
    rf"(?P<number>(?P<low>{NUMBER})(?:(?:[%％]|[千万亿]?元|成)?{_TO}(?P<high>{NUMBER}))?)"
    rf"(?!{_OTHER_WORDS})(?P<unit>"
    rf"(?P<measure>{_MEASURES})|(?P<time>{_TIMES})(?![内后前里以之])|(?P<counter>{_COUNTERS}))"
    r"(?![A-Za-z])"
)
_SHARE = re.compile(rf"(?P<number>[{_PART_OF_NUMBER}]+分之{NUMBER}|(?<=[占的了去])一半)(?P<unit>)")
# 近1亿农村贫困人口, 支出2.4万亿: such numbers need no unit.
_GREAT_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9０-９第.．\-—’'/{_PART_OF_NUMBER}])"
    r"(?P<number>[0-9.]+多?(?:万|[百千万]?亿)多?)(?P<unit>)(?=[\u4e00-\u9fff]{2}|[，。；、,）)]|$)"
)
_ROW = re.compile(rf"连续(?P<number>{NUMBER})(?P<unit>年|个季度|个月)")
_RANK = re.compile(
    r"(?<=[居列排名至])(?:于|在|世界|全球|全国|全省|亚洲|前列，)*"
    rf"(?P<number>第{NUMBER})(?P<unit>位|名)?(?![批届次期章条个步产种])"
)

_IN_FIGURES = re.compile("[0-9０-９]")
_LONE_MAGNITUDE = re.compile(f"[{''.join(MAGNITUDES)}]+[多余]?")
_GREAT = re.compile("[千万亿]+$")
_NEARLY = tuple("近逾约超过")
_PARTS = {"%": 100, "％": 100, "百分点": 100, "个百分点": 100, "‰": 1000, "成": 10, "成半": 10}
_OF_SMALL_NUMBERS = {"倍", "成", "成半", "百分点", "个百分点"}
_MANY = 10


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit at [start, end).

    万, 亿, % and 成 count in the value: 10.5% is worth 0.105. `high` is the upper end of a range,
    else the value again. `is_count` says that things are counted one by one, `is_telling` that
    the number says something: a few things counted (3个方面) divide what is said as often.
    """

    start: int
    end: int
    number: str
    unit: str
    value: Decimal
    high: Decimal
    is_count: bool = False
    is_telling: bool = True


def amounts(text: str, start: int, end: int) -> list[Amount]:
    """Return the amounts in [start, end), in order; none overlap."""
    found = sorted(_candidates(text, start, end), key=lambda one: (one.start, -one.end))
    kept: list[Amount] = []
    for amount in found:
        if not kept or amount.start >= kept[-1].end:
            kept.append(amount)
    return kept


def _candidates(text: str, start: int, end: int) -> Iterator[Amount]:
    ways: list[tuple[re.Pattern[str], Callable[[re.Match[str]], Amount | None]]] = [
        (_COUNTED, _counted),
        (_GREAT_NUMBER, _great),
        (_SHARE, _plain),
        (_ROW, _plain),
        (_RANK, _plain),
    ]
    for pattern, amount_of in ways:
        for match in pattern.finditer(text, start, end):
            if amount := amount_of(match):
                yield amount


def _counted(match: re.Match[str]) -> Amount | None:
    low, high, unit = match["low"], match["high"], match["unit"]
    great = _GREAT.search(high or "")
    if great and not _GREAT.search(low):
        low += great[0]  # in 3—5万元 the 万 belongs to both
    value = value_of(low)
    most = value_of(high) if high else value
    if value is None or most is None:
        return None
    in_figures = bool(_IN_FIGURES.search(low))
    if not in_figures and (match["time"] or _is_manner_of_speaking(match, value)):
        return None
    parts, half = _PARTS.get(unit, 1), Decimal("0.05") if unit == "成半" else Decimal(0)
    return Amount(
        *match.span(),
        match["number"],
        unit,
        value / parts + half,
        most / parts + half,
        is_count=match["counter"] is not None,
        is_telling=match["counter"] is None or value >= _MANY,
    )


def _is_manner_of_speaking(match: re.Match[str], value: Decimal) -> bool:
    """Tell whether words make no exact number: 两个, 二元, 千家, 数百名; but 近千项 and 六成 do."""
    if _LONE_MAGNITUDE.fullmatch(match["low"]):
        return match.string[: match.start()][-1:] not in _NEARLY
    return value < _MANY and match["unit"] not in _OF_SMALL_NUMBERS


def _great(match: re.Match[str]) -> Amount | None:
    amount = _plain(match)
    return replace(amount, is_count=True) if amount else None


def _plain(match: re.Match[str]) -> Amount | None:
    number = match["number"].removeprefix("第")
    value = Decimal("0.5") if number == "一半" else value_of(number)
    if value is None:
        return None
    return Amount(*match.span(), match["number"], match["unit"] or "", value, value)
