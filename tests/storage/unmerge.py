"""A program that takes back the last merge and kills itself after some steps of SQLite:
`unmerge.py LIBRARY STEPS`. It prints `done` if it comes to its end.
"""

import os
import signal
import sys
from pathlib import Path

from annotator.storage import merge_records
from annotator.storage.library import Library


def work(path: Path, steps: int) -> None:
    with Library.open(path) as library:
        library.db.set_progress_handler(lambda: os.kill(os.getpid(), signal.SIGKILL), steps)
        merge_records.take_back_last(library)
        library.db.set_progress_handler(None, 0)
    print("done")


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]))
