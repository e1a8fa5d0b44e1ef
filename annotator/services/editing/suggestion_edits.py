"""Edits of suggestions: dismiss them, bring them back; what is dismissed this file remembers."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from annotator.core.changes import Changes
from annotator.core.span import SourceSpan
from annotator.storage import local_tables
from annotator.storage.library import Library

_SETTING = "dismissed_suggestions"


@dataclass(frozen=True, slots=True, order=True)
class Dismissal:
    """What is not to be suggested again as this kind; another repair does not bring it back."""

    document_id: str
    kind: str
    span: SourceSpan

    def covers(self, kind: str, span: SourceSpan) -> bool:
        """Tell whether this is the same passage, half of it at least."""
        shared = min(self.span.end, span.end) - max(self.span.start, span.start)
        return self.kind == kind and 2 * shared >= max(len(self.span), len(span))


@dataclass(frozen=True, slots=True)
class ChangeDismissals:
    """Suggestions that are dismissed, or brought back; only such as really change."""

    dismissals: frozenset[Dismissal]
    dismissed: bool = True

    def apply(self, library: Library) -> Changes:
        return _change(library, self.dismissals, dismissed=self.dismissed)

    def revert(self, library: Library) -> Changes:
        return _change(library, self.dismissals, dismissed=not self.dismissed)


def dismissals(library: Library) -> set[Dismissal]:
    """Return everything that is dismissed."""
    stored = local_tables.setting(library, _SETTING) or {}
    return {
        Dismissal(document_id, kind, SourceSpan(start, end))
        for document_id, spans in stored.items()
        for kind, start, end in spans
    }


def _change(library: Library, changed: Collection[Dismissal], *, dismissed: bool) -> Changes:
    with library.transaction():
        before = dismissals(library)
        after = before.union(changed) if dismissed else before.difference(changed)
        stored = defaultdict(list)
        for one in sorted(after):
            stored[one.document_id].append((one.kind, one.span.start, one.span.end))
        local_tables.set_setting(library, _SETTING, stored)
    return Changes(suggested=frozenset(one.document_id for one in changed))
