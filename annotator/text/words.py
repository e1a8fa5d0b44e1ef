"""Words of Chinese text. The only user of jieba; offsets are code points, ranges half-open."""

import contextlib
import logging
import re
import threading
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate, pairwise
from typing import Protocol

from annotator import places
from annotator.text.boundaries import clause_at

# Scripts whose words nothing on the page sets apart.
_UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"[^\W_{_UNSPACED}][\u0300-\u036f]*"
_SPACED_WORD = rf"{_LETTER}(?:(?:[-'’.&_]|(?<=[0-9]),(?=[0-9]))?{_LETTER})*[%％‰]?"
_PIECE = rf"(?P<kept>{_SPACED_WORD}|[^\S\n]+)|(?P<run>[{_UNSPACED}]+)|(?P<mark>.)"

# How far a word may reach from where it was clicked, in characters.
_REACH = 300
_LONGEST_PART = 3


# As often as the words of our own domain: often enough to stand against their parts.
_FREQUENCY = 1000


class _Tokenizer(Protocol):
    FREQ: dict[str, int]
    total: int

    def lcut(self, sentence: str) -> list[str]: ...

    def add_word(self, word: str, freq: int) -> None: ...

    def suggest_freq(self, segment: str) -> int: ...

    def tokenize(self, sentence: str, mode: str) -> Iterator[tuple[str, int, int]]: ...


_loading = threading.Lock()
_loaded: list[_Tokenizer] = []
# One set, put there whole: whoever does so need not wait for the loading.
_wanted: list[frozenset[str]] = [frozenset()]
# The reader's words that the tokenizer knows, with how often it took them to occur before.
_learned: dict[str, int] = {}


def load() -> None:
    """Read the dictionaries, which takes about a second; further calls return at once.

    Any thread may call this. Until it is done `word_at` has only the look of the characters.
    """
    with _loading:
        if not _loaded:
            tokenizer = _new_tokenizer()
            _learned.clear()
            _loaded.append(tokenizer)
        if _learned.keys() != _wanted[0]:
            _learn(_loaded[0], _wanted[0])


def is_loaded() -> bool:
    return bool(_loaded)


def set_own_words(own: Iterable[str]) -> None:
    """Let these be words from now on, and no longer what was set before.

    What divides texts into words knows them at once, `word_at` from the next `load` on.
    """
    _wanted[0] = frozenset(own)


def _learn(tokenizer: _Tokenizer, wanted: frozenset[str]) -> None:
    """Teach the tokenizer these words; those of before that are no longer wanted are as before."""
    for word in _learned.keys() - wanted:
        former = _learned.pop(word)
        tokenizer.total += former - tokenizer.FREQ[word]
        tokenizer.FREQ[word] = former
    for word in sorted(wanted - _learned.keys()):
        former = tokenizer.FREQ.get(word, 0)
        frequency = max(_FREQUENCY, former, tokenizer.suggest_freq(word))
        tokenizer.add_word(word, frequency)
        tokenizer.total -= former
        _learned[word] = former


def words(text: str) -> list[tuple[int, int]]:
    """Return the words and marks of the text in order, without blanks; loads if need be.

    Latin words and numbers stay whole (e-mail, 1,000, 3.5%), and each mark stands alone.
    """
    load()
    return [span for span in _pieces(text) if not text[slice(*span)].isspace()]


def word_at(text: str, offset: int) -> tuple[int, int]:
    """Return the word, mark or run of blanks at this offset; never waits for the dictionaries.

    At a line end or the end of the text it is the word before. Empty only for an empty text.
    """
    if offset == len(text) > 0:
        offset -= 1
    if offset > 0 and text[offset] == "\n" and text[offset - 1] != "\n":
        offset -= 1
    start, end = _surroundings(text, offset)
    for piece_start, piece_end in _pieces(text[start:end]):
        if offset < start + piece_end:
            return start + piece_start, start + piece_end
    return start, end


def offsets_in_words(text: str) -> frozenset[int]:
    """Return the offsets at which a break would tear a word; none until words are loaded."""
    return _offsets_between(_pieces(text)) if _loaded else frozenset()


def offsets_in_parts_of_words(text: str) -> frozenset[int]:
    """Return the offsets at which a break would tear the words that long words are made of."""
    if not _loaded:
        return frozenset()
    found = ((start, end) for _part, start, end in _loaded[0].tokenize(text, mode="search"))
    return _offsets_between(span for span in found if span[1] - span[0] <= _LONGEST_PART)


def _offsets_between(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(offset for start, end in spans for offset in range(start + 1, end))


def _surroundings(text: str, offset: int) -> tuple[int, int]:
    """Return the clause around, or the blanks between two; not more than a word can need."""
    start, end = clause_at(text, offset)
    if not start <= offset < end:
        before, after = text[max(0, offset - _REACH) : offset], text[offset : offset + _REACH]
        start = offset - len(before) + len(before.rstrip())
        end = offset + len(after) - len(after.lstrip())
    return max(start, offset - _REACH), min(end, offset + _REACH)


def _pieces(text: str) -> list[tuple[int, int]]:
    """Divide the text into words, marks and blanks without gaps."""
    matches = list(_piece().finditer(text))
    if not _loaded:
        return [match.span() for match in matches]
    borders = {0, *accumulate(map(len, _loaded[0].lcut(text)))}
    for match in matches:
        if match["kept"]:
            borders.difference_update(range(match.start() + 1, match.end()))
        elif match["mark"]:
            borders.update(match.span())
    return list(pairwise(sorted(borders)))


@cache
def _piece() -> re.Pattern[str]:
    """Return the pattern, which takes milliseconds to compile: a window starts without it."""
    return re.compile(_PIECE, re.DOTALL)


def _new_tokenizer() -> _Tokenizer:
    # Imported here, because the window shows sooner without it.
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "pkg_resources is deprecated")
        warnings.filterwarnings("ignore", "Deprecated call to `pkg_resources")
        warnings.filterwarnings("ignore", ".*invalid escape sequence")
        import jieba
    jieba.setLogLevel(logging.CRITICAL)
    # By itself it takes rarer ideographs, such as 𠮷, for marks that are in no word.
    jieba.re_han_default = re.compile(rf"([{_UNSPACED}a-zA-Z0-9+#&._%-]+)")
    # By default jieba trusts a file in a folder that all users of the machine can write to.
    cache = places.user_data_folder() / "cache"
    # Without a cache it reads its dictionary each time, which only takes longer.
    with contextlib.suppress(OSError):
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    jieba.dt.tmp_dir = str(cache)
    with places.data_file("user_dictionary.txt").open("rb") as dictionary:
        jieba.dt.load_userdict(dictionary)
    tokenizer: _Tokenizer = jieba.dt
    return tokenizer
