"""What an amount is about, and its year, as far as the words around it tell."""

import re

from annotator.text.figures.amounts import Amount
from annotator.text.numerals import NUMBER, value_of

_CLAUSE_MARK = re.compile(r"(?:[、，,；;：:。！？\n（）()【】\s]|——)+")
# Dates, and words that only lead on to the thing itself.
_LEADING = re.compile(
    r"(?:[\s■●·]|其中|目前|现有|截至|到|近年来|不久前|过去一年|全年|去年|今年|前年|上年|与|和|及|据.{2,10}统计"
    r"|本学期|上学期|本周|[0-9０-９〇零一二三四五六七八九十—–~～-]{1,9}[年月日](?!级|间|多)"
    r"|至今|以来|前后|上半年|下半年|底|分别|我们|有|拥有|共有|约|一张|每年|而|且|又)+"
)
# 增加到 tells of the same as before; 总量超过 tells of the total.
_REACHES = re.compile("(?:下降|降|提高|增加|上升|增长|增)[至到](?:约|近|了)*$")
_TRAILING = re.compile(
    r"(?:约|近|超过?|逾|不足|达到?|高达|共有?|共计|合计|总共|一共|为|有|是|占去?|只|仅|至|到|了|已经?|形成|拥有"
    r"|大约|将近|仍|还|也|不|第|登记|记录|分别|[位稳]?居|[位名]?列|排名|历史性|中|在|从|由|突破|实现|上"
    r"|(?:[比较从自]|相比)?(?:[0-9]{4}年)?的|[“‘（(\s])+$"
)
_THING = re.compile(r"(?:以上|左右|多)?的?([^，。；、：！？,;:!?“”‘’（）()\[\]\s]{1,20})")
# Where what is counted ends and what is said of it begins.
_SAID_OF_IT = re.compile(
    r"参加|参与|参观|入选|组网|拍摄|已|在|将|被|是|为|达|占|仍|都|没有|可以|能够|受到|获|需|[和或及][0-9]|左右"
    r"|以[上下内](?!的)|以后|[0-9]|就|连续|分别|发言|领|观看|往返|换|通过|用于|因为|由|完成|只|常年|中有|中$"
    r"|全部|均|实现|支持"
)
_GOES_ON = re.compile(r"[和、或及至][0-9一二三四五六七八九十]")
_LIST_SIGN = re.compile("[、，,和及以]+")
_NO_THING = re.compile(r"以上(?!的)|左右|[和及与至或内后前]")
# These tell how much more or of how much, but not of what.
_DEPENDS = re.compile(
    "(?:[0-9]+多?年|[五十]年)?(?:同?比.{0,6})?(?:平均)?(?:每年|年均)?(?:进一步)?"
    "(?:增长|下降|上涨|上升|提高|增加|减少|降低|增产|高|低|多|少)|(?:年均|平均每年|进一步)"
    "|占比|增速|增幅|比重|占[^占]{1,12}"
)

_ONE_YEAR = r"(?:19|20)[0-9]{2}"
_YEAR = re.compile(
    rf"(?P<figures>{_ONE_YEAR}年?(?:[、至—–~～\-和]{_ONE_YEAR}年?)*(?<=年))(?!的|同期|相比|以来)"
    r"|(?P<words>[一二][零〇一二三四五六七八九]{3})年(?!的|同期|相比|以来)"
    r"|(?P<relative>去年|今年|前年|上年|上学期|本学期|本周)(?!同期)"
)
_OWN_YEAR = re.compile(rf"(?<![是于])({_ONE_YEAR})年的(?:约|近)?$")
_COMPARED = re.compile(r"[比与同较自从由]$")
_TO = re.compile("[至~～–-]")
_IS_NUMBER = re.compile(NUMBER)
_LEAST = 4
_LONGEST = 30


def subjects(text: str, found: list[Amount], start: int, end: int) -> list[str]:
    """Return for each amount of [start, end) the words that name what it is about; "" if none."""
    named: list[str] = []
    for index, amount in enumerate(found):
        after = found[index - 1].end if index else start
        if len(named) > index:
            continue  # named together with one before
        if together := _respectively(text, found[index:], after):
            named += together
            continue
        before = _before(text, after, amount.start, last=named[-1] if named else "")
        named.append(_behind(text, amount, end) or before)
    for index in range(len(found) - 2, -1, -1):
        if found[index].is_count and _GOES_ON.match(text, found[index].end):
            named[index] = named[index + 1]  # 16项和14项改革
    return named


def year(text: str, start: int, end: int) -> str:
    """Return the last year in [start, end) that is more than compared with: 2023, 去年, or "".

    A year directly before the number, as in 2012年的35%, goes before all others.
    """
    if own := _OWN_YEAR.search(text, start, end):
        return own[1]
    last = ""
    for match in _YEAR.finditer(text, start, end):
        if not _COMPARED.search(text, start, match.start()):
            words = match["words"]
            figures = _TO.sub("—", (match["figures"] or "").replace("年", ""))
            last = str(value_of(words)) if words else figures or match["relative"]
    return last


def _respectively(text: str, found: list[Amount], start: int) -> list[str]:
    """Return 收入 and 支出 for 收入、支出分别为3万元、2万元, nothing where their numbers differ."""
    names_part, sign, _ = text[start : found[0].start].rpartition("分别")
    listed = 1
    while listed < len(found) and _LIST_SIGN.fullmatch(
        text, found[listed - 1].end, found[listed].start
    ):
        listed += 1
    clause = re.split("[，,；;：:。]", names_part)[-1]
    names = [_stripped(name) for name in re.split("[、和及]", clause)]
    return names if sign and all(names) and len(names) == listed > 1 else []


def _behind(text: str, amount: Amount, end: int) -> str:
    """Return what is counted where it stands behind the number: 23名工人参加 counts 工人."""
    if not amount.is_count or _NO_THING.match(text, amount.end, end):
        return ""
    thing = _THING.match(text, amount.end, end)
    return _SAID_OF_IT.split(thing[1], maxsplit=1)[0] if thing else ""


def _before(text: str, start: int, end: int, *, last: str) -> str:
    """Return what is counted or measured where it stands before the number.

    Where nothing does it is what the last amount was about; what only depends on something, such
    as 增速, goes with that.
    """
    clauses = [_stripped(clause) for clause in _CLAUSE_MARK.split(text[start:end])]
    named = [clause for clause in clauses if clause and not _IS_NUMBER.fullmatch(clause)]
    if not named:
        return last
    words, earlier = named[-1], "，".join(named[-2:-1])
    if _DEPENDS.fullmatch(words):
        whole = last or earlier
        return f"{whole}，{words}" if whole else ""
    return f"{earlier}，{words}" if earlier and not last and len(words) < _LEAST else words


def _stripped(words: str) -> str:
    leading = _LEADING.match(words)
    words = _REACHES.sub("", words[leading.end() :] if leading else words)
    return _TRAILING.sub("", words)[-_LONGEST:]
