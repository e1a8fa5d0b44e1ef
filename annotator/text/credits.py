"""Credits: what a line tells of the origin of an article: （《人民日报》2024年3月1日）."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Credit:
    """What is known of the origin of an article, as far as its text tells; "" is unknown.

    `date` is written as in ISO 8601, as far as it is known. `words` are those of the text, without
    the brackets around them.
    """

    author: str = ""
    publisher: str = ""
    date: str = ""
    words: str = ""


NO_CREDIT = Credit()

_BRACKETS = re.compile(r"\A[（(](.*?)[）)]?\Z", re.DOTALL)
_PERIODICAL = re.compile("《([^《》]{1,30})》")
_SOURCE = re.compile(r"(?:来源|转自|原载)[：:]\s*《?([^《》，,；;、。（）()\s\d]{1,30})")
_AUTHOR = re.compile(r"(?:作者|记者|执笔)[：:]\s*([^：:，,；;。（）()《》\d]{1,40})")
_REPORTER = re.compile(r"\A本报记者\s*([\u4e00-\u9fff·]{2,4}(?:[\s、][\u4e00-\u9fff·]{2,4})*)\Z")
_AGENCY = re.compile(r"\A[（(]?(新华社|中新社)[^，。：；\d]{0,12}\d{1,2}月\d{1,2}日[电讯]")
_DATE = re.compile(r"(?<!\d)(\d{4})\s*[年./-]\s*(\d{1,2})\s*(?:[月./-]\s*(\d{1,2})(?!\d)|月)?")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_ISO_MONTH = re.compile(r"(?<![\d./-])(\d{4})-(\d{2})(?![\d./-])")


def credit_of(line: str) -> Credit:
    """Return what a line of source, author or imprint tells; nothing is guessed."""
    brackets = _BRACKETS.match(line)
    words = (brackets[1] if brackets else line).strip()
    publisher = _SOURCE.search(words) or _PERIODICAL.search(words) or _AGENCY.match(words)
    author = _AUTHOR.search(words) or _REPORTER.match(words)
    return Credit(
        author=author[1].strip() if author else "",
        publisher=publisher[1] if publisher else "",
        date=_date_in(words),
        words=words,
    )


def agency_of(paragraph: str) -> str:
    """Return the news agency with whose dateline a report begins, "" if with none."""
    agency = _AGENCY.match(paragraph)
    return agency[1] if agency else ""


def joined(lines: Sequence[Credit]) -> Credit:
    """Return what several lines tell together; where two tell the same, the first one counts."""
    return Credit(
        author=next((one.author for one in lines if one.author), ""),
        publisher=next((one.publisher for one in lines if one.publisher), ""),
        date=max((one.date for one in lines), key=len, default=""),
        words="；".join(one.words for one in lines if one.words),
    )


def _date_in(words: str) -> str:
    """Return day, month or year. 2024/11 may be an issue as well as a month: it tells the year."""
    for found in _DATE.finditer(words):
        year, month, day = (int(part) if part else 0 for part in found.groups())
        if day and _is_day(year, month, day):
            return f"{year:04}-{month:02}-{day:02}"
        if found[0].rstrip().endswith("月") and 1 <= month <= 12:
            return f"{year:04}-{month:02}"
    if month_only := _ISO_MONTH.search(words):
        return month_only[0] if 1 <= int(month_only[2]) <= 12 else month_only[1]
    year_only = _YEAR.search(words)
    return year_only[1] if year_only else ""


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
