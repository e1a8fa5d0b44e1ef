"""Looking into the shared folder of a group of thirty, each with 300 annotations.

Times are CPU seconds of one thread, over a library that is open.
"""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.core.identity import new_id
from annotator.core.member import Member
from annotator.services import libraries, sharing
from annotator.storage import member_table
from annotator.storage.library import Library
from tests.benchmarks.bench_merge import fill

MEMBERS = 30
ANNOTATIONS = 300


def run() -> dict[str, float]:
    with TemporaryDirectory() as name:
        folder = Path(name, "shared")
        folder.mkdir()
        paths = [_library(Path(name, f"{number}.duidu"), folder) for number in range(MEMBERS)]
        written = [_seconds(path) for path in paths]
        with Library.open(paths[0]) as library:
            return {
                "members": float(MEMBERS),
                "write_a_bundle_ms": written[0] * 1000,
                "bundle_kb": next(folder.iterdir()).stat().st_size / 1000,
                "take_in_29_bundles_s": _sync(library),
                "nothing_new_ms": _sync(library) * 1000,
                "one_new_annotation_ms": _one_more(library, paths[1]) * 1000,
            }


def _library(path: Path, folder: Path) -> Path:
    with libraries.create(path) as library:
        member = Member(new_id(), path.stem, "#4f7cac")
        member_table.insert(library, member)
        member_table.make_current(library, member.id)
        fill(library, ANNOTATIONS, int(path.stem))
        sharing.choose_folder(library, folder)
    return path


def _seconds(path: Path) -> float:
    """Share what a member has, before any other bundle is read: the folder's first bundle."""
    with Library.open(path) as library:
        return _sync(library)


def _one_more(library: Library, path: Path) -> float:
    with Library.open(path) as other:
        fill(other, 1, 1000)
        sharing.sync(other, lambda *_: None)
    return _sync(library)


def _sync(library: Library) -> float:
    begun = time.thread_time()
    sharing.sync(library, lambda *_: None)
    return time.thread_time() - begun


if __name__ == "__main__":
    print(run())
