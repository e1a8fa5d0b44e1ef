"""Tables and views of version 4: what a study group shares, and what is seen of it.

A row is present when it is not deleted, or was changed after it was deleted. A row whose
`received_seq` is its `seq` is as others made it; any other was written, also, in this file.
"""

REPLY = """
CREATE TABLE reply (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    annotation_id TEXT NOT NULL REFERENCES annotation (id),
    member_id TEXT NOT NULL REFERENCES member (id),
    created_ms INTEGER NOT NULL CHECK (created_ms >= 0),
    content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 1000000),
    content_stamp INTEGER NOT NULL CHECK (content_stamp >= 0),
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    deletion_stamp INTEGER NOT NULL DEFAULT 0 CHECK (deletion_stamp >= 0),
    seq INTEGER NOT NULL,
    received_seq INTEGER NOT NULL DEFAULT 0
) STRICT
"""

REVISION = """
CREATE TABLE revision (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    annotation_id TEXT NOT NULL REFERENCES annotation (id),
    member_id TEXT NOT NULL REFERENCES member (id),
    stamp INTEGER NOT NULL CHECK (stamp >= 0),
    bases TEXT NOT NULL CHECK (json_valid(bases)),
    note TEXT NOT NULL CHECK (length(note) <= 1000000),
    seq INTEGER NOT NULL,
    received_seq INTEGER NOT NULL DEFAULT 0
) STRICT
"""

COMPLETION = """
CREATE TABLE completion (
    member_id TEXT NOT NULL REFERENCES member (id),
    document_id TEXT NOT NULL REFERENCES document (id),
    finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
    finished_stamp INTEGER NOT NULL CHECK (finished_stamp >= 0),
    seq INTEGER NOT NULL,
    received_seq INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (member_id, document_id)
) STRICT
"""

REPLICA = """
CREATE TABLE replica (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    seq INTEGER NOT NULL CHECK (seq >= 0),
    merged_ms INTEGER NOT NULL CHECK (merged_ms >= 0)
) STRICT
"""

PRESENT_VIEWS = (
    """
CREATE VIEW present_annotation AS
SELECT * FROM annotation
WHERE deleted = 0 OR deletion_stamp < max(anchor_stamp, note_stamp, coalesce(
    (SELECT max(changed_stamp) FROM tagging
     WHERE annotation_id = annotation.id AND causal_length % 2 = 1), 0))
""",
    """
CREATE VIEW present_document AS
SELECT * FROM document
WHERE deleted = 0 OR deletion_stamp < max(about_stamp, corrections_stamp, edition_stamp, coalesce(
    (SELECT max(max(anchor_stamp, note_stamp)) FROM annotation
     WHERE document_id = document.id AND deleted = 0), 0))
""",
    """
CREATE VIEW present_tag AS
SELECT * FROM tag
WHERE deleted = 0 OR deletion_stamp < max(name_stamp, look_stamp, definition_stamp, coalesce(
    (SELECT max(changed_stamp) FROM tagging
     WHERE tag_id = tag.id AND causal_length % 2 = 1), 0))
""",
    """
CREATE VIEW present_tagging AS
SELECT DISTINCT tagging.annotation_id, tag.id AS tag_id, tag.name, tag.position
FROM tagging JOIN present_tag AS tag ON tag.id = tagging.tag_id
WHERE tagging.causal_length % 2 = 1
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
FROM present_annotation AS annotation
JOIN present_document AS document ON document.id = annotation.document_id
JOIN member ON member.id = annotation.member_id
""",
)

SEEN_FILE = """
CREATE TABLE seen_file (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    missing TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(missing))
) STRICT
"""

GROUP_TABLES = (REPLY, REVISION, COMPLETION, REPLICA, SEEN_FILE)
