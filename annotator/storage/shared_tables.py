"""Shared tables: which columns of a library travel between members, and how two versions of a row
become one.

Merge takes, column group by column group, the greater of (stamp, values): a tie is broken by
content, on every computer alike. This one description makes every statement of the merge.
"""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that change together. The greater (stamp, columns) wins, or the smaller one."""

    stamp: str
    columns: tuple[str, ...] = ()
    smaller: bool = False

    @property
    def all(self) -> tuple[str, ...]:
        return (self.stamp, *self.columns)


@dataclass(frozen=True)
class SharedTable:
    """A table whose rows are found by `key`, keep `fixed` for ever, and change in `groups`."""

    name: str
    key: tuple[str, ...]
    fixed: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()

    @cached_property
    def columns(self) -> tuple[str, ...]:
        grouped = [column for group in self.groups for column in group.all]
        return (*self.key, *self.fixed, *grouped)

    @property
    def stamps(self) -> tuple[str, ...]:
        return tuple(column for column in self.columns if column.endswith("stamp"))

    @property
    def incoming(self) -> str:
        """The temporary table in which rows wait until they are found to be sound."""
        return f"incoming_{self.name}"

    @property
    def same_row(self) -> str:
        return " AND ".join(f"{self.incoming}.{c} = {self.name}.{c}" for c in self.key)

    @property
    def written_here(self) -> str:
        """The condition for rows that were made or changed in this library."""
        return f"{self.name}.received_seq <> {self.name}.seq"

    def merge_statement(self) -> str:
        """Return the statement that takes in all incoming rows.

        Its parameters are our `seq`, and the same again or 0 where the rows count as written here.
        """
        columns = ", ".join(self.columns)
        return (
            f"INSERT INTO {self.name} ({columns}, seq, received_seq)"
            f" SELECT {columns}, ?, ? FROM {self.incoming} WHERE true"
            f" ON CONFLICT ({', '.join(self.key)}) {self._resolution()}"
        )

    def newer(self, group: Group, theirs: str) -> str:
        """Return the condition under which the group of their row replaces ours."""
        sign = "<" if group.smaller else ">"
        mine = ", ".join(f"{self.name}.{column}" for column in group.all)
        other = ", ".join(f"{theirs}.{column}" for column in group.all)
        return f"({other}) {sign} ({mine})"

    def _resolution(self) -> str:
        if not self.groups:
            return "DO NOTHING"
        values = [
            f"{column} = iif({self.newer(group, 'excluded')}, excluded.{column}, {column})"
            for group in self.groups
            for column in group.all
        ]
        any_newer = " OR ".join(self.newer(group, "excluded") for group in self.groups)
        received = f"iif({self.written_here}, {self.name}.received_seq, excluded.received_seq)"
        return (
            f"DO UPDATE SET {', '.join(values)}, seq = excluded.seq, received_seq = {received}"
            f" WHERE {any_newer}"
        )


MEMBER = SharedTable(
    "member",
    ("id",),
    groups=(Group("profile_stamp", ("name", "colour")),),
)

DOCUMENT = SharedTable(
    "document",
    ("id",),
    ("source", "characters"),
    (
        # The same text may have come from different files: the earliest import counts.
        Group(
            "imported_ms",
            (
                "file_name",
                "file_hash",
                "encoding",
                "file_format",
                "file_modified_ms",
                "structure",
            ),
            smaller=True,
        ),
        Group("about_stamp", ("title", "publisher", "date", "kind")),
        Group("corrections_stamp", ("corrections",)),
        Group("edition_stamp", ("predecessor_id",)),
        Group("deletion_stamp", ("deleted",)),
    ),
)

TAG = SharedTable(
    "tag",
    ("id",),
    groups=(
        Group("name_stamp", ("name",)),
        Group("look_stamp", ("colour", "underline")),
        Group("definition_stamp", ("definition",)),
        Group("position_stamp", ("position",)),
        Group("deletion_stamp", ("deleted",)),
    ),
)

ANNOTATION = SharedTable(
    "annotation",
    ("id",),
    ("member_id", "created_ms", "passage_id"),
    (
        Group(
            "anchor_stamp",
            (
                "document_id",
                "source_start",
                "source_end",
                "quotation",
                "prefix",
                "suffix",
                "state",
            ),
        ),
        Group("note_stamp", ("note",)),
        Group("deletion_stamp", ("deleted",)),
    ),
)

TAGGING = SharedTable(
    "tagging",
    ("annotation_id", "tag_id", "member_id"),
    groups=(Group("causal_length", ("changed_stamp",)),),
)

REPLY = SharedTable(
    "reply",
    ("id",),
    ("annotation_id", "member_id", "created_ms"),
    (Group("content_stamp", ("content",)), Group("deletion_stamp", ("deleted",))),
)

REVISION = SharedTable(
    "revision",
    ("id",),
    ("annotation_id", "member_id", "stamp", "bases", "note"),
)

ANCHOR_REVISION = SharedTable(
    "anchor_revision",
    ("id",),
    (
        "annotation_id",
        "member_id",
        "stamp",
        "bases",
        "document_id",
        "source_start",
        "source_end",
        "quotation",
        "prefix",
        "suffix",
        "state",
    ),
)

COMPLETION = SharedTable(
    "completion",
    ("member_id", "document_id"),
    groups=(Group("finished_stamp", ("finished",)),),
)

BLIND_ROUND = SharedTable(
    "blind_round",
    ("id",),
    ("document_id", "opened_by", "opened_ms", "members"),
    (Group("ended_stamp", ("ended", "ended_by")),),
)

SHARED_TABLES = (
    MEMBER,
    DOCUMENT,
    TAG,
    ANNOTATION,
    TAGGING,
    REPLY,
    REVISION,
    ANCHOR_REVISION,
    COMPLETION,
    BLIND_ROUND,
)
