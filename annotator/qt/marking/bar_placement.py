"""Where and when the floating bar shows."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QWidget

from annotator.core.changes import Changes
from annotator.core.span import ReadingSpan
from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.marking.floating_bar import FloatingBar
from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.session import Session
from annotator.qt.theme import Theme


class BarPlacement(QObject):
    """Shows the bar beside the selected passage or the active annotation, and hides it again."""

    def __init__(
        self, session: Session, focus: AnnotationFocus, grid: ReaderGrid, area: QWidget
    ) -> None:
        super().__init__(area)
        self._session = session
        self._focus = focus
        self._area = area
        self._theme: Theme | None = None
        self.bar = FloatingBar(area)
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(self._place)
        area.installEventFilter(self)
        focus.changed.connect(self._place)
        grid.splitterMoved.connect(self._place)
        session.changed.connect(self._on_changed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.bar.set_tags(self._session.codebook, theme)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait until the panes have set their texts anew for another size."""
        if event.type() == QEvent.Type.Resize:
            self._resized.start()
        return super().eventFilter(watched, event)

    def follow_scrolling(self) -> None:
        """Keep beside the passage while the text moves; hide while the passage is out of view."""
        if self.bar.isVisible() or self._passage() is not None:
            self._place()

    def _place(self) -> None:
        span = self._passage()
        pane = self._focus.frame.pane
        rect = pane.rect_of(span) if span is not None else QRect()
        viewport = pane.viewport()
        if span is None or not rect.intersects(viewport.rect()):
            self.bar.hide()
            return
        shift = viewport.mapTo(self._area, QPoint(0, 0))
        annotation = self._focus.annotation
        self.bar.show_at(
            rect.translated(shift),
            viewport.rect().translated(shift),
            chosen=annotation.tag_ids if annotation else (),
            deletable=annotation is not None,
        )

    def _passage(self) -> ReadingSpan | None:
        """Return what the bar belongs to, if it is in the active pane."""
        if self._focus.selection is not None:
            return self._focus.selection
        annotation = self._focus.annotation
        if annotation is None or annotation.document_id != self._focus.frame.document_id:
            return None
        return self._focus.span_of(annotation)

    def _on_changed(self, changes: Changes) -> None:
        if self._theme is not None and (changes.tags or changes.everything):
            self.bar.set_tags(self._session.codebook, self._theme)
        if self._focus.active_id in changes.annotations or changes.everything:
            self._place()
