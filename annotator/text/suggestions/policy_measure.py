"""Sentences that look like a policy measure: what is to be done, and to what."""

import re

# What measures do. A sentence needs two of these, or one that is asked for.
_DEEDS = (
    "加强|加快|加大|加固|推进|推动|推广|完善|健全|建立|建设|构建|实施|实行|深化|强化|优化|支持|鼓励|促进|打造|培育|培养"
    "|布局|落实|开展|提升|提高|扩大|保障|引导|引进|畅通|打通|整合|统筹|发挥|营造|激发|改造|改革|改进|制定|设立|组织|发展"
    "|攻克|突破|开辟|抢占|抢抓|运用|应用|保护|防范|坚持|坚定|巩固|拓展|吸引|依托|瞄准|聚焦|着力|着眼|集聚|破除|破解|放宽"
    "|压实|稳定|增强|延伸|出台|调整|转变|创新|探索|做好|做强|做大|抓好|抓住|守住|确保|用好|贯彻|联合"
)
# How it is to be done, and words that bring in to what or by whom.
_WAYS = (
    "全面|不断|持续|深入|大力|积极|主动|牢牢|牢固|切实|及时|合理|科学|有序|进一步|重点|严格|充分|更好|优先|把|以|将|对|从"
    "|让|使|通过|围绕|根据|按照|面向|由|因地制宜"
)
_ASKS = "必须|应当|应该|需要|要|应|须|需"
_START = r"(?:^|[，；：。“‘])"
_LEAD = (
    r"(?:[■●\s]|[首其再最][先次后]，?|第?[一二三四五六七八九十]+[是要、，]|[0-9]+[.、]"
    r"|同时，|此外，|为此，|因此，|还|也)*"
)
# 要深化改革, 各地要坚持…, 高校应积极响应…
_ASKED = re.compile(
    rf"{_START}{_LEAD}[^，。；：“”]{{0,20}}?(?<![需重主只想正就])(?:{_ASKS})(?:{_DEEDS}|{_WAYS})[^，。；]{{2}}"
)
_BEGINS = re.compile(
    rf"[“‘]?{_LEAD}(?:{_DEEDS}|全面|不断|持续|深入|大力|积极|主动|牢牢|牢固|切实|进一步|充分|更好)"
)
_DEED = re.compile(rf"(?:^|[，；、])[^，。；、]{{0,6}}?(?:{_DEEDS})")
_RULES = re.compile(
    "应当(?!看到|说|承认)|(?<![舍怨巴了])不得(?![不已])|(?<!明令)禁止|会议决定(?!的)|试行(?![》）])"
    "|给予(?!了)[^，。；]*(?:支持|奖励|补助|补贴)|原则上"
)
# Where it is judged, explained or told of the past, nothing is asked for.
_NO_MEASURE = re.compile(
    r"[？?]|是[^。，；]*(?:要求|选择|任务|举|所在|着力点|支撑|保障|力量|之义|关键|源泉|前提|必由之路|标志|要素)[。，；”]"
    r"|(?:要|需要|必须)[^，]{0,4}(?:看到|认识到|指出)|取得|近年来|去年|已经|如果|才能|有利于|有助于|能够|意味着|体现|表明|离不开"
    r"|一系列|充分说明|时提出|已(?:初步)?(?:形成|建立|完成)|[建获]得了|节约了|曾"
)
_FEWEST_DEEDS = 2


def is_policy_measure(sentence: str) -> bool:
    if _NO_MEASURE.search(sentence):
        return False
    if _ASKED.search(sentence) or _RULES.search(sentence):
        return True
    return bool(_BEGINS.match(sentence)) and len(_DEED.findall(sentence)) >= _FEWEST_DEEDS
