"""Connecting: which part of a window answers to which; the parts never know each other."""

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.qt.window.main_window import MainWindow


def connect(window: "MainWindow") -> None:
    """Let the parts of a window answer to each other, once all of them are there."""
    _connect_annotating(window)
    _connect_editions(window)
    _connect_repeating(window)
    _connect_told(window)


def _connect_annotating(window: "MainWindow") -> None:
    commands, annotating, bar = window.commands, window.annotating, window.bar_placement.bar
    for number, action in enumerate(commands.tags, start=1):
        action.triggered.connect(partial(annotating.tag_with_key, number))
    for tags in (bar, window.tool_bar):
        tags.tag_clicked.connect(annotating.toggle_tag)
    for signal, slot in (
        (bar.more_tags_clicked, annotating.choose_tags),
        (bar.note_clicked, annotating.edit_note),
        (bar.copy_clicked, window.copying.copy_with_citation),
        (bar.delete_clicked, annotating.delete),
        (commands.tag_again.triggered, annotating.tag_again),
        (commands.choose_tags.triggered, annotating.choose_tags),
        (commands.note.triggered, annotating.edit_note),
        (commands.delete.triggered, annotating.delete),
        (commands.move_to_selection.triggered, annotating.move_to_selection),
        (commands.start_back.triggered, partial(annotating.move_ends, -1, 0)),
        (commands.start_forward.triggered, partial(annotating.move_ends, 1, 0)),
        (commands.end_back.triggered, partial(annotating.move_ends, 0, -1)),
        (commands.end_forward.triggered, partial(annotating.move_ends, 0, 1)),
        (commands.next_annotation.triggered, partial(window.focus.go_to_next, 1)),
        (commands.previous_annotation.triggered, partial(window.focus.go_to_next, -1)),
        (commands.copy.triggered, window.copying.copy),
        (commands.copy_citation.triggered, window.copying.copy_with_citation),
    ):
        signal.connect(slot)


def _connect_editions(window: "MainWindow") -> None:
    editions, documents = window.editions, window.docks.documents
    editions.follow(window.focus)
    window.imports.imported.connect(editions.look_for_likely)
    window.merging.matched.connect(editions.offer.offer_matches)
    window.sharing.matched.connect(editions.offer.offer_matches)
    documents.link_requested.connect(editions.ask_link)
    documents.unlink_requested.connect(editions.unlink)
    window.commands.to_check.triggered.connect(editions.open_to_check)
    editions.place_requested.connect(window.desk.show_passage)
    editions.told.connect(window.status_line.tell)


def _connect_repeating(window: "MainWindow") -> None:
    repeating = window.repeating
    window.annotating.annotated.connect(repeating.look)
    window.commands.tag_repeats.triggered.connect(repeating.ask)
    window.status_line.offer_taken.connect(repeating.ask)
    repeating.offered.connect(window.status_line.offer)
    repeating.withdrawn.connect(window.status_line.withdraw)
    repeating.told.connect(window.status_line.tell)


def _connect_told(window: "MainWindow") -> None:
    """Let the status line tell what the parts have to say."""
    for part in (
        window.analyses,
        window.bookmarks,
        window.copying,
        window.correcting,
        window.imports,
        window.library_files,
        window.merging,
        window.sharing,
        window.together,
    ):
        part.told.connect(window.status_line.tell)
