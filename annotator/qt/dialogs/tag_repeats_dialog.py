"""Tag repeats dialog: the other places of an annotated passage, to be tagged like it."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from annotator.core.annotation import Annotation
from annotator.qt.dialogs.tag_hits_dialog import TagHitsDialog
from annotator.qt.dialogs.tag_palette import TagChoice
from annotator.qt.session import Session
from annotator.services.editing import Edit, EditGroup
from annotator.services.editing.annotation_edits import AddAnnotation
from annotator.services.hit_tagging import Wish
from annotator.services.search import Hit


class TagRepeatsDialog(TagHitsDialog):
    """Gives the tags of an annotation to the repeats of its passage, which belong to it then.

    Where the annotation was the last thing done, it and its repeats become one step to undo.
    """

    def __init__(
        self,
        session: Session,
        annotation: Annotation,
        hits: Sequence[Hit],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, hits, parent)
        self._annotation = annotation
        self.setWindowTitle(self.tr("Tag the repeats"))
        self.unit.hide()
        self.tags.hide()
        self.give(TagChoice(set(annotation.tag_ids), []))
        self.list.setFocus()

    def wish(self, tag_ids: Iterable[str]) -> Wish:
        wanted = tuple(sorted(tag_ids))
        return Wish(wanted, self._session.member.id, passage_id=self._annotation.passage)

    def run(self, edit: Edit) -> None:
        last = self._session.edit_to_undo
        if isinstance(last, AddAnnotation) and last.annotation.id == self._annotation.id:
            self._session.undo()
            edit = EditGroup((last, edit))
        self._session.do(edit, self.tr("Tag the repeats"))
