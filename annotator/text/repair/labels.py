"""Labels that stand one below the other on a slide, and yet are one clause."""

import re
from collections.abc import Iterator

from annotator.text.repair.characters import IDEOGRAPHS, OPENERS
from annotator.text.repair.growing import GrowingParagraph
from annotator.text.repair.patterns import Beginning, Ending, has_name, is_credit, is_name
from annotator.text.repair.traits import Traits

_CHANGE = "(?:改善|提高|提升|增强|上升|下降|降低|减少|增加|增长)"
_CAUSES = ("推动", "促进", "驱动", "带动", "引领", "催生")
_HOW = f"[{IDEOGRAPHS}]{{2}}[高低长短大小多少强弱快慢]"
_CHANGES = re.compile(f"{_CHANGE}$")
_LACKS_SUBJECT = re.compile(
    r"(?:已经|正在|竞相|稳居|位居|约占|成为|连续\d+[年月天])|"
    f"(?:显著|明显|稳步|持续|逐年|大幅)?{_CHANGE}$"
)
_LACKS_OBJECT = re.compile(
    "(?:正在|已经|将|继续)[^，。]{0,8}"
    "(?:催生|推动|促进|影响|提升|增强|带动|成为|实现|改变|引领)$"
    r"|(?:催生|孕育|释放|激发)出$|位居$|连续\d+[年月天]$"
    f"|^(?:{'|'.join(_CAUSES)})$"
)
_WILL_CHANGE = re.compile(f"将{_CHANGE}")
_LEVEL = re.compile("[^，。]{2,12}(?:水平|标准|要求|目标|高度)")
_SAYS_HOW = re.compile(f"{_HOW}(?:、{_HOW})*")
_ATTRIBUTES = re.compile(f"(?:[{IDEOGRAPHS}]{{2}}、){{2}}[{IDEOGRAPHS}]{{2}}$")
_LAST_ATTRIBUTE = re.compile(f"[{IDEOGRAPHS}]{{2}}的(?!确)")
_YEARS = re.compile(r"\d{4}年(?:[至到—-]\d{4}年)?")
_LAND_IN_YEAR = re.compile(r"\d{4}年(?:我国|全国|全球)")
_ELLIPSIS = re.compile("…+")
_MOST_BEFORE_PREDICATE = 2
_UNDECIDED = frozenset({Ending.BARE, Ending.CLOSED})


def clause_features(traits: Traits, border: int, paragraph: GrowingParagraph) -> Iterator[str]:
    """Yield what the labels around the border lack, each without the other."""
    lines = traits.lines
    before, after = lines[border - 1].text, lines[border].text
    if traits.endings[border - 1] in _UNDECIDED and _LACKS_SUBJECT.match(after):
        yield "lacks_subject"
    if _lacks_object(traits, border):
        yield "lacks_object"
    if before[-1] == "》" and is_credit(after):
        yield "credit_of_work"
    if _LAST_ATTRIBUTE.match(after) and _ATTRIBUTES.search(before):
        yield "attributes_go_on"
    if after in _CAUSES and before.endswith(_CAUSES):
        yield "second_cause"
    if traits.beginnings[border] is not Beginning.PLAIN:
        return
    stands_alone = paragraph.first == border - 1
    is_torn = not lines[border - 1].gap and lines[border].gap > 0
    if stands_alone and is_torn and is_name(before) and after[0] not in OPENERS:
        yield "name_leads"
    follows_years = border > 1 and _is_years(lines[border - 2].text)
    is_year = stands_alone and _is_years(before) and not follows_years
    leads = is_year and not traits.are_figures[border]
    if leads or _lacks_predicate(traits, border, first=paragraph.first):
        yield "years_lead"
    if paragraph.opener == "“" and paragraph.has_name and has_name(after):
        yield "second_name"


def figure_features(traits: Traits, border: int) -> Iterator[str]:
    """Yield what a figure before or after the border is: the value of a label, or alone."""
    is_figure = traits.are_figures
    if _is_value(traits, border):
        yield "value_of_label"
    elif is_figure[border] or (
        is_figure[border - 1] and not _is_years(traits.lines[border - 1].text)
    ):
        yield "figure_alone"


def is_land_in_year(text: str) -> bool:
    """Tell whether the line names a year and a land, and no more: 2023年我国."""
    return _LAND_IN_YEAR.fullmatch(text) is not None


def is_ellipsis(text: str) -> bool:
    """Tell whether the line says no more than that a list goes on: ……."""
    return _ELLIPSIS.fullmatch(text) is not None


def _lacks_object(traits: Traits, border: int) -> bool:
    """Tell whether the verb before has its object in the line after.

    What will change may be named before or after it: it is named where it stands closer.
    """
    if traits.are_figures[border]:
        return False
    before, after = traits.lines[border - 1], traits.lines[border]
    changes = after.gap < before.gap and _WILL_CHANGE.fullmatch(before.text) is not None
    reaches = before.text.endswith("达到") and _LEVEL.fullmatch(after.text) is not None
    return changes or reaches or _LACKS_OBJECT.search(before.text) is not None


def _lacks_predicate(traits: Traits, border: int, *, first: int) -> bool:
    """Tell whether a year and a land open the paragraph, and a subject at most follows them."""
    if border - first > _MOST_BEFORE_PREDICATE:
        return False
    said = "".join([line.text for line in traits.lines[first:border]])
    opens = _LAND_IN_YEAR.match(said) is not None
    return opens and not traits.are_figures[border] and not _CHANGES.search(said)


def _is_years(text: str) -> bool:
    """Tell whether the line is a year or a span of years, and no more: 2013年至2022年."""
    return _YEARS.fullmatch(text) is not None


def _is_value(traits: Traits, border: int) -> bool:
    """Tell whether the line after is the value of the label before.

    So a column of labels and figures comes out, if each label stands right below a figure; the
    value of the last label may be words that say how it is.
    """
    lines = traits.lines
    before, after = lines[border - 1], lines[border]
    is_label = not traits.are_figures[border - 1] and not traits.have_prose_mark[border - 1]
    if not is_label or not after.gap:
        return False
    if _SAYS_HOW.fullmatch(after.text):
        return border > 2 and not before.gap and _is_value(traits, border - 2)
    follows = lines[border + 1] if border + 1 < len(lines) else None
    is_close = follows is not None and follows.page == after.page and not follows.gap
    return is_close and traits.are_figures[border]
