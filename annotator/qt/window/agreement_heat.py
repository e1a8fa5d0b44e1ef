"""Agreement heat: how far members agree, along the texts in the panes and beside their lines."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QObject

from annotator.core.agreed import Agreed, AgreedStretch
from annotator.core.changes import Changes
from annotator.core.member import Member
from annotator.core.span import ReadingSpan
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.agreeing import Agreeing

if TYPE_CHECKING:
    from annotator.services.agreement import MarkedSpan


class _Heat(NamedTuple):
    """What those readers of a text marked with a tag who are not hidden here."""

    tag: str
    readers: tuple[Member, ...]
    spans: "tuple[MarkedSpan, ...]"


class AgreementHeat(QObject):
    """Shows a bar on each pane, and signs beside the lines, while their commands are ticked.

    They are for the tag that Agreement is on, and leave out members who are hidden here.
    """

    def __init__(
        self, session: Session, agreeing: Agreeing, grid: ReaderGrid, commands: Actions
    ) -> None:
        super().__init__(agreeing)
        self._session = session
        self._agreeing = agreeing
        self._grid = grid
        self._bar, self._lines = commands.agreement_heat, commands.agreement_lines
        for action in (self._bar, self._lines):
            action.toggled.connect(self._on_toggled)
        agreeing.shown_changed.connect(self._show_all)
        session.changed.connect(self._on_changed)
        grid.frame_added.connect(self._on_frame_added)

    def _on_toggled(self, is_on: bool) -> None:
        """Open the dock in which the tag is chosen, and whose figures are shown."""
        if is_on:
            self._agreeing.open()
        self._show_all()

    def _on_changed(self, changes: Changes) -> None:
        """See to it that nobody sees what has been hidden while figures are made anew."""
        is_about_members = changes.members or changes.only_seen
        if changes.documents or is_about_members or changes.everything:
            self._show_all()

    def _on_frame_added(self, frame: PaneFrame) -> None:
        frame.document_shown.connect(partial(self._show, frame))
        frame.agreement_bar.place_requested.connect(frame.reveal)
        frame.agreed_lines.describe = partial(self._describe, frame)
        frame.agreed_lines.line_clicked.connect(partial(self._on_line_clicked, frame))

    def _show_all(self) -> None:
        for frame in self._grid:
            self._show(frame)

    def _show(self, frame: PaneFrame) -> None:
        is_wanted = self._bar.isChecked() or self._lines.isChecked()
        heat = self._heat(frame.document_id) if is_wanted else None
        self._show_bar(frame, heat if self._bar.isChecked() else None)
        self._show_lines(frame, heat if self._lines.isChecked() else None)

    def _show_bar(self, frame: PaneFrame, heat: _Heat | None) -> None:
        if heat is None or frame.shown is None:
            frame.agreement_bar.hide()
            return
        frame.agreement_bar.show_marks(heat.spans, len(heat.readers), frame.shown)
        name = self.tr("Agreement along the text: {tag}").format(tag=heat.tag)
        frame.agreement_bar.setAccessibleName(name)

    def _show_lines(self, frame: PaneFrame, heat: _Heat | None) -> None:
        if heat is None:
            frame.agreed_lines.show(None)
            return
        readers = len(heat.readers)
        frame.agreed_lines.show(
            [AgreedStretch(one.span, Agreed.of(one.count, readers)) for one in heat.spans]
        )

    def _heat(self, document_id: str | None) -> _Heat | None:
        """Return what can be told of a text, None where two readers of it are not compared."""
        shown = self._agreeing.shown()
        text = shown.agreement.text(document_id) if shown else None
        if shown is None or text is None or document_id in self._session.blind_documents():
            return None
        hidden = self._session.visibility.hidden_members
        readers = tuple(one for one in text.members if one.id not in hidden)
        if len(readers) < 2:
            return None
        marked = text.marked.get(shown.row.key, ())
        if hidden:
            seen = (replace(one, marked_by=one.marked_by - hidden) for one in marked)
            marked = tuple(one for one in seen if one.marked_by)
        return _Heat(shown.tag, readers, marked)

    def _describe(self, frame: PaneFrame, line: ReadingSpan) -> str:
        """Tell who marked what of a line, those together who marked the same."""
        heat = self._heat(frame.document_id)
        if heat is None or frame.document_id is None:
            return ""
        text = self._session.reading_text(frame.document_id).text
        here = [one for one in heat.spans if one.span.overlaps(line)]
        marked: dict[str, list[str]] = {}
        for reader in heat.readers:
            spans = [one.span for one in here if reader.id in one.marked_by]
            marked.setdefault(_marked(spans, line, text), []).append(reader.name)
        whole = line.slice_of(text).strip()
        told = [heat.tag]
        for passage, names in marked.items():
            who = QLocale().createSeparatedList(names)
            what = self.tr("the whole line") if passage == whole else passage
            what = what or self.tr("nothing")
            told.append(self.tr("{members}: {passage}").format(members=who, passage=what))
        return "\n".join(told)

    def _on_line_clicked(self, frame: PaneFrame, line: ReadingSpan) -> None:
        if frame.document_id is not None:
            self._agreeing.open_at(frame.document_id, line)


def _marked(spans: Iterable[ReadingSpan], line: ReadingSpan, text: str) -> str:
    """Return what these spans cover of a line, with an ellipsis for what lies between them."""
    marked, end = "", line.start
    for part in (span.within(line) for span in spans):
        if part is not None:
            between = text[end : part.start] if marked else ""
            marked += ("…" if between.strip() else between) + part.slice_of(text)
            end = part.end
    return marked.strip()
