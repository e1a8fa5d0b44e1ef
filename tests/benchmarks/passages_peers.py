"""Other ways to find what recurs, on the same texts: (text, start, end) pairs of places."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations

import numpy as np
from datasketch import MinHash, MinHashLSH
from pydivsufsort import divsufsort, kasai

from tests.benchmarks.passages_texts import Place

Pairs = list[tuple[Place, Place]]

_LEAST = 20
_WINDOW, _STEP = 60, 20
_SHINGLE = 4
_PERMUTATIONS = 64
_LIKE = 0.4


def by_difflib(texts: Sequence[str]) -> Pairs:
    """Match every two texts with difflib; keep blocks of twenty letters."""
    found: Pairs = []
    for (one, text), (other, other_text) in combinations(enumerate(texts), 2):
        matcher = SequenceMatcher(None, text, other_text, autojunk=False)
        for a, b, size in matcher.get_matching_blocks():
            if size >= _LEAST:
                found.append(((one, a, a + size), (other, b, b + size)))
    return found


def by_suffix_array(texts: Sequence[str]) -> Pairs:
    """Sort all suffixes; neighbours that share twenty letters are pairs (exact ones only)."""
    whole = "\n".join(texts)
    codes = np.unique(np.array([ord(letter) for letter in whole]), return_inverse=True)[1]
    suffixes = divsufsort(codes.astype(np.int32))
    common = np.asarray(kasai(codes.astype(np.int32), suffixes))
    borders = np.cumsum([0, *(len(text) + 1 for text in texts)])
    found: Pairs = []
    for rank in np.flatnonzero(common[:-1] >= _LEAST):
        size = int(common[rank])
        first, second = sorted((int(suffixes[rank]), int(suffixes[rank + 1])))
        if first and second and whole[first - 1] == whole[second - 1] != "\n":
            continue
        places = [
            (text, at - int(borders[text]), at - int(borders[text]) + size)
            for at in (first, second)
            for text in [int(np.searchsorted(borders, at, side="right")) - 1]
        ]
        found.append((places[0], places[1]))
    return found


def by_min_hash(texts: Sequence[str]) -> Pairs:
    """Hash windows of sixty letters by their shingles; those in one bucket are pairs."""
    lsh = MinHashLSH(threshold=_LIKE, num_perm=_PERMUTATIONS)
    found: Pairs = []
    for number, text in enumerate(texts):
        places = [
            (number, start, start + _WINDOW)
            for start in range(0, max(1, len(text) - _WINDOW), _STEP)
        ]
        hashes = []
        for _, start, end in places:
            window = text[start:end]
            one = MinHash(num_perm=_PERMUTATIONS)
            one.update_batch(
                [window[at : at + _SHINGLE].encode() for at in range(_WINDOW - _SHINGLE)]
            )
            hashes.append(one)
        for place, one in zip(places, hashes, strict=True):
            found += [(other, place) for other in lsh.query(one)]
        for place, one in zip(places, hashes, strict=True):
            lsh.insert(place, one)
    return found
