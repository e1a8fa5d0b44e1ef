"""What a reader selected is found in all texts of the library."""

import pytest

from annotator.core.span import ReadingSpan
from annotator.services.repeats import Repeats, repeats_in
from annotator.storage import document_table
from annotator.storage.library import Library


def test_selected_passage_is_found_in_the_sample_texts(samples: Library) -> None:
    document = document_table.all_documents(samples)[0]
    repeats = repeats_in(samples)
    text = repeats.text(document.id)
    start = text.index("新质生产力是创新起主导作用")
    selected = ReadingSpan(start, start + len("新质生产力是创新起主导作用"))

    found = repeats.of(document.id, selected)

    assert (document.id, selected, 1.0) in {
        (one.document_id, one.span, one.similarity) for one in found
    }
    assert len({one.document_id for one in found}) > 1
    assert all(0.85 <= one.similarity <= 1 for one in found)
    for one in found:
        assert "新质生产力" in one.span.slice_of(repeats.text(one.document_id))


def test_text_that_is_not_known_cannot_be_selected_in() -> None:
    with pytest.raises(KeyError):
        Repeats({}, {}).of("unknown", ReadingSpan(0, 1))


def test_best_place_stands_in_the_text_not_in_its_table_of_contents() -> None:
    listed, told = "因地制宜发展新质生产力", "，因地制宜发展新质生产力。"
    repeats = Repeats({"a": listed, "b": listed + told}, {"b": [ReadingSpan(0, len(listed))]})
    only_listed = Repeats({"a": listed, "b": listed}, {"b": [ReadingSpan(0, len(listed))]})
    passage = ReadingSpan(0, len(listed))

    assert repeats.best("a", passage) == {"b": ReadingSpan(len(listed) + 1, len(listed) * 2 + 1)}
    assert only_listed.best("a", passage) == {"b": passage}
