"""News: what came from other members since the reader last looked.

What was read stays in this file alone; it is the reader's, not the group's.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from annotator.core.news import ALL_NEWS, News, NewsEnd, NewsFilter, NewsPage, ReadSoFar
from annotator.storage import local_tables, news_table
from annotator.storage.library import Library

MOST_COUNTED = 1_000
MOST_READ_ONE_BY_ONE = 5_000

_SETTING = "news_read"


def read_so_far(library: Library) -> ReadSoFar:
    stored = local_tables.setting(library, _SETTING) or {}
    return ReadSoFar(stored.get("since", 0), tuple(stored.get("read", ())))


def unread(
    library: Library,
    wanted: NewsFilter = ALL_NEWS,
    *,
    after: NewsEnd | None = None,
    limit: int,
) -> NewsPage:
    """Return at most so many news, replies first; `after` is where the last page ended."""
    read = read_so_far(library)
    return news_table.page(library, read, wanted, after=after, limit=limit)


def count_unread(library: Library, wanted: NewsFilter = ALL_NEWS) -> int:
    """Return how many news there are; of more than MOST_COUNTED, only that many."""
    return news_table.count(library, read_so_far(library), wanted, most=MOST_COUNTED)


def count_unread_in(
    library_path: Path, wanted: NewsFilter, _report: Callable[[int, int, str], None]
) -> int:
    """Return the same, over a connection of its own: for other threads."""
    with Library.open(library_path) as library:
        return count_unread(library, wanted)


def mark_read(library: Library, news: News) -> None:
    """Say that this was read.

    Of what is read one by one, the first is forgotten when it grows too much: it is new again.
    """
    read = read_so_far(library)
    if news.seq > read.since and news.key not in read.keys:
        keys = (*read.keys, news.key)[-MOST_READ_ONE_BY_ONE:]
        set_read_so_far(library, replace(read, keys=keys))


def mark_all_read(library: Library) -> None:
    """Say that all that has come until now was read, but for what a blind round hides."""
    read = read_so_far(library)
    first_hidden = news_table.first_hidden(library, read.since)
    if first_hidden is None:
        set_read_so_far(library, ReadSoFar(news_table.latest(library)))
    else:
        shown = unread(library, limit=MOST_READ_ONE_BY_ONE).news
        keys = (*read.keys, *(one.key for one in shown))[-MOST_READ_ONE_BY_ONE:]
        set_read_so_far(library, ReadSoFar(first_hidden - 1, keys))


def set_read_so_far(library: Library, read: ReadSoFar) -> None:
    local_tables.set_setting(library, _SETTING, {"since": read.since, "read": read.keys})
