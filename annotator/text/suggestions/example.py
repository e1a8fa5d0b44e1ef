"""Statements that look like an example: a named place, body, person or product, and what it did."""

import re

from annotator.text.suggestions.names import (
    BODY,
    COUNTRY,
    DISTRICT,
    NAMED_BODY,
    PERSON,
    PLACE,
    PRODUCT,
)

# What may stand before the one it is about: when, where, who says so, a bullet, a label. Nothing of
# it is given back once it is taken, or a row of dates would be taken in all possible ways.
_LEAD = (
    r"^(?:[‘\s■●◆]|“(?![^”]{2,10}”)|\[[^\]]{1,6}\]：?|据了解，|据[^，]{2,10}统计，|截至[^，]*，|位于"
    r"|(?:始?建|成立|创办)于[^，。；]{2,10}的|过去[^，]{1,4}，|(?:近年来|近日|目前|同时)，"
    r"|[0-9]{1,4}[年月日]，?|[^，。；]{0,10}(?:[年月日周天季]|期间|时期|年代|以来|以后|前夕)，"
    r"|(?:本报|据?新华社)[^，。]{0,10}[讯电] ?|[^，。]{2,8}[讯电] )*+"
)
_QUOTED = (
    r"[^，。；是“”]{0,10}“[^”]{2,10}”"
    r"(?=正式|成功|率先|首次|实现|刷新|让|[^，。；“”]{0,8}(?:挂牌|再|又|已))"
)
_NAMED = (
    rf"(?:{PLACE}(?!等)|{NAMED_BODY}|{DISTRICT}|{_QUOTED}|[^，。；“”是]{{0,4}}{PRODUCT})"
    r"(?![^，。；]{0,8}是)"
)
_DONE = (
    "(?:实施|实现|建成|建立|建起|投产|开通|交付|成立|挂牌|推出|攻克|开展|启动|形成|参与|突破|落地"
    "|上线|亮相|完工|修缮|修复|刷新|下水|试航|运行|发射|问世|升级|研制|研发|设计|运营|诞生|获批|转移|加固"
    "|换了|新添|登记|记录|拉开|开辟|拓展|支持|提供|建设|变|让|体验|制作|走进|用|入选|公布|趋好|推动"
    "|推进|提升|打造|带来|展示|改造|解决|探索|试点|试行|引进|培育|培训|开发|开设|开放|创办|创建|组建"
    "|设立|捐|帮助|带领|查处|制定|出台|实行|扩大|生产出|发现|发明|进[^，。；]{2,10}[厂校村])"
    "(?!的|者|人员|经费|投入|能力|水平|中心|机构|部门)"
)
_NAMED_DEED = re.compile(rf"{_LEAD}[^，。；“”是]{{0,4}}{_NAMED}[^。；]{{0,60}}?{_DONE}")
_PERSON_DEED = re.compile(
    rf"{_LEAD}(?:[^，。；]{{0,10}}的)?{PERSON}(?:今年[^，。；]{{1,6}}岁，)?[^，。；]{{0,8}}"
    "(?:长大，|从事|创办|发明|办起|带领|研制|登记了|做了|种了|捐了|建起|救[了出起])"
)
# 安徽天长：从“汗水农业”到“智慧农业”
_HEADLINE = re.compile(rf"{_LEAD}{PLACE}[^，。；：]{{0,3}}：(?![“‘])[^。；]{{6,}}$")
# 全球首座…投产
_FIRST = re.compile(
    r"(?:(?:全球|世界|我国|全国|国内|国产)[^。；，]{0,4}首|[本全][镇县市]第一)[座条个艘架台批款颗套次]"
    rf"[^。；]*{_DONE}"
)
# 例如X市…, 以Z镇为例
_MARKED = re.compile(
    rf"(?:比如|例如|譬如|又如|再如)[，：]?[^。；]{{0,6}}(?:{_NAMED}|{PERSON}[^，。；]{{0,8}}[年岁])"
    rf"|以[^，。；]{{1,12}}(?:[省市县镇村]|企业|{BODY})为例"
)
# 发生在英国, 亮相杭州, 承建沙特…电站, 使C919投入运营
_PLACED = re.compile(
    rf"(?:发生|诞生|坐落|落户|亮相|起源|兴起)[在于]?(?:{PLACE}|{COUNTRY})|{COUNTRY}建立起"
    rf"|(?<!加快)(?<!推进)(?:承建|援建|建设)(?:{PLACE}|{COUNTRY})[^，。；的]{{1,14}}"
    rf"(?:{BODY}|铁路|公路|港|园区|学校|项目|工程)"
    rf"|[使让]{PRODUCT}[^，。；]{{0,6}}(?:投入|成功|实现|首飞|下线|交付|量产|问世)"
)
# 印刷术的发明促进了…
_INVENTION = re.compile(r"的(?:发明|问世|诞生)[^。；]{0,12}(?:开启|开创|推动|促进|带来|改变|便利)")
_PRIZE = re.compile(
    r"(?:荣获|夺得|摘得|获评|获得|被评为|被授予)[^，。；]{0,24}(?:奖|冠军|金牌|银牌|称号)(?!励|金|项)"
)
# 展会上，观众在体验…: what is written under a picture
_CAPTION = re.compile(
    r"^[^，。；]{2,16}(?:会上|馆|现场|车间里?|展区)，[^，。；]{2,6}正?在[^，。；]{0,4}"
    r"(?:体验|观看|参观|操作|调试|展示|加工)"
)
# Said or visited by somebody, asked for, planned, announced, or called by a general name or none,
# it is no case.
_NO_EXAMPLE = re.compile(
    r"[？?]|^——|^(?:“|近年来，|同时，|由于|但是?|目前，)*(?:[他她它这其该]|我们[^掌]|有的|两)"
    r"|习近平|总书记|座谈会|研讨会|招待会|开幕|参加了?[^，。；]{0,10}(?:会议|活动|考察|选举)"
    r"|讲话|人民日报|审议|代表团|(?<![需重主只])要(?!求|素)|必须|应当|不得|尚需"
    r"|(?<![效反供响适相对呼顺感])应(?!用|对|链|商|急|届|变)|意见提出|指出|强调|认为|建议|预计|如果"
    r"|党的|中国特色|马克思|规定|管理办法|第[一二三四五六七八九十百]+条|提出[^，。；]*(?:构想|设想)"
    r"|(?:书记|长|主席|主任|教授|代表|委员)[^，。；：]{2,4}：|）：|：[“‘『「]|[^传听]说[，：]|表示"
    r"|获悉|致电|会见|出席|会谈|考察|希望|呼吁|承诺|要求[各全有]|决定[于对自]|有望|力争|计划于"
    r"|(?<!即)将(?![^，。；]{1,16}(?:转|变|分|列|作为|改))|到20[2-9][0-9]年"
)
_LEAST = 8
_PATTERNS = (
    _MARKED,
    _FIRST,
    _NAMED_DEED,
    _PERSON_DEED,
    _HEADLINE,
    _PLACED,
    _INVENTION,
    _PRIZE,
    _CAPTION,
)


def is_example(statement: str) -> bool:
    if len(statement) < _LEAST or _NO_EXAMPLE.search(statement):
        return False
    return any(pattern.search(statement) for pattern in _PATTERNS)
