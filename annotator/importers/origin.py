"""Origin: what a file says of itself, without what programs fill in by themselves."""

import re

from annotator.core.document import About, DocumentKind

_TITLE_OF_PROGRAM = re.compile(
    r"(?:(?:microsoft )?(?:word|powerpoint)\b.*|演示文稿\s*\d*|无标题.*|标题|文档\s*\d*|untitled.*"
    r"|(?:幻灯片|slides?|document|presentation|ppt|title)\s*\d*|.*\.(?:docx?|pptx?|wps|pdf|html?))",
    re.IGNORECASE,
)
_AUTHOR_OF_PROGRAM = re.compile(
    r"(?:user|admin\w*|root|pc|hp|dell|lenovo|asus|acer|apple|china|microsoft.*|windows.*|python-\w+"
    r"|un-?named|unknown(?: author)?|author|作者|用户|未知|微软用户|管理员|[\W\d_]*)[\s\d]*",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}(?!\d)")
_LONGEST = 200


def origin(
    title: str = "",
    *,
    publisher: str = "",
    date: str = "",
    kind: DocumentKind = DocumentKind.UNKNOWN,
) -> About:
    """Return what is known; what is no name, too long, or no date of ISO 8601, is unknown."""
    title, publisher = _line(title), _line(publisher)
    told = _DATE.match(date.strip())
    return About(
        "" if _TITLE_OF_PROGRAM.fullmatch(title) else title,
        "" if _AUTHOR_OF_PROGRAM.fullmatch(publisher) else publisher,
        told[0] if told else "",
        kind,
    )


def _line(text: str) -> str:
    """Return the text on one line, "" if it is longer than a name is."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return line if len(line) <= _LONGEST else ""
