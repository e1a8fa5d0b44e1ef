"""Charts: their titles, and their figures as a table with a row for each category."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lxml import etree

from annotator.importers.number_format import FIRST_DAY, FIRST_DAY_1904, shown_number
from annotator.importers.ooxml import attribute, child, is_on, number
from annotator.importers.paragraphs import Draft, row_of
from annotator.importers.slide import paragraphs_of

_NO_VALUE = "—"


@dataclass(frozen=True, slots=True)
class _Series:
    """What is drawn in one colour: its name, and its figures by the place of their categories."""

    name: str
    categories: dict[int, str]
    values: dict[int, str]


def text_of_chart(chart: etree._Element) -> list[Draft]:
    """Return the titles of a chart and its figures, as they are written on the slide."""
    titles = [draft for body in chart.iter("{*}rich") for draft in paragraphs_of(body)]
    counts_from_1904 = is_on(next(chart.iter("{*}date1904"), None))
    first_day = FIRST_DAY_1904 if counts_from_1904 else FIRST_DAY
    series = [_series(element, first_day) for element in chart.iter("{*}ser")]
    drafts = []
    for _, alike in groupby((one for one in series if one.values), key=lambda one: one.categories):
        drafts += _table(list(alike), has_title=bool(titles))
    return titles + drafts


def _table(series: list[_Series], *, has_title: bool) -> list[Draft]:
    names = [one.name for one in series]
    # The name of a single series is the title, unless the chart has another one.
    drafts = _row(*names) if len(series) > 1 or not has_title else []
    categories = series[0].categories
    for place in sorted({place for one in series for place in one.values}):
        values = [one.values.get(place, _NO_VALUE) for one in series]
        drafts += _row(categories.get(place, str(place + 1)), *values)
    return drafts


def _row(*cells: str) -> list[Draft]:
    return row_of([[Draft(" ".join(cell.split()))] for cell in cells])


def _series(element: etree._Element, first_day: date) -> _Series:
    categories = _first(element, "cat", "xVal")
    levels = [] if categories is None else list(categories.iter("{*}lvl"))
    name = child(element, "tx")
    words = [] if name is None else [v.text or "" for v in name.iter("{*}v")]
    return _Series(
        " ".join(words),
        _of_levels(levels) if levels else _points(categories, first_day),
        _points(_first(element, "val", "yVal"), first_day),
    )


def _first(element: etree._Element, *names: str) -> etree._Element | None:
    return next((found for name in names if (found := child(element, name)) is not None), None)


def _points(data: etree._Element | None, first_day: date = FIRST_DAY) -> dict[int, str]:
    """Return what stands at each place: words as they are, numbers in the format they have."""
    points: dict[int, str] = {}
    if data is None:
        return points
    usual = next((item.text or "" for item in data.iter("{*}formatCode")), None)
    for point in data.iter("{*}pt"):
        place, value = number(point, "idx"), child(point, "v")
        if place is None or value is None or not value.text:
            continue
        code = attribute(point, "formatCode") or usual
        words = value.text
        points[place] = words if code is None else shown_number(words, code, first_day=first_day)
    return points


def _of_levels(levels: list[etree._Element]) -> dict[int, str]:
    """Return the names of categories in groups; the groups come last, each at its first place."""
    inner, *outer = [_points(level) for level in levels]
    names: dict[int, str] = {}
    last = [""] * len(outer)
    for place in sorted({*inner}.union(*outer)):
        last = [group.get(place, before) for group, before in zip(outer, last, strict=True)]
        names[place] = " ".join([*reversed(last), inner.get(place, "")])
    return names
