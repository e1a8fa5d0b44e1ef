"""Libraries to test on: an empty one on disk, and one with a text, a tag and a member."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.core.annotation import Annotation
from annotator.core.codebook import Tag, Underline
from annotator.core.document import About, Document
from annotator.core.identity import new_id, own_tag_id, source_hash
from annotator.core.member import Member
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.storage import document_table, member_table, tag_table
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library

SOURCE = "新质生产力是先进生产力质态。𠮷😀\n第二段说的是别的事情。"
MEMBER = Member("01930000-0000-7000-8000-000000000001", "林", "#4f7cac")
TAG = Tag(own_tag_id("难点"), "难点", "#cfe5fa", Underline.WAVE, "读不懂的地方")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shelf" / "library.duidu"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.create(path, furnish) as library:
        yield library


@pytest.fixture
def closed(path: Path) -> Path:
    """Return the path of a furnished library that nobody has open."""
    Library.create(path, furnish).close()
    return path


@pytest.fixture
def make_annotation() -> Callable[[int, int], Annotation]:
    """Return a maker of annotations of the library's text."""

    def make(start: int, end: int) -> Annotation:
        span = SourceSpan(start, end)
        selector = Selector(source_hash(SOURCE), span, span.slice_of(SOURCE))
        return Annotation(new_id(), selector, MEMBER.id, created_ms=1, modified_ms=1)

    return make


def furnish(library: Library) -> None:
    document = Document(source_hash(SOURCE), About("短文"), len(SOURCE), "短文.txt", 1)
    with library.transaction():
        member_table.insert(library, MEMBER)
        member_table.make_current(library, MEMBER.id)
        tag_table.insert(library, TAG)
        document_table.insert(
            library, document, Source(SOURCE), Origin("短文.txt", "0" * 64, "utf-8")
        )
