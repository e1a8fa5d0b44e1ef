"""Letters counted without blanks, beside counting them one by one."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.letter_places import LetterPlaces

texts = st.text(alphabet="新质𠮷😀a \n\u3000\t", max_size=40)


@given(texts, st.data())
def test_letters_before_an_offset_are_those_that_are_not_blank(
    text: str, data: st.DataObject
) -> None:
    offset = data.draw(st.integers(0, len(text)))
    places = LetterPlaces(text)

    assert places.letters_before(offset) == sum(not c.isspace() for c in text[:offset])
    assert places.count == places.letters_before(len(text))


@given(texts.filter(lambda text: bool(text.strip())), st.data())
def test_span_of_letters_begins_and_ends_with_a_letter(text: str, data: st.DataObject) -> None:
    places = LetterPlaces(text)
    start = data.draw(st.integers(0, places.count - 1))
    end = data.draw(st.integers(start + 1, places.count))

    first, last = places.span(start, end)

    passage = text[first:last]
    assert passage == passage.strip()
    assert (places.letters_before(first), places.letters_before(last)) == (start, end)


def test_text_without_letters_has_none() -> None:
    assert LetterPlaces("").count == LetterPlaces(" \n\u3000").count == 0
    assert LetterPlaces(" \n").letters_before(2) == 0
