"""The laws of merging, each as a question to a random history of a study group."""

from itertools import permutations
from random import Random
from unittest.mock import patch

from annotator.storage.library import Library
from tests.storage.histories import History, fork, group, merge, merged, shared_rows

_ANCHORS = """
SELECT id, anchor_stamp, document_id, source_start, source_end, quotation, prefix, suffix, state
FROM annotation
"""
_PLACES = """
SELECT annotation_id, stamp, document_id, source_start, source_end, quotation, prefix, suffix, state
FROM anchor_revision
"""


def commutative(seed: int) -> None:
    one, other = group(Random(seed), members=2, steps=8)
    assert shared_rows(merged(one, other)) == shared_rows(merged(other, one))


def associative(seed: int) -> None:
    one, two, three = group(Random(seed), members=3, steps=8)
    left = merged(merged(one, two), three)
    right = merged(one, merged(two, three))
    assert shared_rows(left) == shared_rows(right)


def idempotent(seed: int) -> None:
    one, other = group(Random(seed), members=2, steps=8)
    both = merged(one, other)
    before = shared_rows(both)
    for again in (other, one, fork(both)):
        counts = merge(both, fork(again))
        assert not any(count.new or count.changed for count in counts.values())
    assert shared_rows(both) == before


def any_order_ends_alike(seed: int) -> None:
    random = Random(seed)
    libraries = group(random, members=random.randrange(3, 7), steps=5)
    orders = random.sample(list(permutations(libraries)), 3)
    ends = [shared_rows(merged(*order)) for order in orders]
    assert ends[0] == ends[1] == ends[2]


def what_is_new_is_enough(seed: int) -> None:
    """Reading only what changed since the last time, also by way of a third, misses nothing."""
    random = Random(seed)
    one, other, third = group(random, members=3, steps=5)
    for _ in range(3):
        merge(one, other)
        merge(third, one)
        History(other, random).go_on(4)
    merge(one, other)
    merge(third, one)
    assert shared_rows(third) == shared_rows(merged(third, fork(one), fork(other)))


def nothing_is_lost_or_moved(seed: int) -> None:
    """Every annotation of either library is there, on a passage that one of them gave it."""
    one, other = group(Random(seed), members=2, steps=8)
    both = merged(one, other)
    mine, theirs = ({row[0]: row[1:] for row in library.rows(_ANCHORS)} for library in (one, other))
    assert {row[0] for row in both.rows(_ANCHORS)} == mine.keys() | theirs.keys()
    for annotation_id, *anchor in both.rows(_ANCHORS):
        versions = [rows[annotation_id] for rows in (mine, theirs) if annotation_id in rows]
        assert tuple(anchor) == max(versions)
    assert (_present(one) & _present(other)) <= _present(both)
    assert _present(both) <= _present(one) | _present(other)


def every_note_is_kept(seed: int) -> None:
    one, other = group(Random(seed), members=2, steps=8)
    both = merged(one, other)
    for library in (one, other):
        written = set(library.rows("SELECT annotation_id, note FROM revision"))
        assert written <= set(both.rows("SELECT annotation_id, note FROM revision"))
    shown = both.rows(
        "SELECT note, (SELECT note FROM revision WHERE annotation_id = annotation.id"
        " ORDER BY stamp DESC, note DESC LIMIT 1) FROM annotation"
        " WHERE id IN (SELECT annotation_id FROM revision)"
    )
    assert all(note == latest for note, latest in shown)


def every_place_is_kept(seed: int) -> None:
    """Each place that somebody gave an annotation is there; it stands at the latest of them."""
    one, other = group(Random(seed), members=2, steps=8)
    both = merged(one, other)
    for library in (one, other):
        assert set(library.rows(_PLACES)) <= set(both.rows(_PLACES))
    latest: dict[str, tuple[object, ...]] = {}
    for annotation_id, *place in sorted(both.rows(_PLACES)):
        latest[annotation_id] = tuple(place)
    shown = {row[0]: row[1:] for row in both.rows(_ANCHORS)}
    assert latest.items() <= shown.items()


def every_reply_is_kept(seed: int) -> None:
    """Every reply of either library is there, with the words that one of them has."""
    one, other = group(Random(seed), members=2, steps=8)
    both = merged(one, other)
    versions: dict[str, set[tuple[object, ...]]] = {}
    for library in (one, other):
        for reply_id, *words in library.rows("SELECT id, content_stamp, content FROM reply"):
            versions.setdefault(reply_id, set()).add(tuple(words))
    kept = both.rows("SELECT id, content_stamp, content FROM reply")
    assert {row[0]: tuple(row[1:]) for row in kept} == {
        reply_id: max(words) for reply_id, words in versions.items()
    }


def later_is_later(seed: int) -> None:
    """What is written after a merge has a greater stamp than all that came in."""
    one, other = group(Random(seed), members=2, steps=8)
    with patch("annotator.storage.library.now_ms", lambda: 0):
        both = merged(one, other)
        stamps = both.rows("SELECT max(anchor_stamp), max(note_stamp) FROM annotation")[0]
        with both.transaction() as write:
            assert write.stamp > max(stamp or 0 for stamp in stamps)


def _present(library: Library) -> set[str]:
    return {row[0] for row in library.rows("SELECT id FROM present_annotation")}


LAWS = (
    commutative,
    associative,
    idempotent,
    any_order_ends_alike,
    what_is_new_is_enough,
    nothing_is_lost_or_moved,
    every_note_is_kept,
    every_place_is_kept,
    every_reply_is_kept,
    later_is_later,
)
