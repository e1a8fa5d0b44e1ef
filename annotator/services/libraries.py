"""Making and opening libraries, with the codebook and the sample texts that come with Duidu."""

import getpass
import json
import random
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from annotator.core.codebook import Tag, Underline
from annotator.core.errors import LibraryExistsError, MemberNameError
from annotator.core.identity import new_id
from annotator.core.member import Member
from annotator.places import data_file, user_data_folder
from annotator.storage import backups, member_table, tag_table
from annotator.storage.library import Library

PERSONAL_LIBRARY = "library.duidu"
LONGEST_MEMBER_NAME = 200

MEMBER_COLOURS = (
    "#4f7cac",
    "#c0605a",
    "#5b8c5a",
    "#b0843c",
    "#7d6aa8",
    "#3f8f8f",
    "#a8577e",
    "#8a9a3a",
    "#5a62b0",
)


@dataclass(frozen=True, slots=True)
class BuiltInTag:
    """A tag that every library has, with its names and definitions by language (`zh`, `en`)."""

    key: str
    tag: Tag
    names: dict[str, str]
    definitions: dict[str, str]


@cache
def built_in_tags() -> tuple[BuiltInTag, ...]:
    """Read the built-in codebook; in a library its tags carry their Chinese names."""
    entries = json.loads(data_file("codebook.json").read_text(encoding="utf-8"))["tags"]
    return tuple(
        BuiltInTag(
            entry["key"],
            Tag(
                entry["id"],
                entry["names"]["zh"],
                entry["colour"],
                Underline(entry["underline"]),
                entry["definitions"]["zh"],
            ),
            entry["names"],
            entry["definitions"],
        )
        for entry in entries
    )


def name_in(tag: Tag, language: str) -> str:
    """Return what a tag is called in a language (`zh`, `en`); one that was renamed, as it is."""
    for built_in in built_in_tags():
        if tag.id == built_in.tag.id and tag.name == built_in.tag.name:
            return built_in.names[language]
    return tag.name


def names_in(library: Library, language: str) -> dict[str, str]:
    """Return what all tags of the library are called in a language, by their ids."""
    return {tag.id: name_in(tag, language) for tag in tag_table.codebook(library)}


def create(path: Path, member: Member | None = None) -> Library:
    """Make a library with the built-in codebook and this member, else one named after the login."""
    return Library.create(path, partial(_furnish, member=member))


def open_personal() -> Library:
    """Open the reader's own library; on the first start make it, with the sample texts in it."""
    path = user_data_folder() / PERSONAL_LIBRARY
    if not path.exists():
        with suppress(LibraryExistsError):  # another window that started meanwhile made it
            return create_with_samples(path)
    return Library.open(path)


def create_with_samples(path: Path) -> Library:
    """Make a library that holds the sample texts."""
    return Library.create(path, _furnish_with_samples)


def add_member(library: Library, name: str, colour: str = "") -> Member:
    """Add a member, in a colour that is still free unless one is given.

    Who annotates here stays the same. Raises MemberNameError.
    """
    name = " ".join(name.split())
    if not 1 <= len(name) <= LONGEST_MEMBER_NAME:
        raise MemberNameError(limit=LONGEST_MEMBER_NAME)
    member = Member(new_id(), name, colour or free_colour(library))
    member_table.insert(library, member)
    return member


def free_colour(library: Library) -> str:
    """Return the colour that the fewest members have.

    Which one comes first is left to chance: libraries that begin alone are merged later.
    """
    taken = Counter(member.colour for member in member_table.all_members(library))
    fewest = min(taken[colour] for colour in MEMBER_COLOURS)
    return random.choice([colour for colour in MEMBER_COLOURS if taken[colour] == fewest])


def current_member(library: Library) -> Member:
    """Return the member who annotates here; a library without one gets the computer's user."""
    return member_table.current(library) or _add_computer_user(library)


def back_up_daily(path: Path) -> Path | None:
    """Copy the library if that was not done today; return the copy. Raises a LibraryError."""
    return back_up(path) if backups.is_due(path) else None


def back_up(path: Path) -> Path:
    """Copy the library now; return the copy. Raises a LibraryError."""
    with Library.open(path) as library:
        return library.back_up()


def _furnish(library: Library, *, member: Member | None = None) -> None:
    with library.transaction():
        tag_table.insert_built_in(library, [built_in.tag for built_in in built_in_tags()])
        if member is None:
            _add_computer_user(library)
        else:
            member_table.insert(library, member)
            member_table.make_current(library, member.id)


def _furnish_with_samples(library: Library) -> None:
    # Loaded for the first start alone; no later one need wait for it.
    from annotator.services import importing

    _furnish(library)
    for sample in json.loads(data_file("manifest.json").read_text(encoding="utf-8"))["documents"]:
        importing.import_sample(library, data_file(sample["file"]), sample)


def _add_computer_user(library: Library) -> Member:
    with library.transaction():
        member = add_member(library, _user_name())
        member_table.make_current(library, member.id)
    return member


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # which one depends on system and Python
        return "读者"
