"""Place versions: the places that members gave one annotation, side by side in their texts."""

from collections.abc import Mapping
from functools import partial
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.revision import AnchorRevision
from annotator.qt.anchor_states import anchor_state_names
from annotator.qt.dialogs.passage_html import passage_html
from annotator.qt.dialogs.version_column import VersionColumn
from annotator.qt.dialogs.version_row import VersionRow
from annotator.qt.session import Session
from annotator.qt.theme import shown_theme
from annotator.services.versions import PlaceConflict


class PlaceVersions(QWidget):
    """Signal: `settled` with the AnchorRevision that takes the place of all."""

    settled = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.row = VersionRow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)

    def show_conflict(self, conflict: PlaceConflict, names: Mapping[str, str]) -> None:
        """Show the places of an annotation, given by members whose names are given by id."""
        columns: list[VersionColumn] = []
        for place in conflict.versions:
            heading = self.row.heading(
                names.get(place.member_id, ""), place.written_ms, is_first=not columns
            )
            column = VersionColumn(heading, self._html(place), self.tr("Keep this place"))
            column.kept.connect(partial(self.settled.emit, place))
            columns.append(column)
        self.row.show_columns(columns)

    def _html(self, place: AnchorRevision) -> str:
        document = self._session.document(place.selector.document_id)
        told = [document.title if document else "", anchor_state_names().get(place.state, "")]
        title = escape(" · ".join(part for part in told if part))
        style = f"color: {shown_theme().quiet_ink}; font-size: small"
        return f'<p style="{style}">{title}</p>{self._passage(place)}'

    def _passage(self, place: AnchorRevision) -> str:
        text = self._session.reading_text(place.selector.document_id)
        span = text.to_reading(place.selector.span)
        if span is None:  # nothing of it is left in the reading text
            return f"<p>{escape(place.selector.quotation)}</p>"
        return passage_html(text, span)
