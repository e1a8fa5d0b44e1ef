"""The shape of a library file, as migrations that are only ever appended.

Shared rows (member, document, tag, annotation, tagging) are made to merge. Columns that change
together form a group with a hybrid-logical-clock stamp of its own (`note` and `note_stamp`); the
greater stamp wins. `seq` is the change number of the row in this file, itself a stamp. Deleting
sets a stamp and keeps the content. The other tables belong to this file alone.
"""

from annotator.storage.anchor_schema import ANCHOR_REVISION
from annotator.storage.anchor_schema import INDEXES as ANCHOR_INDEXES
from annotator.storage.group_schema import GROUP_TABLES, PRESENT_VIEWS
from annotator.storage.round_schema import BLIND_ROUND, INDEXES, VISIBLE_VIEWS
from annotator.storage.sqlite_tools import Database, Migrations

migrations = Migrations("duidu")

_LIBRARY = """
CREATE TABLE library (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    replica_id TEXT NOT NULL CHECK (length(replica_id) = 36),
    file_identity TEXT NOT NULL,
    member_id TEXT REFERENCES member (id),
    clock INTEGER NOT NULL CHECK (clock >= 0),
    seq INTEGER NOT NULL CHECK (seq >= 0)
) STRICT
"""

_MEMBER = """
CREATE TABLE member (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    colour TEXT NOT NULL CHECK (colour GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    profile_stamp INTEGER NOT NULL CHECK (profile_stamp >= 0),
    seq INTEGER NOT NULL
) STRICT
"""

_DOCUMENT = """
CREATE TABLE document (
    id TEXT PRIMARY KEY CHECK (length(id) = 64),
    source BLOB NOT NULL,
    characters INTEGER NOT NULL CHECK (characters > 0),
    file_name TEXT NOT NULL CHECK (length(file_name) <= 1000),
    file_hash TEXT NOT NULL CHECK (length(file_hash) = 64),
    encoding TEXT NOT NULL CHECK (length(encoding) <= 100),
    imported_ms INTEGER NOT NULL CHECK (imported_ms >= 0),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 1000),
    publisher TEXT NOT NULL CHECK (length(publisher) <= 1000),
    date TEXT NOT NULL CHECK (length(date) <= 100),
    kind TEXT NOT NULL CHECK (length(kind) <= 100),
    about_stamp INTEGER NOT NULL CHECK (about_stamp >= 0),
    corrections TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(corrections)),
    corrections_stamp INTEGER NOT NULL DEFAULT 0 CHECK (corrections_stamp >= 0),
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    deletion_stamp INTEGER NOT NULL DEFAULT 0 CHECK (deletion_stamp >= 0),
    seq INTEGER NOT NULL
) STRICT
"""

_TAG = """
CREATE TABLE tag (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    name_stamp INTEGER NOT NULL CHECK (name_stamp >= 0),
    colour TEXT NOT NULL CHECK (colour GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    underline TEXT NOT NULL CHECK (underline IN ('solid', 'dashed', 'dotted', 'wave', 'double')),
    look_stamp INTEGER NOT NULL CHECK (look_stamp >= 0),
    definition TEXT NOT NULL CHECK (length(definition) <= 20000),
    definition_stamp INTEGER NOT NULL CHECK (definition_stamp >= 0),
    position INTEGER NOT NULL,
    position_stamp INTEGER NOT NULL CHECK (position_stamp >= 0),
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    deletion_stamp INTEGER NOT NULL DEFAULT 0 CHECK (deletion_stamp >= 0),
    seq INTEGER NOT NULL
) STRICT
"""

_ANNOTATION = """
CREATE TABLE annotation (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    member_id TEXT NOT NULL REFERENCES member (id),
    created_ms INTEGER NOT NULL CHECK (created_ms >= 0),
    document_id TEXT NOT NULL REFERENCES document (id),
    source_start INTEGER NOT NULL CHECK (source_start >= 0),
    source_end INTEGER NOT NULL CHECK (source_end > source_start),
    quotation TEXT NOT NULL CHECK (length(quotation) >= 1),
    prefix TEXT NOT NULL CHECK (length(prefix) <= 200),
    suffix TEXT NOT NULL CHECK (length(suffix) <= 200),
    state TEXT NOT NULL CHECK (state IN ('ok', 'moved', 'to_check', 'orphan')),
    anchor_stamp INTEGER NOT NULL CHECK (anchor_stamp >= 0),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000000),
    note_stamp INTEGER NOT NULL DEFAULT 0 CHECK (note_stamp >= 0),
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    deletion_stamp INTEGER NOT NULL DEFAULT 0 CHECK (deletion_stamp >= 0),
    seq INTEGER NOT NULL
) STRICT
"""

_TAGGING = """
CREATE TABLE tagging (
    annotation_id TEXT NOT NULL REFERENCES annotation (id),
    tag_id TEXT NOT NULL REFERENCES tag (id),
    member_id TEXT NOT NULL REFERENCES member (id),
    causal_length INTEGER NOT NULL CHECK (causal_length >= 1),
    changed_stamp INTEGER NOT NULL CHECK (changed_stamp >= 0),
    seq INTEGER NOT NULL,
    PRIMARY KEY (annotation_id, tag_id, member_id)
) STRICT
"""

_LOCAL_TABLES = (
    """
CREATE TABLE reading_text (
    document_id TEXT PRIMARY KEY REFERENCES document (id),
    repair_version INTEGER NOT NULL,
    corrections_stamp INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT
""",
    """
CREATE TABLE reading_place (
    document_id TEXT PRIMARY KEY REFERENCES document (id),
    source_offset INTEGER NOT NULL CHECK (source_offset >= 0),
    read_ms INTEGER NOT NULL
) STRICT
""",
    """
CREATE TABLE local_setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT
""",
)

# The texts that were compared with one another, each as it then was, and what two of them share.
_COMPARED_TABLES = (
    """
CREATE TABLE compared_text (
    document_id TEXT PRIMARY KEY REFERENCES document (id),
    repair_version INTEGER NOT NULL,
    corrections_stamp INTEGER NOT NULL,
    passages_version INTEGER NOT NULL,
    least_letters INTEGER NOT NULL CHECK (least_letters > 0),
    is_fuzzy INTEGER NOT NULL CHECK (is_fuzzy IN (0, 1))
) STRICT
""",
    """
CREATE TABLE shared_passage (
    document_id TEXT NOT NULL REFERENCES compared_text (document_id) ON DELETE CASCADE,
    other_id TEXT NOT NULL REFERENCES compared_text (document_id) ON DELETE CASCADE,
    pairs BLOB NOT NULL,
    PRIMARY KEY (document_id, other_id)
) STRICT
""",
    "CREATE INDEX shared_passage_by_other ON shared_passage (other_id)",
)

_INDEXES = (
    "CREATE INDEX annotation_by_place ON annotation (document_id, source_start)",
    "CREATE INDEX annotation_by_seq ON annotation (seq)",
    "CREATE INDEX tagging_by_tag ON tagging (tag_id)",
    "CREATE INDEX tagging_by_seq ON tagging (seq)",
)

_VIEWS = (
    """
CREATE VIEW present_tagging AS
SELECT DISTINCT tagging.annotation_id, tag.id AS tag_id, tag.name, tag.position
FROM tagging JOIN tag ON tag.id = tagging.tag_id
WHERE tagging.causal_length % 2 = 1 AND tag.deleted = 0
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
FROM annotation
JOIN document ON document.id = annotation.document_id
JOIN member ON member.id = annotation.member_id
WHERE annotation.deleted = 0 AND document.deleted = 0
""",
)


@migrations()
def m001_first_shape(db: Database) -> None:
    """Version 1: members, documents, codebook, annotations, and what this file remembers."""
    tables = (_MEMBER, _LIBRARY, _DOCUMENT, _TAG, _ANNOTATION, _TAGGING, *_LOCAL_TABLES)
    for statement in (*tables, *_INDEXES, *_VIEWS):
        db.execute(statement)
    db.execute("PRAGMA user_version = 1")


@migrations()
def m002_files_and_editions(db: Database) -> None:
    """Version 2: what the file told of its paragraphs, its format and date; the older edition."""
    for column in (
        "file_format TEXT NOT NULL DEFAULT 'txt' CHECK (length(file_format) BETWEEN 1 AND 20)",
        "file_modified_ms INTEGER NOT NULL DEFAULT 0 CHECK (file_modified_ms >= 0)",
        "structure TEXT NOT NULL DEFAULT 'null' CHECK (json_valid(structure))",
        "predecessor_id TEXT NOT NULL DEFAULT '' CHECK (length(predecessor_id) IN (0, 64))",
        "edition_stamp INTEGER NOT NULL DEFAULT 0 CHECK (edition_stamp >= 0)",
    ):
        db.execute(f"ALTER TABLE document ADD COLUMN {column}")
    db.execute("PRAGMA user_version = 2")


@migrations()
def m003_shared_passages(db: Database) -> None:
    """Version 3: what the texts share; which annotations were made together on one passage."""
    db.execute(
        "ALTER TABLE annotation ADD COLUMN passage_id TEXT NOT NULL DEFAULT ''"
        " CHECK (length(passage_id) IN (0, 36))"
    )
    for statement in _COMPARED_TABLES:
        db.execute(statement)
    db.execute("PRAGMA user_version = 3")


@migrations()
def m004_reading_together(db: Database) -> None:
    """Version 4: replies, revisions of notes, finished texts; a later edit outlives a deletion."""
    for view in ("tagged_passage", "present_tagging"):
        db.execute(f"DROP VIEW {view}")
    for table in ("member", "document", "tag", "annotation", "tagging"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN received_seq INTEGER NOT NULL DEFAULT 0")
    for statement in (*GROUP_TABLES, *PRESENT_VIEWS):
        db.execute(statement)
    for table in ("reply", "revision"):
        db.execute(f"CREATE INDEX {table}_by_annotation ON {table} (annotation_id)")
    for table in ("member", "document", "tag", "reply", "revision", "completion"):
        db.execute(f"CREATE INDEX {table}_by_seq ON {table} (seq)")
    db.execute("PRAGMA user_version = 4")


@migrations()
def m005_blind_rounds(db: Database) -> None:
    """Version 5: blind rounds; views that leave out what they hide."""
    for view in ("tagged_passage", "present_tagging"):
        db.execute(f"DROP VIEW {view}")
    for statement in (BLIND_ROUND, *INDEXES, *VISIBLE_VIEWS):
        db.execute(statement)
    db.execute("PRAGMA user_version = 5")


@migrations()
def m006_places_that_lost(db: Database) -> None:
    """Version 6: the places that members gave to annotations, also those that others replaced."""
    for statement in (ANCHOR_REVISION, *ANCHOR_INDEXES):
        db.execute(statement)
    db.execute("PRAGMA user_version = 6")
