"""Statements that look like an example: a named place, body, person or product, and what it did."""

import re

_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南"
    "|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|深圳|雄安|美国|英国|德国|日本|法国|韩国"
)
_BODIES = (
    "大学|学院|研究所|研究院|科学院|实验室|集团|公司|医院|小学|中学|电站|工厂|图书馆|图书室|卫生所"
    "|新区|机场|空间站"
)
# Who it is about, at the beginning: a place, a body with a name, or a thing with one.
_LEAD = (
    r"^(?:[“‘\s■]|近年来，|近日，|去年，?|目前，|比如，?|例如，?|同时，|据了解，|据[^，]{2,10}统计，|[0-9]{4}年[^，]{0,8}，"
    r"|[^，。]{2,8}[讯电] |截至[^，]*，|位于)*"
)
_NAME = r"[^，。；的型和与了对是动高水平及抓统一“”‘’\s]"
_NAMED = (
    rf"(?:(?:{_PROVINCES})(?!等)|{_NAME}{{2,10}}(?:{_BODIES})|{_NAME}{{2,3}}[省市县镇](?![场域城群级民委])|[全本][镇县市省校]"
    r"|[^，。；是“”]{0,10}“[^”]{2,10}”(?=正式|成功|率先|实现|刷新|让|[^，]{0,6}挂牌)|[A-Z]+[A-Za-z]*[0-9]{2,4})"
)
_DONE = (
    "实施|实现|建成|建立|建起|投产|开通|交付|成立|挂牌|推出|攻克|开展|启动|形成|参与|突破|落地|上线|亮相|完工|修缮|刷新"
    "|下水|试航|运行|发射|问世|升级|研制|研发|运营|诞生|获批|转移|加固|换了|新添|参加|登记|记录|发生|成为|拉开|开辟|拓展"
    "|支持|提供|下降|上涨|建设|变|让|体验|制作|走进|用|入选|公布|趋好"
)
_NAMED_DEED = re.compile(rf"{_LEAD}[^，。；“”是]{{0,4}}{_NAMED}[^。；]{{0,60}}?(?:{_DONE})")
# 全球首座…投产
_FIRST = re.compile(
    r"(?:(?:全球|世界|我国|全国|国内|国产)[^。；，]{0,4}首|[本全][镇县市]第一)[座条个艘架台批款颗套次]"
    rf"[^。；]*(?:{_DONE})"
)
# 例如…有, 以Z镇为例
_MARKED = re.compile(
    r"(?:比如|例如|譬如)[，：]?[^。；]{0,12}[是有在]|典型案例"
    rf"|以[^，。；]{{1,12}}(?:[省市县镇村]|企业|{_BODIES})为例"
)
# Said by somebody, asked for, or called by a general name, it is no case.
_NO_EXAMPLE = re.compile(
    r"[？?]|^——|习近平|总书记|座谈会|讲话|人民日报|审议|代表团|(?<![需重主只])要(?!求|素)|必须|应当|不得"
    r"|应(?!用|对|链|商|急|届|变)|意见提出|指出|强调|认为|建议|预计|如果|党的|中国特色|马克思|规定|管理办法"
)
_LEAST = 8


def is_example(statement: str) -> bool:
    if len(statement) < _LEAST or _NO_EXAMPLE.search(statement):
        return False
    return any(pattern.search(statement) for pattern in (_MARKED, _FIRST, _NAMED_DEED))
