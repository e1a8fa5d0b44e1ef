"""What lines of source, author and imprint tell."""

import pytest

from annotator.text.credits import Credit, agency_of, credit_of, joined


@pytest.mark.parametrize(
    ("line", "publisher", "date"),
    [
        ("（《人民日报》2023年9月9日）", "人民日报", "2023-09-09"),
        ("（《人民日报》2024年 3 月 1 日）", "人民日报", "2024-03-01"),
        ("（来源：光明日报，2024-03-01）", "光明日报", "2024-03-01"),
        ("来源：新华网 2024-03-01 10:20", "新华网", "2024-03-01"),
        ("（《求是》2024年第11期）", "求是", "2024"),
        ("（《人民日报》2024", "人民日报", "2024"),
        ("发布时间：2024年3月", "", "2024-03"),
        ("发布日期：2024-03", "", "2024-03"),
        ("（新华社北京3月1日电）", "新华社", ""),
        ("2024年第2期", "", "2024"),
        ("（作者单位：山东大学）", "", ""),
    ],
)
def test_periodical_and_date_are_read_off_the_line(line: str, publisher: str, date: str) -> None:
    credit = credit_of(line)

    assert (credit.publisher, credit.date) == (publisher, date)


@pytest.mark.parametrize("line", ["《求是》2024/11", "《求是》2024.11", "（《求是》2024-11-31）"])
def test_what_may_be_an_issue_or_is_no_day_tells_the_year_only(line: str) -> None:
    assert credit_of(line).date == "2024"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("作者：张三", "张三"),
        ("（记者：李四 王五）", "李四 王五"),
        ("（本报记者 李四 王五）", "李四 王五"),
        ("（作者系某大学教授）", ""),
        ("（作者单位：某大学）", ""),
        ("（本报记者从会上获悉，今年有新变化）", ""),
    ],
)
def test_author_is_who_is_named_as_such(line: str, author: str) -> None:
    assert credit_of(line).author == author


def test_words_are_those_of_the_line_without_its_brackets() -> None:
    assert (
        credit_of("（作者单位：山东大学、山东科技大学）").words
        == "作者单位：山东大学、山东科技大学"
    )
    assert credit_of("（《人民日报》2024").words == "《人民日报》2024"


def test_several_lines_complete_one_another() -> None:
    credit = joined([credit_of("来源：光明日报"), credit_of("作者：𠮷田"), credit_of("2024年3月")])

    assert credit == Credit("𠮷田", "光明日报", "2024-03", "来源：光明日报；作者：𠮷田；2024年3月")


def test_nothing_is_told_by_nothing() -> None:
    assert credit_of("") == joined([]) == Credit()


def test_a_report_begins_with_its_agency() -> None:
    assert agency_of("新华社北京3月1日电 中共中央总书记……") == "新华社"
    assert agency_of("新华社3月1日报道了此事。") == ""
