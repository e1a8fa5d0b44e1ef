"""Is everything in order? The file, the places of annotations, their quotations."""

from dataclasses import dataclass

from annotator.core.errors import DamagedLibraryError
from annotator.core.identity import source_hash
from annotator.storage import annotation_table, document_table, round_table
from annotator.storage.library import Library


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be; `where` names the file, document or annotation."""

    where: str
    what: str


def check(library: Library) -> list[Finding]:
    """Look through a whole library; an empty list means that all is well. Changes nothing."""
    findings = [Finding(str(library.path), what) for what in library.integrity()]
    findings += [
        Finding(round_id, "The blind round waits for somebody who is no member.")
        for round_id in round_table.with_strangers(library)
    ]
    for document in document_table.all_documents(library):
        try:
            source = document_table.source_text(library, document.id)
        except DamagedLibraryError:
            findings.append(Finding(document.title, "The source text is damaged."))
            continue
        if source_hash(source) != document.id:
            findings.append(Finding(document.title, "The source text is not the imported one."))
            continue
        for annotation_id, start, end, quotation in annotation_table.places_in(
            library, document.id
        ):
            if end > len(source):
                findings.append(Finding(annotation_id, "The annotation stands outside the text."))
            elif not _holds(source[start:end], quotation):
                what = "The annotation does not stand on what it quotes."
                findings.append(Finding(annotation_id, what))
    return findings


def _holds(passage: str, quotation: str) -> bool:
    """Whether the letters of the quotation stand in this order in the source passage."""
    letters = iter(passage)
    return all(letter in letters for letter in quotation if not letter.isspace())
