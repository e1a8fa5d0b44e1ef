"""What can go wrong for a reader, each as one sentence that says what to do.

    DuiduError
    ├── LibraryError        LibraryMissingError, NotALibraryError, NewerLibraryError,
    │                       ReadOnlyLibraryError, DamagedLibraryError, LibraryBusyError,
    │                       LibraryExistsError, DiskFullError, DiskFailedError
    ├── TextFileError       FileMissingError, FileUnreadableError, EmptyFileError, BinaryFileError,
    │                       FileTooLargeError, UnpackedTooLargeError, DamagedFileError,
    │                       ProtectedFileError, UnknownEncodingError, WrongEncodingError,
    │                       ScannedFileError, TextTooLongError, OldFormatError, FileChangedError
    ├── NotFoundError       DocumentNotFoundError, DocumentGoneError, TagNotFoundError,
    │                       MemberNotFoundError, QuotationNotFoundError
    ├── AmbiguousError      AmbiguousDocumentError, AmbiguousMemberError, AmbiguousQuotationError
    ├── ExportError         FileNotWritableError
    ├── QueryError          PatternError, SlowPatternError
    └── EditError           EmptyPassageError, SpanOutsideTextError, TagNameTakenError,
                            TagNameEmptyError, TagNameTooLongError, NoteTooLongError,
                            MemberNameError, MemberNameTakenError, ColourError,
                            EditionCircleError, OtherEditionError

The English sentences are marked for translation; the window shows them in the reader's language.
"""

from collections.abc import Callable
from functools import partial
from pathlib import PurePath
from typing import ClassVar, Self

from annotator.core.printable import printable
from annotator.core.translatable import QT_TRANSLATE_NOOP


class DuiduError(Exception):
    """What a reader can understand and act on; `details` fill the sentence's placeholders."""

    sentence: ClassVar[str] = ""

    def __init__(self, **details: object) -> None:
        super().__init__(details)
        self.details = {
            name: printable(str(value)) if isinstance(value, str | PurePath) else value
            for name, value in details.items()
        }

    def __str__(self) -> str:
        return self.sentence.format(**self.details)

    def __reduce__(self) -> tuple[Callable[[], Self], tuple[()]]:
        """Let an error travel between processes with its details."""
        return partial(type(self), **self.details), ()


class LibraryError(DuiduError):
    """The library file cannot be used."""


class LibraryMissingError(LibraryError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "There is no library at {path}. Check the name, or create a new library."
    )


class NotALibraryError(LibraryError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} is not a Duidu library. Choose a file that Duidu made (*.duidu)."
    )


class NewerLibraryError(LibraryError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{path} was made by a newer version of Duidu and was left as it is. "
        "Update Duidu to open it.",
    )


class ReadOnlyLibraryError(LibraryError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} cannot be written to. Copy it to a folder of your own and open the copy."
    )


class DamagedLibraryError(LibraryError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} is damaged and was left as it is. Open the newest backup in {backups}."
    )


class LibraryBusyError(LibraryError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "Another program is writing to {path}. Wait a moment and try again, or close it."
    )


class LibraryExistsError(LibraryError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} exists already. Open it, or choose another name."
    )


class DiskFullError(LibraryError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "The disk is full, so nothing was saved to {path}. Free some space and try again."
    )


class DiskFailedError(LibraryError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The disk or network failed while {path} was in use. "
        "Check that it is connected, and open the library again.",
    )


class TextFileError(DuiduError):
    """The file cannot be imported."""


class FileMissingError(TextFileError):
    sentence = QT_TRANSLATE_NOOP("errors", "There is no file {path}. Check the name.")


class FileUnreadableError(TextFileError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} cannot be read. Check that it is a file and that you may open it."
    )


class EmptyFileError(TextFileError):
    sentence = QT_TRANSLATE_NOOP("errors", "{path} holds no text. Choose another file.")


class BinaryFileError(TextFileError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{path} is no text that Duidu can read. Save it as .docx, .pdf or .txt and import that.",
    )


class FileTooLargeError(TextFileError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} is larger than {limit_mb} MB. Split it into parts and import these."
    )


class UnpackedTooLargeError(TextFileError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{path} holds more than {limit_mb} MB when unpacked. Split it into parts and import these.",
    )


class DamagedFileError(TextFileError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{path} is damaged or incomplete. "
        "Get the file again, or save it anew in the program that made it.",
    )


class ProtectedFileError(TextFileError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{path} is protected by a password or by copy protection. "
        "Save a copy without it and import that.",
    )


class UnknownEncodingError(TextFileError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The encoding of {path} cannot be told. "
        "Name it (for example GB18030), or save the file as UTF-8.",
    )


class WrongEncodingError(TextFileError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} is not written in {encoding}. Name another encoding, or none."
    )


class FileChangedError(TextFileError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} has changed since it was shown here. Open it again and look at it."
    )


class ScannedFileError(TextFileError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{path} holds pictures of pages, or letters that cannot be read, but no text. "
        "Run text recognition (OCR) on it and import what that makes.",
    )


class TextTooLongError(TextFileError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} holds too much text to be read. Split it into parts and import these."
    )


class OldFormatError(TextFileError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{path} is in an old format (.doc, .ppt, .wps or .rtf). "
        "Save it as .docx, .pptx or .pdf and import that.",
    )


class NotFoundError(DuiduError):
    """Nothing answers to what was asked for."""


class DocumentNotFoundError(NotFoundError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "No document is called “{name}”. `duidu documents` lists them."
    )


class DocumentGoneError(NotFoundError):
    """The library has no document of this id: none was imported, or its merge was undone."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "This text is not in the library any more. Choose another one."
    )


class TagNotFoundError(NotFoundError):
    sentence = QT_TRANSLATE_NOOP("errors", "No tag is called “{name}”. The tags are: {known}.")


class MemberNotFoundError(NotFoundError):
    sentence = QT_TRANSLATE_NOOP("errors", "No member is called “{name}”.")


class QuotationNotFoundError(NotFoundError):
    sentence = QT_TRANSLATE_NOOP("errors", "“{quote}” does not occur in {document}.")


class AmbiguousError(DuiduError):
    """More than one thing answers to what was asked for."""


class AmbiguousDocumentError(AmbiguousError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "“{name}” fits {count} documents. Give more of the id or the whole title."
    )


class AmbiguousMemberError(AmbiguousError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{count} members are called “{name}”. Give the id of the one you mean."
    )


class AmbiguousQuotationError(AmbiguousError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "“{quote}” occurs {count} times in {document}. Quote more of it, or give its span.",
    )


class ExportError(DuiduError):
    """The file cannot be made."""


class FileNotWritableError(ExportError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} cannot be written. Choose another name or folder, or free some space."
    )


class QueryError(DuiduError):
    """What was looked for cannot be looked for."""


class PatternError(QueryError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "The pattern “{pattern}” cannot be understood ({problem}). Correct it."
    )


class SlowPatternError(QueryError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "The pattern “{pattern}” takes too long. Make it simpler."
    )


class EditError(DuiduError):
    """The change makes no sense."""


class EmptyPassageError(EditError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "This passage has no words in it. Select some text first."
    )


class SpanOutsideTextError(EditError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "The span {span} lies outside the text, which has {length} characters."
    )


class TagNameTakenError(EditError):
    sentence = QT_TRANSLATE_NOOP("errors", "There is a tag “{name}” already. Choose another name.")


class TagNameEmptyError(EditError):
    sentence = QT_TRANSLATE_NOOP("errors", "A tag needs a name.")


class TagNameTooLongError(EditError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "The name of a tag has at most {limit} characters. Choose a shorter one."
    )


class NoteTooLongError(EditError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "A note has at most {limit} characters. Write a shorter one, or import it as a text.",
    )


class MemberNameError(EditError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "The name of a member has 1 to {limit} characters. Choose another one."
    )


class MemberNameTakenError(EditError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "There is a member called {name} already. Choose that one, or another name."
    )


class ColourError(EditError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "“{written}” is no colour. Write it like #4f7cac, as red, green and blue."
    )


class EditionCircleError(EditError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "“{newer}” cannot be a newer edition of “{older}”: it is the same text or an older one. "
        "Choose another text.",
    )


class OtherEditionError(EditError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "“{newer}” is already a newer edition of “{older}”. Unlink them first, or choose another "
        "text.",
    )


class NotAWordError(EditError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "“{words}” is no word: a word has {least} to {most} letters and digits, without marks.",
    )


class DictionaryFullError(EditError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "The dictionary holds {limit} words at most. Take some of them out first."
    )


class NoWordsInFileError(TextFileError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "“{name}” has no words in it. A dictionary has a word on each line."
    )
