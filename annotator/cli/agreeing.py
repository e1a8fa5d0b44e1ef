"""Commands about what members annotated on their own: finish."""

from argparse import Namespace

from annotator.cli import opening
from annotator.cli.output import Answer, as_json, lines
from annotator.services import libraries, lookup
from annotator.services.editing.document_edits import change_completion


def finish(arguments: Namespace) -> Answer:
    """Say whether a member has finished a text."""
    with opening.to_write(arguments) as library:
        document = lookup.find_document(library, arguments.document)
        if arguments.member:
            member = lookup.find_member(library, arguments.member)
        else:
            member = libraries.current_member(library)
        finished = not arguments.undo
        change_completion(library, document.id, member.id, finished=finished).apply(library)
    if arguments.json:
        return as_json({"document": document.id, "member": member.name, "finished": finished})
    has = "has finished" if finished else "has not finished"
    return lines([f"{member.name} {has} {document.title}."])
