"""Which suggestions have their answer: an annotation with the tag, or a dismissal.

Both are asked for every suggestion of a document, so neither looks at all that is there.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate

from annotator.core.annotation import Annotation
from annotator.core.span import SourceSpan
from annotator.services.editing.suggestion_edits import Dismissal


class TaggedSpans:
    """Where the annotations of a document stand, by tag."""

    def __init__(self, annotations: Iterable[Annotation]) -> None:
        spans = defaultdict(list)
        for annotation in annotations:
            for tag_id in annotation.tag_ids:
                spans[tag_id].append(annotation.selector.span)
        self._spans = {tag_id: sorted(found) for tag_id, found in spans.items()}
        self._reaches = {
            tag_id: list(accumulate((span.end for span in found), max))
            for tag_id, found in self._spans.items()
        }

    def meets(self, tag_id: str, span: SourceSpan) -> bool:
        """Tell whether an annotation with this tag overlaps the span."""
        before = bisect_left(self._spans.get(tag_id, ()), span.end, key=lambda one: one.start)
        return before > 0 and self._reaches[tag_id][before - 1] > span.start


class DismissedSpans:
    """What was dismissed in a document, by kind and in order."""

    def __init__(self, found: Iterable[Dismissal]) -> None:
        self._by_kind = defaultdict(list)
        for dismissal in sorted(found):
            self._by_kind[dismissal.kind].append(dismissal)

    def covers(self, suggestion: Dismissal) -> bool:
        """Tell whether one of them covers this; none that does begins its length before it."""
        row, span = self._by_kind.get(suggestion.kind, ()), suggestion.span
        first = bisect_left(row, span.start - len(span), key=lambda one: one.span.start)
        last = bisect_left(row, span.end, key=lambda one: one.span.start)
        return any(one.covers(suggestion.kind, span) for one in row[first:last])
