"""Labels that stand one below the other on a slide, and yet are one clause."""

import re
from collections.abc import Iterator, Sequence

from annotator.text.repair.characters import OPENERS
from annotator.text.repair.growing import GrowingParagraph
from annotator.text.repair.lines import Line
from annotator.text.repair.patterns import (
    Beginning,
    Ending,
    beginning_of,
    ending_of,
    has_name,
    has_prose_mark,
    is_figure,
    is_name,
)

_CHANGE = "(?:改善|提高|提升|增强|上升|下降|降低|减少|增加|增长)"
_LACKS_SUBJECT = re.compile(
    r"(?:已经|正在|竞相|稳居|位居|约占|成为|连续\d+[年月天])|"
    f"(?:显著|明显|稳步|持续|逐年|大幅)?{_CHANGE}$"
)
_LACKS_OBJECT = re.compile(
    "(?:正在|已经|将|继续)[^，。]{0,8}"
    "(?:催生|推动|促进|影响|提升|增强|带动|成为|实现|改变|引领)$"
    r"|(?:催生|孕育|释放|激发)出$|位居$|连续\d+[年月天]$"
)
_YEARS = re.compile(r"\d{4}年(?:[至到—-]\d{4}年)?")


def clause_features(
    lines: Sequence[Line], border: int, paragraph: GrowingParagraph
) -> Iterator[str]:
    """Yield what the labels around the border lack, each without the other."""
    before, after = lines[border - 1].text, lines[border].text
    if ending_of(before) in {Ending.BARE, Ending.CLOSED} and _LACKS_SUBJECT.match(after):
        yield "lacks_subject"
    if _LACKS_OBJECT.search(before) and not is_figure(after):
        yield "lacks_object"
    if beginning_of(after) is not Beginning.PLAIN:
        return
    stands_alone = paragraph.first == border - 1
    is_torn = not lines[border - 1].gap and lines[border].gap > 0
    if stands_alone and is_torn and is_name(before) and after[0] not in OPENERS:
        yield "name_leads"
    follows_years = border > 1 and _is_years(lines[border - 2].text)
    if stands_alone and _is_years(before) and not follows_years and not is_figure(after):
        yield "years_lead"
    if paragraph.opener == "“" and paragraph.has_name and has_name(after):
        yield "second_name"


def figure_features(lines: Sequence[Line], border: int) -> Iterator[str]:
    """Yield what a figure before or after the border is: the value of a label, or alone."""
    before, after = lines[border - 1].text, lines[border].text
    if _is_value(lines, border):
        yield "value_of_label"
    elif is_figure(after) or (is_figure(before) and not _is_years(before)):
        yield "figure_alone"


def _is_years(text: str) -> bool:
    """Tell whether the line is a year or a span of years, and no more: 2013年至2022年."""
    return _YEARS.fullmatch(text) is not None


def _is_value(lines: Sequence[Line], border: int) -> bool:
    """Tell whether the line after is the figure of the label before: the next label is close by.

    So a column of labels and figures comes out, if each label stands right below a figure.
    """
    before, after = lines[border - 1], lines[border]
    follows = lines[border + 1] if border + 1 < len(lines) else None
    is_close = follows is not None and follows.page == after.page and not follows.gap
    is_label = not is_figure(before.text) and not has_prose_mark(before.text)
    return is_label and after.gap > 0 and is_close and is_figure(after.text)
