"""Sentences that look like a definition: what a concept is, has in it, or differs from."""

import re

# 生产力是指…, “领跑”，指的是…, 本办法所称公共菜园，是指…, 可以称为“事件时间”
_SAYS_MEANING = re.compile(
    r"(?<!已)(?:是|就?是)指(?![日向导望责出挥标数定点明南])|(?<!我)指的是|的意思是"
    r"|(?:^|[，。“‘])所谓[^，。；]{1,20}(?:就是|是指|即|指)|可以称为“|称之为|又称|简称为"
)
# The mark by which a concept is known: 以…为核心标志, 特点是…, 具有…特征, 基本内涵：…
_TELLS_MARKS = re.compile(
    r"以[^。；]{2,40}为(?:基本内涵|内涵|核心标志|主要标志|主要特征(?!的)|具体表现形式|本质)"
    r"|(?<!一个重要)(?<!一个主要)(?<!共同)(?<!鲜明的)(?:特点|特征|本质|内涵|核心标志|外延)(?:就?是|包括|在于|为|体现在)"
    r"|(?:总体定义|基本内涵|核心标志|定义|内涵)："
)
# A kind and how it differs: 新质生产力是…的先进生产力质态, and 与传统生产力相比，它是…的生产力.
_IS_A_KIND = re.compile(
    r"(?:^|[，：；“‘])[^，。；：“”‘’是]{2,32}[”’]?(?<!特别|尤其|无论|要的)(?:，|本质上|本身)?"
    r"(?:就是|也是|是)(?P<kind>[^。；]{4,200})"
)
_KINDS = "质态|生产力|形态|能力|总和|统一"
# Much is called a kind of these that is not explained by it.
_LOOSE_KINDS = "产物|现象|产业|经济|组织|机构|制度|活动|方式|技术"
_ENDS_IN_KIND = re.compile(
    rf"(?:的|一种)[^，。；的]{{0,12}}(?:{_KINDS})(?=[，。；”’、！…]|$)"
    rf"|(?:以[^，。；]{{2,20}}为[^，。；]{{2,8}}|由[^，。；]{{4,30}})的[^，。；的]{{0,12}}(?:{_LOOSE_KINDS})(?=[，。；”’]|$)"
)
# 有别于传统生产力, 与传统生产力有质的区别
_TELLS_DIFFERENCE = re.compile(
    r"(?:有别于|区别于|不同于)[^，。]{2,16}，[^。]*是|与[^，。]{2,16}(?:有[^，。]{0,8}区别|的区别在于)"
)
# What only matters, or is to be done, is not explained by that.
_SAYS_WHY_IT_MATTERS = re.compile(
    r"是[^。，；]*(?:要求|选择|任务|举|所在|着力点|支撑|保障|力量|义|关键|源泉|动力|前提|条件|路径|根基|基础|底色"
    r"|指导|需要|发展|创新|贡献|遵循|要素|主阵地|策源地|战略)[。，；”]"
)
_NO_DEFINITION = re.compile(r"[？?]|^[^，]{0,8}(?:要|必须)|什么|强调，必须")
_ABOUT_DEFINING = re.compile(
    r"(?:丰富|深化|阐明|把握|认识|理解|阐释|概括)[^，。]*(?:内涵|本质|特征)"
)


def is_definition(sentence: str) -> bool:
    if _NO_DEFINITION.search(sentence):
        return False
    if _SAYS_MEANING.search(sentence) or _TELLS_MARKS.search(sentence):
        return not _ABOUT_DEFINING.search(sentence)
    if _TELLS_DIFFERENCE.search(sentence):
        return True
    return any(_is_of_a_kind(match) for match in _IS_A_KIND.finditer(sentence))


def _is_of_a_kind(match: re.Match[str]) -> bool:
    return bool(_ENDS_IN_KIND.search(match["kind"])) and not _SAYS_WHY_IT_MATTERS.search(match[0])
