"""Errors: one sentence for a reader, with every placeholder filled."""

import re
from collections.abc import Iterator

import pytest

from annotator.core.errors import DuiduError


def leaves(kind: type[DuiduError]) -> Iterator[type[DuiduError]]:
    if not kind.__subclasses__():
        yield kind
    for below in kind.__subclasses__():
        yield from leaves(below)


@pytest.mark.parametrize("kind", list(leaves(DuiduError)), ids=lambda kind: kind.__name__)
def test_error_says_a_sentence_with_its_details(kind: type[DuiduError]) -> None:
    placeholders = re.findall(r"{(\w+)}", kind.sentence)

    said = str(kind(**{name: f"<{name}>" for name in placeholders}))

    assert re.match(r"[A-Z“<]", said)
    assert said.endswith(".")
    assert all(f"<{name}>" in said for name in placeholders)
