"""The acceptance cases: places in the sample texts with what a reader expects there."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from annotator.core.reading_text import ReadingText
from annotator.text.repair import MarkKind, repair

CASES = json.loads((Path(__file__).parent / "repair_cases.json").read_text("utf-8"))["cases"]
DATA = Path(__file__).parents[2] / "data"


@cache
def reading_text(name: str) -> ReadingText:
    return repair((DATA / name).read_text("utf-8"))


def paragraphs_of(reading: ReadingText) -> list[tuple[str, str]]:
    return [(reading.text[p.start : p.end], p.kind.value) for p in reading.paragraphs]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_reader_finds_what_is_expected(case: dict[str, Any]) -> None:
    reading = reading_text(case["text"])
    paragraphs = paragraphs_of(reading)
    texts = [text for text, _ in paragraphs]
    expected = case["expected"]

    match case["check"]:
        case "paragraphs":
            assert [text for text in expected if text not in texts] == []
            if "kind" in case:
                assert all((text, case["kind"]) in paragraphs for text in expected)
        case "exactly_once":
            assert [texts.count(text) for text in expected] == [1] * len(expected)
        case "contains":
            assert all(text in reading.text for text in expected)
        case "absent":
            assert not any(text in reading.text for text in expected)
        case "not_joined":
            assert all(text in reading.text for text in expected)
            assert "".join(expected) not in reading.text
        case "contents":
            listed = [(entry.title, entry.page) for entry in reading.contents]
            assert all(tuple(entry) in listed for entry in expected)
            assert len(listed) == case.get("count", len(listed))
        case "garbled":
            marked = [m.start for m in reading.marks if m.kind == MarkKind.GARBLED]
            assert [reading.text[start] for start in marked] == expected
        case unknown:
            pytest.fail(f"unknown check {unknown}")
