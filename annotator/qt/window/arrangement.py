"""Arrangement: which texts lie in which panes, as a library remembers it."""

from typing import Any

from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.window.reading_places import ReadingPlaces


def arrangement(grid: ReaderGrid, places: ReadingPlaces) -> dict[str, Any]:
    """Return what JSON can hold of the panes; each has its own place, a source offset."""
    frames = grid.frames
    return {
        "panes": [frame.document_id for frame in frames],
        "places": [places.of(frame) for frame in frames],
        "sections": [places.section_of(frame) for frame in frames],
        "widths": grid.widths(),
        "active": frames.index(grid.active),
        "maximised": grid.is_maximised,
    }
