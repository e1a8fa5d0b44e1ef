"""The shipped data: sample texts, built-in codebook, user dictionary."""

import json
import re
from typing import Any
from uuid import UUID

import pytest

from annotator.core.codebook import Underline
from annotator.core.document import DocumentKind
from annotator.places import data_file

DOCUMENTS: list[dict[str, str]] = json.loads(data_file("manifest.json").read_text("utf-8"))[
    "documents"
]
TAGS: list[dict[str, Any]] = json.loads(data_file("codebook.json").read_text("utf-8"))["tags"]


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def in_chinese(date: str) -> str:
    """Return an ISO date, as far as it goes, the way the texts write it: 2024年3月21日."""
    numbers = [part.lstrip("0") for part in date.split("-") if part]
    return "".join(number + unit for number, unit in zip(numbers, "年月日", strict=False))


def test_every_sample_text_is_listed_once() -> None:
    files = sorted(path.name for path in data_file().glob("[0-9]*.txt"))

    assert sorted(document["file"] for document in DOCUMENTS) == files


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["file"])
def test_what_the_list_says_of_a_text_stands_in_the_text(document: dict[str, str]) -> None:
    text = letters(data_file(document["file"]).read_text("utf-8"))

    assert letters(document["title"]) in text
    assert document["publisher"] in text
    assert in_chinese(document["date"]) in text
    assert DocumentKind(document["kind"]) is not DocumentKind.UNKNOWN


def test_built_in_tags_can_be_told_apart() -> None:
    assert len({UUID(tag["id"]) for tag in TAGS}) == len(TAGS) == 4
    assert len({Underline(tag["underline"]) for tag in TAGS}) == 4
    assert len({tag["colour"] for tag in TAGS}) == 4
    for language in ("zh", "en"):
        assert len({tag["names"][language] for tag in TAGS}) == 4
        assert all(tag["definitions"][language] for tag in TAGS)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours `#rrggbb` as WCAG 2 defines it."""
    darker, lighter = sorted(luminance(colour) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("tag", TAGS, ids=lambda tag: tag["key"])
def test_text_stays_readable_on_every_colour(tag: dict[str, Any]) -> None:
    assert contrast(tag["colour"], "#24211c") >= 7


def test_every_word_of_the_dictionary_stands_in_the_texts() -> None:
    texts = letters("".join(path.read_text("utf-8") for path in data_file().glob("[0-9]*.txt")))
    lines = data_file("user_dictionary.txt").read_text("utf-8").splitlines()

    words = [line.split(" ")[0] for line in lines]

    assert len(set(words)) == len(words) >= 60
    assert [word for word in words if word not in texts] == []
    assert all(re.fullmatch(r"\S+ \d+ \w+", line) for line in lines)
