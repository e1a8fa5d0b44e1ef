"""What the texts of this library share: a cache, kept until a text reads otherwise.

The texts in `compared_text` were all compared with one another and with themselves. Two that share
nothing have no row in `shared_passage`.
"""

import json
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from annotator.storage.library import Library

# Start and end in the one text, start and end in the other, in code points; the similarity.
PairRow = tuple[int, int, int, int, float]

_PACKED = struct.Struct("<4Id")


@dataclass(frozen=True, slots=True)
class Basis:
    """What a comparison depends on beside the texts: versions of the program, what is wanted."""

    repair_version: int
    passages_version: int
    least: int
    fuzzy: bool


@dataclass(frozen=True, slots=True)
class ComparedText:
    """A text as it was compared; `shared` has what it shares by the ids of the two texts."""

    document_id: str
    corrections_stamp: int
    shared: Mapping[tuple[str, str], list[PairRow]] = field(default_factory=dict)


def corrections_stamps(library: Library) -> dict[str, int]:
    """Return by document id the stamp that changes whenever a text is corrected."""
    return dict(library.rows("SELECT id, corrections_stamp FROM present_document"))


def compared(library: Library, basis: Basis) -> frozenset[str]:
    """Return the texts, of those that are not deleted, that read as when they were compared."""
    rows = library.rows(
        "SELECT document_id FROM compared_text"
        " JOIN present_document AS document ON document.id = document_id"
        " WHERE compared_text.corrections_stamp = document.corrections_stamp"
        " AND repair_version = ? AND passages_version = ? AND least_letters = ? AND is_fuzzy = ?",
        (basis.repair_version, basis.passages_version, basis.least, basis.fuzzy),
    )
    return frozenset(row[0] for row in rows)


def shared(
    library: Library, document_ids: Iterable[str]
) -> Iterator[tuple[tuple[str, str], list[PairRow]]]:
    """Yield what these texts share, by the ids of the two. Raises zlib.error for a damaged row."""
    ids = json.dumps(list(document_ids))
    rows = library.rows(
        "SELECT document_id, other_id, pairs FROM shared_passage"
        " WHERE document_id IN (SELECT value FROM json_each(?1))"
        " AND other_id IN (SELECT value FROM json_each(?1))",
        (ids,),
    )
    for document_id, other_id, pairs in rows:
        yield (document_id, other_id), list(_PACKED.iter_unpack(zlib.decompress(pairs)))


def keep(
    library: Library, basis: Basis, known: frozenset[str], texts: Iterable[ComparedText]
) -> bool:
    """Keep texts that were compared with these known ones and with one another.

    Nothing is kept, and False returned, if the library has other texts by now.
    """
    texts = list(texts)
    with library.transaction() as write:
        is_gone = {text.document_id for text in texts} - corrections_stamps(library).keys()
        if is_gone or compared(library, basis) != known:
            return False
        write.db.execute(
            "DELETE FROM compared_text WHERE document_id NOT IN (SELECT value FROM json_each(?))",
            (json.dumps(list(known)),),
        )
        for text in texts:
            write.db.execute(
                "INSERT INTO compared_text VALUES (?, ?, ?, ?, ?, ?)",
                (
                    text.document_id,
                    basis.repair_version,
                    text.corrections_stamp,
                    basis.passages_version,
                    basis.least,
                    basis.fuzzy,
                ),
            )
            write.db.executemany(
                "INSERT INTO shared_passage VALUES (?, ?, ?)",
                [(*ids, _packed(pairs)) for ids, pairs in text.shared.items()],
            )
    return True


def forget(library: Library) -> None:
    """Forget every comparison."""
    with library.transaction() as write:
        write.db.execute("DELETE FROM compared_text")


def _packed(pairs: Iterable[PairRow]) -> bytes:
    return zlib.compress(b"".join(_PACKED.pack(*pair) for pair in pairs))
