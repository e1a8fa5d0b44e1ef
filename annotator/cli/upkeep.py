"""Commands about the library file: check, backup."""

from argparse import Namespace
from dataclasses import asdict

from annotator.cli import opening
from annotator.cli.output import DONE, FAILED, Answer, as_json, counted, lines
from annotator.services import libraries
from annotator.services.checking import check
from annotator.storage import annotation_table, document_table


def check_library(arguments: Namespace) -> Answer:
    """Look through the library; findings are a failure."""
    with opening.to_read(arguments) as library:
        findings = check(library)
        documents = len(document_table.all_documents(library))
        annotations = annotation_table.all_annotations(library)
        replies = sum(len(annotation.replies) for annotation in annotations)
    status = FAILED if findings else DONE
    if arguments.json:
        found = [asdict(finding) for finding in findings]
        values = {"documents": documents, "annotations": len(annotations), "replies": replies}
        return as_json(values | {"findings": found}, status=status)
    if findings:
        return lines((f"{finding.where}: {finding.what}" for finding in findings), status=status)
    numbers = [counted(documents, "document"), counted(len(annotations), "annotation")]
    if replies:
        numbers.append(f"{replies:,} {'reply' if replies == 1 else 'replies'}")
    return lines([f"All is well: {', '.join(numbers)}."])


def back_up(arguments: Namespace) -> Answer:
    """Copy the library into the folder of its backups."""
    with opening.to_read(arguments) as library:
        return lines([str(libraries.back_up(library.path))])
