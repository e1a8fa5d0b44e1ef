"""What can be wrong with a library or bundle that somebody else sent.

    LibraryError
    ├── MergeError          NotAPlainFileError, ShareTooLargeError, LibraryStillOpenError,
                            ForeignSchemaError, DamagedShareError, ClockAheadError,
                            ForgedRowError, UnsoundRowsError, OwnLibraryError,
                            UnreadableShareError
    ├── UnmergeError        NoMergeError, BackupGoneError, BuiltOnMergeError
    └── SharingError        FolderMissingError, FolderNotWritableError, NoFolderError

Whichever is raised, the reader's own library is as it was.
"""

from annotator.core.errors import LibraryError
from annotator.core.translatable import QT_TRANSLATE_NOOP


class MergeError(LibraryError):
    """The file cannot be merged."""


class NotAPlainFileError(MergeError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} is a link or a folder, not a file. Choose the library file itself."
    )


class ShareTooLargeError(MergeError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{path} is larger than {limit} MB. Ask for a bundle without the texts, and merge that.",
    )


class LibraryStillOpenError(MergeError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{path} is still open in another program. Close it there, or ask for a bundle, "
        "and merge again.",
    )


class ForeignSchemaError(MergeError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{path} holds more than a library of Duidu does. It was not opened; "
        "ask for a bundle made by Duidu.",
    )


class DamagedShareError(MergeError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} is damaged or not complete. Ask for the file once more."
    )


class ClockAheadError(MergeError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{path} holds changes that are dated more than a day ahead. "
        "Check the clock here and on the computer that it comes from.",
    )


class ForgedRowError(MergeError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{path} says of known work that somebody else did it. Nothing was merged; "
        "ask the sender where the file comes from.",
    )


class UnsoundRowsError(MergeError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{path} holds entries that Duidu does not write. Nothing was merged; ask for a new bundle.",
    )


class OwnLibraryError(MergeError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} is the library that is open. Choose another one to merge."
    )


class UnreadableShareError(MergeError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "{path} cannot be read now. Check that you may open it, and try again."
    )


class UnmergeError(LibraryError):
    """The last merge cannot be taken back."""


class NoMergeError(UnmergeError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "There is no merge to undo in {path}. Libraries as they were before are in {backups}.",
    )


class BackupGoneError(UnmergeError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "The merge cannot be undone: {backup} is gone or was changed. "
        "Other backups are in {backups}.",
    )


class BuiltOnMergeError(UnmergeError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "What came in was changed or used since, so the merge was not undone. "
        "To have the library as it was before, open {backup}.",
    )


class SharingError(LibraryError):
    """Nothing can be shared through the folder."""


class FolderMissingError(SharingError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "There is no folder {path}. Connect the drive or the cloud folder, or choose another one.",
    )


class FolderNotWritableError(SharingError):
    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Nothing can be written into {path}. Ask its owner for permission, "
        "or choose another folder.",
    )


class NoFolderError(SharingError):
    sentence = QT_TRANSLATE_NOOP(
        "errors", "No shared folder was chosen for {path} yet. Choose one first."
    )
