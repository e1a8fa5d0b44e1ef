"""Sizes: how large dialogs open."""

from PySide6.QtWidgets import QWidget


def open_at(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog this size, or as much of it as the screen has room for."""
    room = dialog.screen().availableSize()
    dialog.resize(min(width, room.width()), min(height, room.height()))
