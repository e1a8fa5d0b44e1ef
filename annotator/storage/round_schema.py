"""Table and views of version 5: blind rounds, and what may be seen of a text while one is open.

A round is open until somebody ends it or all of its members have finished the text. Until then
everybody, also who takes no part, sees only what they marked themselves: the two `visible_` views
are what every list, count, search and export is made from.
"""

BLIND_ROUND = """
CREATE TABLE blind_round (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    document_id TEXT NOT NULL REFERENCES document (id),
    opened_by TEXT NOT NULL REFERENCES member (id),
    opened_ms INTEGER NOT NULL CHECK (opened_ms >= 0),
    members TEXT NOT NULL
        CHECK (json_type(members) = 'array' AND length(members) <= 100000),
    ended INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),
    ended_by TEXT NOT NULL DEFAULT '' CHECK (length(ended_by) IN (0, 36)),
    ended_stamp INTEGER NOT NULL CHECK (ended_stamp >= 0),
    seq INTEGER NOT NULL,
    received_seq INTEGER NOT NULL DEFAULT 0
) STRICT
"""

INDEXES = (
    "CREATE INDEX blind_round_by_document ON blind_round (document_id)",
    "CREATE INDEX blind_round_by_seq ON blind_round (seq)",
)

VISIBLE_VIEWS = (
    """
CREATE VIEW open_round AS
SELECT * FROM blind_round
WHERE ended = 0 AND EXISTS (
    SELECT 1 FROM json_each(blind_round.members) AS taking_part
    WHERE NOT EXISTS (
        SELECT 1 FROM completion
        WHERE completion.member_id = taking_part.value
        AND completion.document_id = blind_round.document_id AND finished = 1))
""",
    """
CREATE VIEW visible_annotation AS
SELECT * FROM present_annotation
WHERE member_id = (SELECT member_id FROM library)
    OR document_id NOT IN (SELECT document_id FROM open_round)
""",
    """
CREATE VIEW visible_tagging AS
SELECT * FROM tagging
WHERE causal_length % 2 = 1 AND (
    member_id = (SELECT member_id FROM library)
    OR NOT EXISTS (SELECT 1 FROM open_round)
    OR (SELECT document_id FROM annotation WHERE annotation.id = tagging.annotation_id)
        NOT IN (SELECT document_id FROM open_round))
""",
    """
CREATE VIEW present_tagging AS
SELECT DISTINCT tagging.annotation_id, tag.id AS tag_id, tag.name, tag.position
FROM visible_tagging AS tagging JOIN present_tag AS tag ON tag.id = tagging.tag_id
""",
    """
CREATE VIEW tagged_passage AS
SELECT
    annotation.id,
    document.title AS document,
    annotation.source_start,
    annotation.source_end,
    annotation.quotation,
    (SELECT group_concat(name, ', ')
     FROM (SELECT name FROM present_tagging WHERE annotation_id = annotation.id ORDER BY position))
        AS tags,
    annotation.note,
    member.name AS member,
    datetime(annotation.created_ms / 1000, 'unixepoch') AS created_utc,
    annotation.state
FROM visible_annotation AS annotation
JOIN present_document AS document ON document.id = annotation.document_id
JOIN member ON member.id = annotation.member_id
""",
)
