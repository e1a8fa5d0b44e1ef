"""Codebook: tags by name and in order."""

import pytest

from annotator.core.codebook import Codebook, Tag

CODEBOOK = Codebook((Tag("1", "定义", "#ffe9a8"), Tag("2", "AI Policy", "#cdebd3")))


@pytest.mark.parametrize("name", ["AI Policy", "ai policy", " ＡＩ  policy "])
def test_tag_is_found_whatever_width_case_and_blanks(name: str) -> None:
    assert CODEBOOK.named(name) == CODEBOOK.tags[1]


def test_name_that_no_tag_has_is_not_found() -> None:
    assert CODEBOOK.named("policy") is None
    assert CODEBOOK.get("3") is None


def test_tag_ids_are_put_in_the_order_of_the_codebook() -> None:
    assert CODEBOOK.in_order(frozenset(["2", "3", "1"])) == ("1", "2")
