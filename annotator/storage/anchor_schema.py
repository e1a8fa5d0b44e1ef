"""Table of version 6: the places that members gave to annotations, one after the other."""

ANCHOR_REVISION = """
CREATE TABLE anchor_revision (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    annotation_id TEXT NOT NULL REFERENCES annotation (id),
    member_id TEXT NOT NULL REFERENCES member (id),
    stamp INTEGER NOT NULL CHECK (stamp >= 0),
    bases TEXT NOT NULL CHECK (json_valid(bases)),
    document_id TEXT NOT NULL REFERENCES document (id),
    source_start INTEGER NOT NULL CHECK (source_start >= 0),
    source_end INTEGER NOT NULL CHECK (source_end > source_start),
    quotation TEXT NOT NULL CHECK (length(quotation) >= 1),
    prefix TEXT NOT NULL CHECK (length(prefix) <= 200),
    suffix TEXT NOT NULL CHECK (length(suffix) <= 200),
    state TEXT NOT NULL CHECK (state IN ('ok', 'moved', 'to_check', 'orphan')),
    seq INTEGER NOT NULL,
    received_seq INTEGER NOT NULL DEFAULT 0
) STRICT
"""

INDEXES = (
    "CREATE INDEX anchor_revision_by_annotation ON anchor_revision (annotation_id)",
    "CREATE INDEX anchor_revision_by_seq ON anchor_revision (seq)",
)
