"""How the tags of annotations are used."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from annotator.core.annotation import Annotation
from annotator.core.codebook import TagUse


def tag_uses(annotations: Iterable[Annotation]) -> dict[str, TagUse]:
    """Return by tag id how tags are used; those without any annotation are absent."""
    annotations = list(annotations)
    counts: Counter[str] = Counter()
    # Few sets of tags, each many times: a tenth of the time that the tags one by one take.
    for tag_ids, count in Counter(one.tag_ids for one in annotations).items():
        counts.update(dict.fromkeys(tag_ids, count))
    again = _again(annotations)
    return {tag_id: TagUse(count, count - again[tag_id]) for tag_id, count in counts.items()}


def _again(annotations: list[Annotation]) -> Counter[str]:
    """Return by tag id how many have the tag on a passage that another has it on, too."""
    passages = {one.passage_id for one in annotations if one.passage_id}
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    if passages:
        for one in annotations:
            if one.passage_id or one.id in passages:
                counts[one.passage].update(one.tag_ids)
    again: Counter[str] = Counter()
    for tags in counts.values():
        again.update({tag_id: count - 1 for tag_id, count in tags.items()})
    return again
