"""Every change that a reader can undo, as a value."""

from annotator.services.editing.edit import Edit, EditGroup

__all__ = ["Edit", "EditGroup"]
