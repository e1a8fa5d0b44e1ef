"""Blind rounds: which texts members annotate on their own, who takes part, and how it ended."""

import json
from collections.abc import Iterable, Sequence

from annotator.core.blind_round import BlindRound
from annotator.core.changes import Changes
from annotator.storage.library import Library


def insert(library: Library, rounds: Sequence[BlindRound]) -> Changes:
    """Add rounds that are open."""
    with library.transaction() as write:
        write.db.executemany(
            "INSERT INTO blind_round (id, document_id, opened_by, opened_ms, members,"
            " ended_stamp, seq) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    one.id,
                    one.document_id,
                    one.opened_by,
                    one.opened_ms,
                    json.dumps(one.member_ids),
                    write.stamp,
                    write.seq,
                )
                for one in rounds
            ],
        )
    return _changes(library, [one.id for one in rounds])


def all_rounds(library: Library) -> list[BlindRound]:
    """Return the rounds on texts of the library, also those that have ended, the oldest first."""
    return [
        BlindRound(
            round_id,
            document_id,
            opened_by,
            opened_ms,
            tuple(json.loads(members)),
            is_open=bool(is_open),
            ended_by=ended_by,
        )
        for round_id, document_id, opened_by, opened_ms, members, is_open, ended_by in library.rows(
            "SELECT blind_round.id, document_id, opened_by, opened_ms, members,"
            " blind_round.id IN (SELECT id FROM open_round), ended_by FROM blind_round"
            " JOIN present_document AS document ON document.id = document_id"
            " ORDER BY opened_ms, blind_round.id"
        )
    ]


def is_known(library: Library, round_id: str) -> bool:
    return bool(library.rows("SELECT 1 FROM blind_round WHERE id = ?", (round_id,)))


def blind_documents(library: Library) -> frozenset[str]:
    """Return the ids of the documents in which everybody sees only their own work."""
    return frozenset(row[0] for row in library.rows("SELECT document_id FROM open_round"))


def finished_rounds(library: Library) -> list[str]:
    """Return the ids of rounds whose members have all finished, of which that is not recorded."""
    rows = library.rows(
        "SELECT id FROM blind_round WHERE ended = 0 AND id NOT IN (SELECT id FROM open_round)"
    )
    return [row[0] for row in rows]


def with_strangers(library: Library) -> list[str]:
    """Return the ids of rounds that wait for somebody who is no member of the library."""
    rows = library.rows(
        "SELECT DISTINCT blind_round.id FROM blind_round, json_each(members) AS taking_part"
        " WHERE taking_part.value NOT IN (SELECT id FROM member)"
    )
    return [row[0] for row in rows]


def set_ended(
    library: Library, round_ids: Iterable[str], *, ended: bool, member_id: str = ""
) -> Changes:
    """Record that these rounds have ended, or go on, and by whom; "" where all had finished."""
    ids = list(round_ids)
    with library.transaction() as write:
        write.db.executemany(
            "UPDATE blind_round SET ended = ?, ended_by = ?, ended_stamp = ?, seq = ? WHERE id = ?",
            [(int(ended), member_id, write.stamp, write.seq, round_id) for round_id in ids],
        )
    return _changes(library, ids)


def _changes(library: Library, round_ids: Iterable[str]) -> Changes:
    """Return what a round changes: which annotations of its text are seen."""
    rows = library.rows(
        "SELECT DISTINCT document_id FROM blind_round WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(round_ids)),),
    )
    document_ids = frozenset(row[0] for row in rows)
    return Changes(documents=document_ids, annotated=document_ids)
