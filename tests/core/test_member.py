"""Signs of members: short, different, and those of the first comers stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.member import Member, signs_of


def _signs(*names: str) -> list[str]:
    members = [Member(f"{number:04}", name, "#4f7cac") for number, name in enumerate(names)]
    return list(signs_of(members).values())


@pytest.mark.parametrize(
    ("names", "signs"),
    [
        ((), []),
        (("王小明",), ["王"]),
        (("王小明", "王芳"), ["王", "芳"]),
        (("王小明", "王明", "王小明"), ["王", "明", "王2"]),
        (("anna", "Adam", "alba"), ["A", "Am", "Aa"]),
        (("𠮷野", "😀"), ["𠮷", "😀"]),
        (("林", "林", "林"), ["林", "林2", "林3"]),
    ],
)
def test_sign_is_the_first_letter_that_is_free(names: tuple[str, ...], signs: list[str]) -> None:
    assert _signs(*names) == signs


@given(st.lists(st.text(min_size=1), max_size=40))
def test_no_two_members_have_one_sign(names: list[str]) -> None:
    signs = _signs(*names)

    assert len(set(signs)) == len(names)
    assert _signs(*names[:-1]) == signs[:-1]
