"""Which shared passages have certain words."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.passage import Family, Place
from annotator.core.span import ReadingSpan
from annotator.services.passage_words import PassageWords

TEXTS = ["人人都说：科 技\n创新。", "𠮷😀科技创新", ""]


def family(*places: tuple[int, int, int]) -> Family:
    return Family(tuple(Place(text, ReadingSpan(start, end)) for text, start, end in places))


def test_words_stand_whole_in_one_member_whatever_blanks_are_in_it() -> None:
    found = PassageWords(TEXTS, [family((0, 5, 11)), family((0, 0, 7)), family((1, 2, 6))])

    assert found.families_with("科技 创新") == [0, 2]
    assert found.families_with("科") == [0, 1, 2]
    assert found.families_with("说：科") == [1]
    assert found.families_with("😀科") == []


def test_without_words_it_is_all_of_them_and_without_families_none() -> None:
    assert PassageWords(TEXTS, [family((0, 0, 2)), family((1, 0, 2))]).families_with(" ") == [0, 1]
    assert PassageWords(TEXTS, []).families_with("人") == []
    assert PassageWords([], []).families_with("") == []


@given(
    st.lists(st.text(st.sampled_from("人民 \n😀"), max_size=12), min_size=1, max_size=3),
    st.text(st.sampled_from("人民 😀"), max_size=4),
    st.data(),
)
def test_it_finds_what_reading_every_member_finds(
    texts: list[str], words: str, data: st.DataObject
) -> None:
    spans = [
        (t, a, b)
        for t, x in enumerate(texts)
        for a in range(len(x))
        for b in range(a + 1, len(x) + 1)
    ]
    places = data.draw(st.lists(st.sampled_from(spans), max_size=6)) if spans else []
    families = [family(place) for place in places]

    found = PassageWords(texts, families).families_with(words)

    wanted = "".join(words.split())
    read = ["".join(texts[text][start:end].split()) for text, start, end in places]
    assert found == [number for number, each in enumerate(read) if wanted in each]
