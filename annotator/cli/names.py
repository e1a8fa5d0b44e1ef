"""The names of what commands print by id."""

from annotator.storage import document_table, member_table
from annotator.storage.library import Library


def member_names(library: Library) -> dict[str, str]:
    """Return the names of all members by id."""
    return {member.id: member.name for member in member_table.all_members(library)}


def document_titles(library: Library) -> dict[str, str]:
    """Return the titles of the texts that are not deleted, by id."""
    return {document.id: document.title for document in document_table.all_documents(library)}
