"""Labels on slides that stand one below the other, and yet are one clause or a label's figure."""

import pytest

from tests.text.test_repair_borders import paragraphs

# Boxes of many widths with an empty line between two, as they come out of a slide.
BOXES = [
    "河边的集市",
    "卖菜的人",
    "豆腐和青菜都摆在木板上",
    "桥头的戏台",
    "锣鼓",
    "看戏的人从四面八方赶来",
    "山里的茶园",
    "新茶上市",
    "采茶",
]


def on_slide(*boxes: str) -> list[str]:
    """Return the paragraphs between the other boxes of a slide."""
    found = paragraphs("\n\n".join([*BOXES, *boxes, *reversed(BOXES)]))
    assert found[: len(BOXES)] == BOXES
    assert found[-len(BOXES) :] == BOXES[::-1]
    return found[len(BOXES) : -len(BOXES)]


@pytest.mark.parametrize(
    "boxes",
    [
        ("河里的水质", "显著改善"),
        ("茶园的面积", "连续16年增加"),
        ("村里的桥", "正在加速修建"),
        ("米价", "约占一成"),
        ("新修的水渠正在催生", "𠮷家门前的一片新市场"),
        ("村里的路甚至", "屋后的小桥"),
        ("2013年至2022年", "河水的流量"),
        ("2023年", "村里的人口"),
        ("村里的人均收入达到", "城里人家的水平"),
        ("路要修得宽阔、平坦、结实", "好走的样子"),
        ("2023年我国", "河上的船", "比岸上的多"),
        ("2023年", "我国的鱼", "在河里的占比"),
    ],
)
def test_labels_that_are_one_clause_are_one_paragraph(boxes: tuple[str, ...]) -> None:
    assert on_slide(*boxes) == ["".join(boxes)]


@pytest.mark.parametrize(
    "boxes",
    [
        ("河里的水质", "改善的办法"),
        ("米价", "成都的集市"),
        ("新市场", "正月"),
        ("2012年", "2022年"),
        ("“大渔”", "“小渔”"),
        ("“大渔”", "机器船再下河"),
        ("去看河的。", "已经修好的桥"),
        ("人均收入达到", "是去年的两倍"),
        ("河里的泥沙", "将减少", "两岸的绕行"),
        ("宽阔、平坦、结实", "好走"),
        ("桥和路", "……", "田和水"),
        ("2023年我国米价上升", "菜价"),
    ],
)
def test_labels_that_say_something_by_themselves_stay_apart(boxes: tuple[str, ...]) -> None:
    assert on_slide(*boxes) == list(boxes)


def test_label_with_a_name_takes_no_second_name() -> None:
    assert on_slide("“大渔”下水\n“小渔”", "机器船再下河") == ["“大渔”下水", "“小渔”机器船再下河"]


def test_year_is_no_object_and_leads_what_follows() -> None:
    assert on_slide("茶园面积连续16年", "2023年", "人口") == ["茶园面积连续16年", "2023年人口"]


def test_two_names_in_one_clause_stay_together() -> None:
    assert on_slide("把鱼从“水里”\n送到“桌上”") == ["把鱼从“水里”送到“桌上”"]


def test_figure_goes_to_the_label_before_if_the_next_label_is_close_by() -> None:
    rows = ["村里有船", "1731只\n村里养的牛", "400多头\n村外的桥"]

    assert on_slide(*rows) == ["村里有船1731只", "村里养的牛400多头", "村外的桥"]


def test_figure_between_two_gaps_stands_alone() -> None:
    assert on_slide("村里有船", "1731只", "村里养的牛") == ["村里有船", "1731只", "村里养的牛"]


def test_words_that_say_how_it_is_are_the_value_of_the_last_label_of_a_column() -> None:
    rows = ["村里有船", "1731只\n村里养的牛", "个头大、力气小", "村外的桥"]

    assert on_slide(*rows) == ["村里有船1731只", "村里养的牛个头大、力气小", "村外的桥"]
    assert on_slide(*rows[2:]) == rows[2:]


def test_year_and_land_take_a_subject_and_a_predicate_and_no_more() -> None:
    boxes = "2023年我国", "河上的船", "比岸上的多", "桥头的树"

    assert on_slide(*boxes) == ["2023年我国河上的船比岸上的多", "桥头的树"]


def test_year_and_land_in_two_boxes_open_two_clauses() -> None:
    first, second = ("2023年我国", "修好了", "旧桥"), ("2023年我国", "造出了", "新船")

    assert on_slide(*first, *second) == ["".join(first), "".join(second)]


def test_second_of_two_causes_begins_a_clause_and_takes_its_object() -> None:
    boxes = "一场大雨带动\n推动", "磨坊、水车、", "渡船"

    assert on_slide(*boxes) == ["一场大雨带动", "推动磨坊、水车、渡船"]


def test_what_will_change_is_named_where_it_stands_closer() -> None:
    boxes = "新修的桥", "将减少\n两岸的绕行 相当于修路"

    assert on_slide(*boxes) == ["新修的桥", "将减少两岸的绕行 相当于修路"]


@pytest.mark.parametrize(
    "credit", ["王五，《河湾》2024年第3期", "王五、李四，《河湾》 2024 年第 11 期"]
)
def test_work_in_a_list_is_followed_by_its_credit(credit: str) -> None:
    work = "◆《河边的树一夜之间都绿了》"

    assert on_slide(work, credit) == [f"{work} {''.join(credit.split())}"]
