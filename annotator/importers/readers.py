"""Readers: the importer for each format that is read apart from the program.

Each is imported when it is needed, for the libraries of all of them take half a second to load.
"""

from annotator.core.errors import BinaryFileError
from annotator.importers.incoming import Extract, IncomingFile

# Word, PowerPoint and e-books: what is in the package tells which.
PACKAGE = "package"


def read(file: IncomingFile, *, file_format: str, encoding: str | None = None) -> Extract:
    """Take the text out of a file of a format that `formats` told. Raises a TextFileError."""
    match _kind_of(file) if file_format == PACKAGE else file_format:
        case "pdf":
            from annotator.importers import pdf

            return pdf.extract(file)
        case "html":
            from annotator.importers import html

            return html.extract(file, encoding=encoding)
        case "md":
            from annotator.importers import markdown

            return markdown.extract(file, encoding=encoding)
        case "docx":
            from annotator.importers import docx

            return docx.extract(file)
        case "pptx":
            from annotator.importers import pptx

            return pptx.extract(file)
        case "epub":
            from annotator.importers import epub

            return epub.extract(file)
    raise BinaryFileError(path=file.name)


def _kind_of(file: IncomingFile) -> str | None:
    from annotator.importers import package

    return package.kind_of(file)
