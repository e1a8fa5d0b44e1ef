"""What is said of an annotation while the mouse rests on its highlight, or in a list of several."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from annotator.core.annotation import Annotation
from annotator.qt.anchor_states import anchor_state_names
from annotator.qt.session import Session
from annotator.qt.tag_names import shown_name
from annotator.text.speakers import speaker_of

_LONGEST_NOTE = 600
_LONGEST_QUOTATION = 24
_LONGEST_REPLY = 200
_SHOWN_REPLIES = 3


class AnnotationTips:
    """Describes annotations in plain text."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def describe(self, annotation_id: str) -> str:
        """Return tags, member and state, below who speaks, note and replies; empty for one gone."""
        annotation = self._session.annotation(annotation_id)
        if annotation is None:
            return ""
        members = {member.id: member.name for member in self._session.members()}
        first_line = [
            self._tags(annotation.tag_ids),
            members.get(annotation.member_id, ""),
            anchor_state_names().get(annotation.state, ""),
        ]
        lines = [
            " · ".join(part for part in first_line if part),
            self._speaker(annotation),
            _shortened(annotation.note, _LONGEST_NOTE),
            *self._thread(annotation, members),
        ]
        return "\n".join(line for line in lines if line)

    def _thread(self, annotation: Annotation, members: Mapping[str, str]) -> list[str]:
        """Return the last replies, below how many came before them."""
        replies = annotation.replies
        shown = [
            f"{members.get(reply.member_id, '')}: {_shortened(reply.content, _LONGEST_REPLY)}"
            for reply in replies[-_SHOWN_REPLIES:]
        ]
        if (earlier := len(replies) - len(shown)) > 0:
            told = QCoreApplication.translate("AnnotationTips", "Earlier replies: {count}")
            return [told.format(count=earlier), *shown]
        return shown

    def listed(self, annotation_id: str) -> str:
        """Return tags and the beginning of the quotation on one line."""
        annotation = self._session.annotation(annotation_id)
        if annotation is None:
            return ""
        quotation = _shortened(annotation.selector.quotation, _LONGEST_QUOTATION)
        return self._tags(annotation.tag_ids) + quotation.replace("\n", " ")

    def _speaker(self, annotation: Annotation) -> str:
        text = self._session.reading_text(annotation.document_id)
        span = text.to_reading(annotation.selector.span)
        speaker = speaker_of(text, span.start) if span else ""
        words_of = QCoreApplication.translate("AnnotationTips", "Words of {speaker}")
        return words_of.format(speaker=speaker) if speaker else ""

    def _tags(self, tag_ids: tuple[str, ...]) -> str:
        tags = [self._session.codebook.get(tag_id) for tag_id in tag_ids]
        return "".join(f"【{shown_name(tag)}】" for tag in tags if tag)


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest] + "…"
