"""Candidate: one text that may come in, and what the reader decided about it so far."""

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path

from annotator.core.corrections import NO_CORRECTIONS, Corrections
from annotator.core.errors import DuiduError, UnknownEncodingError, WrongEncodingError
from annotator.core.printable import printable
from annotator.importers.incoming import IncomingFile
from annotator.services.importing import Import, Wanted
from annotator.services.previewing import Look, Preview


class State(Enum):
    """How far a candidate has come."""

    WAITING = auto()
    READ = auto()
    THERE = auto()
    UNCLEAR = auto()
    FAILED = auto()
    IMPORTED = auto()


@dataclass(frozen=True)
class Candidate:
    """A file, or pasted text. `key` tells candidates apart.

    `encoding` is what the reader chose, None for what the file itself shows. Of `steps`, the
    corrections one after the other, that at `step` counts; those after it were undone.
    """

    key: str
    source: Path | IncomingFile
    state: State = State.WAITING
    is_wanted: bool = True
    encoding: str | None = None
    title: str = ""
    look: Look | None = None
    error: DuiduError | None = None
    steps: tuple[Corrections, ...] = (NO_CORRECTIONS,)
    step: int = 0
    preview: Preview | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        return printable(self.source.name)

    @property
    def corrections(self) -> Corrections:
        return self.steps[self.step]

    @property
    def has_encoding(self) -> bool:
        """Whether the reader can choose one."""
        if self.look is not None:
            return bool(self.look.encoding)
        return isinstance(self.error, UnknownEncodingError | WrongEncodingError)

    @property
    def can_be_corrected(self) -> bool:
        return self.state is State.READ

    def corrected(self, corrections: Corrections) -> "Candidate":
        """Go on with these corrections; what was undone before is forgotten."""
        if corrections == self.corrections:
            return self
        steps = (*self.steps[: self.step + 1], corrections)
        return replace(self, steps=steps, step=len(steps) - 1)

    def stepped(self, by: int) -> "Candidate":
        """Undo (-1) or redo (1) a correction, as far as there is one."""
        return replace(self, step=min(max(0, self.step + by), len(self.steps) - 1))

    def read_in(self, encoding: str | None) -> "Candidate":
        """Begin anew in this encoding; rules stay off, borders belonged to other letters."""
        corrections = Corrections(off=self.corrections.off)
        return replace(
            self,
            state=State.WAITING,
            is_wanted=True,
            encoding=encoding,
            look=None,
            error=None,
            steps=(corrections,),
            step=0,
            preview=None,
        )

    def looked_into(self, look: Look, *, is_there: bool) -> "Candidate":
        return replace(self, state=State.THERE if is_there else State.READ, look=look, error=None)

    def failed(self, error: DuiduError) -> "Candidate":
        """Say why it cannot come in; one whose encoding is unclear still may."""
        is_unclear = isinstance(error, UnknownEncodingError)
        state = State.UNCLEAR if is_unclear else State.FAILED
        return replace(self, state=state, error=error, is_wanted=is_unclear, preview=None)

    def imported(self, result: Import) -> "Candidate":
        state = State.THERE if result.already_there else State.IMPORTED
        return replace(self, state=state, is_wanted=False)

    def order(self) -> Wanted:
        """Return what shall be imported."""
        seen_id = self.look.document_id if self.look else ""
        return Wanted(
            self.source, self.encoding, self.corrections, self.title, seen_id, self.preview
        )
