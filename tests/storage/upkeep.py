"""A program that kills itself in the midst of upkeep: `upkeep.py LIBRARY WHAT SECONDS`.

WHAT is `migrate`, which opening a library of an older version does, or `back_up`. It prints `done`
if it comes to its end.
"""

import signal
import sys
from pathlib import Path

from annotator.storage.library import Library


def work(path: Path, what: str, seconds: float) -> None:
    # Nobody handles this signal: it ends the program at once, wherever that is.
    signal.setitimer(signal.ITIMER_REAL, seconds)
    with Library.open(path) as library:
        if what == "back_up":
            library.back_up()
    signal.setitimer(signal.ITIMER_REAL, 0)
    print("done")


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]))
