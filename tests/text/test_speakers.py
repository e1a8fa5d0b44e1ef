"""Whose words a quotation gives."""

import pytest

from annotator.core.reading_text import Paragraph, ParagraphKind, ReadingText
from annotator.text.repair import repair
from annotator.text.speakers import speaker_of

TEXT = repair(
    "座谈会发言\n\n会上，代表们谈了各自的想法，气氛热烈，大家都说得很多，也听得很认真。\n\n"
    "“小镇要发展，先要把桥修好，让大家都能走到河对岸的集市上去。”\n\n——李四代表\n\n"
    "会议最后通过了一份关于修桥的决定，大家都表示赞同，并且约好明年春天再来看。\n\n"
    "“没有署名的话，也是在会上说的，只是记录的人没有写下来是谁。”\n\n"
    "此后大家都散了，只有桥还在那里等着人来修，河水在下面慢慢地流。"
)


@pytest.mark.parametrize(
    ("passage", "speaker"),
    [
        ("先要把桥修好", "李四代表"),
        ("气氛热烈", ""),
        ("李四", ""),
        ("通过了一份", ""),
        ("没有署名", ""),
        ("只有桥还在", ""),
    ],
)
def test_quotation_is_the_words_of_who_is_named_below_it(passage: str, speaker: str) -> None:
    assert speaker_of(TEXT, TEXT.text.index(passage)) == speaker


def test_quotation_of_several_paragraphs_has_one_speaker() -> None:
    text = "会上有人发言。\n“先把桥修好。\n“再去集市。”\n——李四代表"
    kinds = [ParagraphKind.BODY] * 3 + [ParagraphKind.SPEAKER]
    starts = [0, *(i + 1 for i, letter in enumerate(text) if letter == "\n")]
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    whole = ReadingText(text, tuple(map(Paragraph, starts, ends, kinds)), ())

    assert speaker_of(whole, text.index("先把")) == "李四代表"
    assert speaker_of(whole, text.index("会上")) == ""
    assert speaker_of(ReadingText("", (), ()), 0) == ""
