"""Which blanks are shown."""

import pytest

from annotator.text.repair import repair

HARD_WRAPPED = (
    "Reading is slow work, and it is best done with a friend who reads\n"
    "the same page and asks what it means, until both of you know well\n"
    "enough what the author meant."
)


def paragraphs(source: str) -> list[str]:
    reading = repair(source)
    return [reading.text[item.start : item.end] for item in reading.paragraphs]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("产 业 和 未 来，都 要 看。", "产业和未来，都要看。"),
        ("今天 是 2024 年 3 月 5 日。", "今天是2024年3月5日。"),
        ("增长 5.3 % ，比去年高。", "增长5.3 %，比去年高。"),
        ("他说 ：“ 好 。 ”", "他说：“好。”"),
        ("（《 晨报 》  2023年 9月 9日 ）", "（《晨报》2023年9月9日）"),
        ("他用 Visual Studio 写字。", "他用 Visual Studio 写字。"),
        ("投入 C919 的研制。", "投入C919的研制。"),
        ("She said “no” and left.", "She said “no” and left."),
        ("3.3 92.1", "3.3 92.1"),
        ("东城区，含老街\t1.2万", "东城区，含老街 1.2万"),
        ("\u3000\u3000这里 有　全角的空格。", "这里有全角的空格。"),
        ("目  录", "目录"),
        ("技术 管理", "技术 管理"),
        ("2012年 2022年", "2012年 2022年"),
        ("2.42亿吨 5.45亿棵", "2.42亿吨 5.45亿棵"),
        ("1. 苹果很甜。", "1. 苹果很甜。"),
        ("第一条 为了方便大家，制定本规定。", "第一条 为了方便大家，制定本规定。"),
    ],
)
def test_blanks_of_typesetting_go_and_those_of_the_author_stay(source: str, shown: str) -> None:
    assert paragraphs(source) == [shown]


def test_headline_keeps_the_blank_between_its_parts() -> None:
    source = "某地会议强调  稳中求进 2024 年再出发\n\n会议今天在这里举行，大家都来了，说了很多话。"

    assert paragraphs(source)[0] == "某地会议强调 稳中求进2024年再出发"


def test_two_latin_words_are_joined_by_a_blank() -> None:
    assert paragraphs(f"{HARD_WRAPPED}\n\nShort.") == [HARD_WRAPPED.replace("\n", " "), "Short."]


def test_inserted_blank_has_no_place_in_the_source() -> None:
    reading = repair(f"{HARD_WRAPPED}\n\nShort.")

    blank = reading.text.index("reads the") + 5
    assert not any(run.start <= blank < run.start + run.length for run in reading.runs)
