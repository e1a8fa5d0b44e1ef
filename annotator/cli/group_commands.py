"""The commands of a study group: members, round, merge, unmerge, bundle, sync, and its talk."""

from pathlib import Path

from annotator.cli import blind_rounds, matching, members, merging, settling, sharing, talking
from annotator.cli.argument_types import any_text
from annotator.cli.commands import Commands


def add(commands: Commands) -> None:
    members.add_arguments(
        commands.add(
            "members",
            "List the members, and say who annotates (*); add or rename one.",
            members.members,
        )
    )
    blind_rounds.add(commands)
    _add_merging(commands)
    _add_sharing(commands)
    talking.add_commands(commands)
    settling.add_commands(commands)


def _add_merging(commands: Commands) -> None:
    merge = commands.add(
        "merge",
        "Merge other libraries into this one, by content, whatever they are called.",
        merging.merge,
    )
    merge.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a .duidu file")
    merge.add_argument("--dry-run", action="store_true", help="only say what would come in")
    matching.add_link(merge)
    commands.add("unmerge", "Undo the last merge. What was written since stays.", merging.unmerge)


def _add_sharing(commands: Commands) -> None:
    bundle = commands.add(
        "bundle",
        "Write what was made or changed in this library to a small file, for others to merge.",
        sharing.bundle,
    )
    bundle.add_argument(
        "-o", "--output", type=Path, metavar="FILE", required=True, help="the .duidu file to write"
    )
    bundle.add_argument(
        "--as", dest="member", type=any_text, metavar="MEMBER", help="only the work of this member"
    )
    bundle.add_argument(
        "--without-texts", action="store_true", help="for those who have the texts already"
    )
    sync = commands.add(
        "sync",
        "Share by a folder that a group has in common: take in what is new, hand on your own.",
        sharing.sync,
    )
    sync.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER", help="remembered; needed only once"
    )
    matching.add_link(sync)
