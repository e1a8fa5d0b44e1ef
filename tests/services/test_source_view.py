"""What is shown of the source: every letter of it, with what repair leaves out."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.span import SourceSpan
from annotator.services.source_view import SourcePiece, source_pieces
from annotator.text.repair import repair

SOURCES = st.text("新质生产力 。，\n\u3000\f12a𠮷", min_size=1, max_size=60)


@given(SOURCES, st.data())
def test_pieces_are_the_source_without_gaps(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, len(source)))

    pieces = list(source_pieces(source, repair(source), SourceSpan(start, end)))

    assert "".join(piece.text for piece in pieces) == source[start:end]
    assert all(piece.text for piece in pieces)


def test_line_end_inside_a_paragraph_is_told_as_dropped() -> None:
    source = "发展新质生产\n力加快发展。"
    text = repair(source)

    pieces = list(source_pieces(source, text, SourceSpan(0, len(source))))

    assert text.text == "发展新质生产力加快发展。"
    assert pieces == [
        SourcePiece("发展新质生产"),
        SourcePiece("\n", "line_end"),
        SourcePiece("力加快发展。"),
    ]
