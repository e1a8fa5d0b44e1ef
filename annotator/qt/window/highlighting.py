"""Highlighting: what is painted over the texts, and in which look."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from annotator.core.annotation import Annotation
from annotator.core.changes import Changes
from annotator.qt.marking.annotation_tips import AnnotationTips
from annotator.qt.member_looks import highlights_by_member, member_looks
from annotator.qt.reader.appearance import NO_MEMBERS, Appearance, TagLook
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.seeing import Seeing
from annotator.qt.session import Session
from annotator.qt.tag_names import shown_name
from annotator.qt.theme import Theme, tag_colour
from annotator.services.search import Hit

# Beyond this it is quicker to show all highlights anew than to change them.
_MOST_ONE_BY_ONE = 100


class Highlighting(QObject):
    """Keeps the highlights, marks, hits and looks of the panes in step with the library."""

    def __init__(self, session: Session, grid: ReaderGrid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._grid = grid
        self._theme: Theme | None = None
        self._appearance: Appearance | None = None
        self._is_by_member = False
        self._tips = AnnotationTips(session)
        self._hits: Sequence[Hit] = ()
        grid.frame_added.connect(self._on_frame_added)
        session.changed.connect(self._on_changed)

    def set_look(self, theme: Theme, appearance: Appearance) -> None:
        """Draw every pane in this theme and type."""
        self._theme, self._appearance = theme, appearance
        for frame in self._grid:
            self._dress(frame)

    def colour_by_member(self, is_by_member: bool) -> None:
        """Let colours tell members apart, or else tags."""
        self._is_by_member = is_by_member
        for frame in self._grid:
            self._give_looks(frame)
            self._let_see(frame)

    def break_headings_again(self) -> None:
        """Break headings between words, which are known now; the reader's place stays."""
        for frame in self._grid:
            self._dress(frame)

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Show what a search has found."""
        self._hits = hits
        for frame in self._grid:
            self._show_hits(frame)

    def _on_frame_added(self, frame: PaneFrame) -> None:
        self._dress(frame)
        self._let_see(frame)
        frame.pane.tips.describe = self._tips.describe
        frame.document_shown.connect(self._on_document_shown)

    def _on_document_shown(self) -> None:
        frame = self.sender()
        assert isinstance(frame, PaneFrame)
        assert frame.document_id is not None
        text = self._session.reading_text(frame.document_id)
        frame.pane.set_marks(
            replace(mark, message=QCoreApplication.translate("marks", mark.message))
            for mark in text.marks
        )
        self._show_highlights(frame)
        self._show_hits(frame)

    def _on_changed(self, changes: Changes) -> None:
        if changes.only_seen:
            for frame in self._grid:
                self._let_see(frame)
            return
        # Hits are offsets of the former text; the search panel is about to find them anew.
        self._hits = [hit for hit in self._hits if hit.document.id not in changes.repaired]
        for frame in self._grid:
            if frame.document_id in changes.repaired:
                self._show_hits(frame)
            if changes.tags or changes.members or changes.everything:
                self._give_looks(frame)
            if frame.document_id and changes.touch_annotations_in(frame.document_id):
                self._refresh_highlights(frame, changes)

    def _let_see(self, frame: PaneFrame) -> None:
        """Tell a pane who is seen; it has the highlights of all members."""
        frame.see(Seeing(self._session.visibility, self._is_by_member))

    def _dress(self, frame: PaneFrame) -> None:
        if self._theme is None or self._appearance is None:
            return
        self._give_looks(frame)
        frame.pane.set_appearance(self._appearance)

    def _give_looks(self, frame: PaneFrame) -> None:
        """Tell a pane how tags and members look."""
        if self._theme is None or self._appearance is None:
            return
        members = self._session.members()
        looks = highlights_by_member(members, self._theme) if self._is_by_member else {}
        for tag in self._session.codebook:
            colour = tag_colour(tag.colour, self._theme)
            looks[tag.id] = TagLook(colour, tag.underline, shown_name(tag))
        signs = member_looks(members, self._theme) if len(members) > 1 else NO_MEMBERS
        frame.pane.set_tag_looks(looks, signs)
        frame.overview.set_look(looks, self._appearance.colours)

    def _show_hits(self, frame: PaneFrame) -> None:
        spans = [hit.span for hit in self._hits if hit.document.id == frame.document_id]
        frame.pane.set_hits(spans)
        frame.overview.set_hits(spans)

    def _show_highlights(self, frame: PaneFrame) -> None:
        assert frame.document_id is not None
        annotations = self._session.everybodys.in_document(frame.document_id)
        highlights = self._highlights(annotations)
        frame.pane.set_highlights(highlights)
        frame.overview.set_highlights(highlights)

    def _refresh_highlights(self, frame: PaneFrame, changes: Changes) -> None:
        is_much = len(changes.annotations) > _MOST_ONE_BY_ONE
        if is_much or changes.everything or frame.document_id in changes.documents:
            self._show_highlights(frame)
            return
        present = map(self._session.everybodys.get, changes.annotations)
        here = [one for one in present if one and one.document_id == frame.document_id]
        for annotation_id in changes.annotations - {a.id for a in here}:
            frame.pane.remove_highlight(annotation_id)
            frame.overview.remove_highlight(annotation_id)
        for highlight in self._highlights(here):
            frame.pane.add_highlight(highlight)
            frame.overview.add_highlight(highlight)

    def _highlights(self, annotations: Iterable[Annotation]) -> list[Highlight]:
        """Return how annotations look; one that covers only dropped pieces is not seen."""
        highlights = []
        for annotation in annotations:
            text = self._session.reading_text(annotation.document_id)
            span = text.to_reading(annotation.selector.span)
            if span is not None:
                highlights.append(
                    Highlight(
                        annotation.id,
                        span,
                        annotation.tag_ids,
                        annotation.has_note,
                        annotation.state,
                        annotation.member_id,
                        annotation.given_by,
                        tuple(reply.member_id for reply in annotation.replies),
                    )
                )
        return highlights
