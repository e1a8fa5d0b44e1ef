"""What a line says about itself: how it ends, how it begins, and what it is as a whole."""

import re
from collections.abc import Mapping, Sequence
from enum import IntEnum, StrEnum

from annotator.text.bullets import BULLET, BULLETS
from annotator.text.repair.characters import (
    CLOSERS,
    IDEOGRAPHS,
    NO_START,
    OPENERS,
    SENTENCE_ENDS,
    without_blanks,
)


class Ending(StrEnum):
    """How a line ends."""

    SENTENCE = "sentence"
    CLAUSE = "clause"
    COLON = "colon"
    OPEN = "open"
    CLOSED = "closed"
    BARE = "bare"


class Beginning(StrEnum):
    """How a line begins."""

    MARK = "mark"
    NUMBER = "number"
    SPEAKER = "speaker"
    CLOSING = "closing"
    CONTINUING = "continuing"
    PLAIN = "plain"


class Numbering(IntEnum):
    """How headings and list items are numbered, from the highest rank to the lowest."""

    MARKDOWN = 0
    PART = 1
    CHAPTER = 2
    SECTION = 3
    BRACKETED = 4
    ORDINAL = 5
    ORDINAL_IN_BRACKETS = 6
    DECIMAL = 7
    NUMBER = 8
    NUMBER_IN_BRACKETS = 9


_NUMERALS = "〇零一二三四五六七八九十百千两"
_UNITS = "多余万亿个年月日%％倍家公平立吨元米千百克度岁项名人"
ORNAMENT = re.compile(f"[{BULLETS}\\s]+")
NUMBERINGS: Mapping[Numbering, re.Pattern[str]] = {
    Numbering.MARKDOWN: re.compile(r"#{1,6} +(?=\S)"),
    Numbering.PART: re.compile(f"第[{_NUMERALS}\\d]+[部编篇卷]分?(?=\\s|：|$)"),
    Numbering.CHAPTER: re.compile(f"第[{_NUMERALS}\\d]+(?:章(?!程)|回(?!合)|讲(?![话学]))"),
    Numbering.SECTION: re.compile(f"第[{_NUMERALS}\\d]+节(?![课目])"),
    Numbering.BRACKETED: re.compile("【(?=[^】]+】)"),
    Numbering.ORDINAL: re.compile(f"[{_NUMERALS}]+、"),
    Numbering.ORDINAL_IN_BRACKETS: re.compile(f"[（(][{_NUMERALS}]+[）)]"),
    Numbering.DECIMAL: re.compile(rf"\d{{1,3}}(?:\.\d{{1,2}}){{1,3}}\.?\s+(?![\d{_UNITS}])"),
    Numbering.NUMBER: re.compile(r"\d{1,3}(?:[.．](?!\d)|、)"),
    Numbering.NUMBER_IN_BRACKETS: re.compile(r"[（(]\d{1,3}[）)]|[①-⑳]"),
}
_NUMBERINGS_BY_FIRST: Mapping[str, Sequence[Numbering]] = {
    "#": (Numbering.MARKDOWN,),
    "第": (Numbering.PART, Numbering.CHAPTER, Numbering.SECTION),
    "【": (Numbering.BRACKETED,),
    **dict.fromkeys(_NUMERALS, (Numbering.ORDINAL,)),
    **dict.fromkeys("（(", (Numbering.ORDINAL_IN_BRACKETS, Numbering.NUMBER_IN_BRACKETS)),
    **dict.fromkeys("0123456789", (Numbering.DECIMAL, Numbering.NUMBER)),
    **dict.fromkeys("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", (Numbering.NUMBER_IN_BRACKETS,)),
}
_ARTICLE = re.compile(f"第[{_NUMERALS}\\d]+条(?=\\s|[　：])|```|\\|.*\\|$")
_SPEAKER = re.compile(r"(?:——|――|-- ?)(?=\w|[“《])")
CAPTION = re.compile(
    r"[\[［【]\s*(?:视频|图片?|音频|图表|链接)\s*[\]］】]|[^。]{1,80}\.(?:mp4|mov|avi|wmv|mp3|jpe?g|png)$",
    re.IGNORECASE,
)
_MEDIA_NAME = re.compile(r"\.(?:mp4|mov|avi|wmv|mp3|jpe?g|png)$", re.IGNORECASE)
SOURCE = re.compile(
    r"[（(]\s*《[^》]{1,30}》[^。]{0,30}\d{4}[^。]{0,30}$"
    r"|[（(]\s*(?:作者|记者|本报记者|新华社|来源|编辑|责任编辑|责编|执笔)"
    r"|(?:作者|来源|责任编辑|责编|编辑|执笔|发布时间|发布日期)[：:]\s*\S"
)
_IMPRINT = re.compile(
    r"[^，。]{2,30}编?\s*\d{4}年\d{1,2}月(?:\d{1,2}日)?$|\d{4}年第\d+期$|[（(]总第\d+期[）)]$"
)
_CONTINUING = re.compile("的(?!确)|等(?![到级待同于])|和(?![平谐睦])|而是|以及|并且")
_HANGING = re.compile(
    "(?<!目)的$|(?:甚至|以及|或者|并且)$|(?<![总共饱缓温平柔调])和$|(?<!参)与$|(?<![存现所内潜实健自])在$|[把被]$"
)
# As many letters as these patterns look at, from the end.
_LONGEST_HANGING = 2
_NAME = re.compile("“[^“”]{1,12}”")
_FULL_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_TERM = re.compile(
    f"(?:[问答甲乙]|[{IDEOGRAPHS}·]{{1,7}}[^\\W说道问答想喊叫写])：|从[{IDEOGRAPHS}]{{2,16}}看，"
)
_LONGEST_TERM = 9
_LEAD = re.compile(f"第[{_NUMERALS}\\d]+条|[（(]?(?:本报|新华社|中新社)[^，。]{{0,12}}[讯电][）)]?")
_SIGNED = re.compile(f"[{SENTENCE_ENDS}][”）]?——[{IDEOGRAPHS}]{{2,8}}$")
_NAMES = f"[{IDEOGRAPHS}·]{{2,8}}(?:、[{IDEOGRAPHS}·]{{2,8}})*"
_CREDIT = re.compile(f"{_NAMES}，《[^《》]{{1,30}}》\\d{{4}}年第\\d{{1,3}}[期号卷]")
_FIGURE = re.compile(
    r"(?:仅|约|近|超|达)?[\d.,]+(?:[万亿千百多余%％+]*[^\d\s]{0,2})?(?:\s+[\d.,]+\S{0,3})*$"
)
_LONGEST_FIGURE = 24
_PROSE_MARK = re.compile("[，。；：！？]")
_LABELS = re.compile(f"[{IDEOGRAPHS}] +[{IDEOGRAPHS}]")
_CLOSERS_AT_END = re.compile(f"[{re.escape(CLOSERS)}]+$")


def ending_of(text: str) -> Ending:
    """Tell how the line ends, looking behind closing quotes and brackets."""
    inner = _CLOSERS_AT_END.sub("", text) if text[-1] in CLOSERS else text
    last = (inner or text)[-1]
    is_signed = "——" in text and _SIGNED.search(text)
    if last in SENTENCE_ENDS or is_signed or (last == "." and inner[-2:-1].isalpha()):
        return Ending.SENTENCE
    if len(inner) < len(text):
        return Ending.CLOSED
    if last in "；;":
        return Ending.CLAUSE
    if last in "：:":
        return Ending.COLON
    if last in "，、,—" or last in OPENERS or _HANGING.search(text[-_LONGEST_HANGING:]):
        return Ending.OPEN
    return Ending.BARE


def beginning_of(text: str) -> Beginning:
    """Tell how the line begins."""
    if is_speaker(text):
        return Beginning.SPEAKER
    if BULLET.match(text) or _ARTICLE.match(text) or CAPTION.match(text) or SOURCE.match(text):
        return Beginning.MARK
    if numbering_of(text) is not None:
        return Beginning.NUMBER
    if text[0] in NO_START or text[0] == "—":
        return Beginning.CLOSING
    if _CONTINUING.match(text):
        return Beginning.CONTINUING
    return Beginning.PLAIN


def numbering_of(text: str) -> Numbering | None:
    """Return how the line is numbered, None if it is not: 第一章, 一、, （一）, 1."""
    for rank in _NUMBERINGS_BY_FIRST.get(text[0], ()):
        if NUMBERINGS[rank].match(text):
            return rank
    return None


def is_speaker(text: str) -> bool:
    """Tell whether the line names a speaker: ——某人."""
    return _SPEAKER.match(text) is not None


def is_whole(text: str) -> bool:
    """Tell whether the line is a paragraph: a dateline, a file name, a Markdown heading."""
    dateline = SOURCE.match(text) and ("》" in text or text[-1] in "）)电讯")
    return bool(dateline or _MEDIA_NAME.search(text) or NUMBERINGS[Numbering.MARKDOWN].match(text))


def is_imprint(letters: str) -> bool:
    """Tell whether the letters are an issue or an imprint: 2024年第2期, …编2024年3月21日."""
    return _IMPRINT.fullmatch(letters) is not None


def is_credit(text: str) -> bool:
    """Tell whether the line is who wrote a work, and where it stands: 王五，《河湾》2024年第3期."""
    return _CREDIT.fullmatch(without_blanks(text)) is not None


def is_figure(text: str) -> bool:
    """Tell whether the line is a figure with its unit: 1731万名, 3.3 92.1."""
    return len(text) <= _LONGEST_FIGURE and _FIGURE.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Tell whether the line is a name in quotes, and no more: “九章”."""
    return _NAME.fullmatch(text) is not None


def has_name(text: str) -> bool:
    return _NAME.search(text) is not None


def is_label_row(text: str) -> bool:
    """Tell whether the line holds several labels side by side: 技术 管理."""
    return " " in text and _LABELS.search(text) is not None and not has_prose_mark(text)


def is_lead(text: str) -> bool:
    """Tell whether the line is no more than what leads a paragraph: 第一条, 本报河湾4月2日讯."""
    return _LEAD.fullmatch(text) is not None


def starts_with_date(text: str) -> bool:
    return text[:1].isdecimal() and _FULL_DATE.match(without_blanks(text[:20])) is not None


def starts_with_term(text: str) -> bool:
    """Tell whether the line starts with a term, a speaker or a view: 内涵：, 记者：, 从…看，."""
    may_start = text[:1] == "从" or "：" in text[:_LONGEST_TERM]
    return may_start and _TERM.match(text) is not None


def has_prose_mark(text: str) -> bool:
    """Tell whether the text has punctuation that a mere label, numbered perhaps, has not."""
    if not _PROSE_MARK.search(text):
        return False
    rank = numbering_of(text)
    mark = NUMBERINGS[rank].match(text) if rank is not None else None
    return mark is None or _PROSE_MARK.search(text, mark.end()) is not None
