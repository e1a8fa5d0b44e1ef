"""Running lines: what headers and footers say on page after page."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from itertools import chain, islice, pairwise

from annotator.text.repair.characters import without_blanks
from annotator.text.repair.layouts import Layout
from annotator.text.repair.lines import Line
from annotator.text.repair.patterns import SOURCE, Ending, ending_of
from annotator.text.repair.reasons import DropReason

_WEB_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_ISSUE = re.compile(r"第\d{1,4}期")
_DIGITS = re.compile(r"\d+")
_NUMBER_BEFORE = re.compile(r"(\d{1,4})\s+(\D.*)")
_NUMBER_BEHIND = re.compile(r"(.*\D)\s+(\d{1,4})")
_PAUSE = re.compile(r"[：，、—（(①②③]|\s+")
_MOST_PAUSES = 4
_FEWEST_PAGES = 3
_FEWEST_FACING_PAGES = 2
_FURTHEST_FACING = 2
_FURTHEST_TITLE = 3
_MOST_TITLE_LINES = 3
_LONGEST = 80
_LONGEST_NUMBER = 4


class RunningLines:
    """Finds the running lines of a text among the outermost lines of its pages."""

    def __init__(self, lines: Sequence[Line], layout: Layout, *, has_feeds: bool) -> None:
        self._lines = lines
        self._layout = layout
        self._has_feeds = has_feeds
        self._pages = len({line.page for line in lines})
        self._letters = [without_blanks(line.text) for line in lines]

    def find(
        self, outermost: Mapping[int, int], reason: DropReason, *, dropped: Mapping[int, DropReason]
    ) -> set[int]:
        """Return the running lines to drop among these, the outermost line by page.

        They are the same on many pages but for a number that counts the pages, or they give the
        page number, or they say what a heading in the text says.
        """
        may_run = {page: i for page, i in sorted(outermost.items()) if self._may_run(i)}
        found = self._repeated(may_run, reason)
        if self._layout is not Layout.SLIDES and self._has_feeds:
            counting = self._counting(may_run)
            if len(counting) * 2 >= self._pages:
                found |= counting
            found |= self._sections(may_run, reason, gone={*dropped, *found}, dropped=dropped)
        return found

    def numbers(self, found: Set[int]) -> dict[int, int]:
        """Return the page numbers that these running lines give, by page."""
        given = [
            (self._lines[i].page, int(digits))
            for i in sorted(found)
            for digits in _DIGITS.findall(self._lines[i].text)
            if len(digits) <= _LONGEST_NUMBER
        ]
        offsets = Counter(number - page for page, number in given).most_common(1)
        if not offsets or offsets[0][1] < _FEWEST_FACING_PAGES:
            return {}
        return {page: number for page, number in given if number - page == offsets[0][0]}

    def _may_run(self, i: int) -> bool:
        """Tell whether the line can be a running line: no dateline, no part of a sentence."""
        text = self._letters[i]
        is_prose = ending_of(text) is Ending.SENTENCE or text[-1] in "，、；："
        return len(text) <= _LONGEST and not SOURCE.match(text) and not is_prose

    def _repeated(self, outermost: Mapping[int, int], reason: DropReason) -> set[int]:
        by_key: dict[str, list[int]] = defaultdict(list)
        for i in outermost.values():
            by_key[_DIGITS.sub("0", self._letters[i])].append(i)
        found: set[int] = set()
        for key, members in by_key.items():
            if self._is_running(members) and any(letter.isalpha() for letter in key):
                found.update(set(members) - self._shown_once(members, reason))
        return found

    def _is_running(self, members: Sequence[int]) -> bool:
        """Tell whether they stand on enough pages, and any digit that differs counts the pages."""
        pages = [self._lines[i].page for i in members]
        span = pages[-1] - pages[0]
        facing = self._has_feeds and self._layout is Layout.COLUMN and span <= _FURTHEST_FACING
        if len(members) < (_FEWEST_FACING_PAGES if facing else _FEWEST_PAGES):
            return False
        if len(members) * _FEWEST_PAGES < span + 1:
            return False
        texts = {self._letters[i] for i in members}
        numbers = (map(int, _DIGITS.findall(self._lines[i].text)) for i in members)
        # Not strict: a blank in a number makes two of it.
        columns = zip(*numbers, strict=False)
        return len(texts) == 1 or any(
            _differences(column) == _differences(pages) for column in columns
        )

    def _shown_once(self, members: Sequence[int], reason: DropReason) -> set[int]:
        """Return the running lines that stay: a slide's title, and a title that opens the text."""
        first, last = self._lines[members[0]], self._lines[members[-1]]
        is_constant = self._letters[members[0]] == self._letters[members[-1]]
        names_source = _WEB_ADDRESS.search(first.text) or _ISSUE.search(self._letters[members[0]])
        if reason is DropReason.FOOTER or names_source or not is_constant:
            return set()
        if self._layout is Layout.SLIDES:
            return set(members)
        opens_text = first.page == self._lines[0].page and last.page != first.page
        return {members[0]} if opens_text and not self._stands_again(members[0]) else set()

    def _stands_again(self, i: int) -> bool:
        """Tell whether the lines right after say the same or begin with it, as a title does."""
        after = self._letters[i + 1 : i + 1 + _FURTHEST_TITLE]
        return any(letters.startswith(self._letters[i]) for letters in after)

    def _counting(self, outermost: Mapping[int, int]) -> set[int]:
        """Return the lines in which a number beside the words counts the pages."""
        offsets: dict[int, int] = {}
        for page, i in outermost.items():
            number, words = _number_and_words(self._lines[i].text)
            if number is not None and any(letter.isalpha() for letter in words):
                offsets[i] = number - page
        counts = Counter(offsets.values()).most_common(1)
        if not counts or counts[0][1] < min(self._pages, _FEWEST_PAGES):
            return set()
        found = {i for i, offset in offsets.items() if offset == counts[0][0]}
        return found if len(found) >= _FEWEST_PAGES or self._names_text(found) else set()

    def _names_text(self, found: Set[int]) -> bool:
        """Tell whether the words of one of these lines name the issue, or stand in the text."""
        cores = {without_blanks(_number_and_words(self._lines[i].text)[1]) for i in found}
        return any(map(_ISSUE.search, cores)) or bool(self._standing(cores, set(found)))

    def _sections(
        self,
        outermost: Mapping[int, int],
        reason: DropReason,
        *,
        gone: set[int],
        dropped: Mapping[int, DropReason],
    ) -> set[int]:
        """Return the lines that say what a line in the text says, where most pages have such lines.

        A page that has lost a running line at this edge has no second one; what opens the text
        is its title, or the issue where all other pages have a running line.
        """
        pages_done = {self._lines[i].page for i, why in dropped.items() if why is reason}
        pages_done |= {self._lines[i].page for i in gone.intersection(outermost.values())}
        candidates = {
            i
            for page, i in outermost.items()
            if page not in pages_done and (i or self._stands_again(i))
        }
        cores = {i: without_blanks(_number_and_words(self._lines[i].text)[1]) for i in candidates}
        standing = self._standing({core for core in cores.values() if core}, gone | candidates)
        found = {i for i, core in cores.items() if core in standing}
        pages_done |= {self._lines[i].page for i in found}
        opening = outermost.get(self._lines[0].page)
        is_issue = opening == 0 and _ISSUE.search(self._letters[0]) is not None
        if is_issue and len(pages_done) == self._pages - 1:
            found.add(0)
        return found if len(pages_done) * 2 >= self._pages else set()

    def _standing(self, cores: set[str], but: set[int]) -> set[str]:
        """Return those of the cores that a line says, alone or with the next, or begins with."""
        if not cores:
            return set()
        says = (says for i, says in enumerate(self._says) if i not in but)
        return cores.intersection(chain.from_iterable(says))

    @cached_property
    def _says(self) -> list[set[str]]:
        """What each line says, alone or with the next ones, and begins with before a pause."""
        says = []
        for i, line in enumerate(self._lines):
            said = {
                "".join(self._letters[i : i + count]) for count in range(1, _MOST_TITLE_LINES + 1)
            }
            pauses = islice(_PAUSE.finditer(line.text), _MOST_PAUSES)
            said.update(without_blanks(line.text[: pause.start()]) for pause in pauses)
            says.append(said)
        return says


def _number_and_words(text: str) -> tuple[int | None, str]:
    """Part a number from the words that it stands before or behind."""
    if before := _NUMBER_BEFORE.fullmatch(text):
        return int(before[1]), before[2]
    if behind := _NUMBER_BEHIND.fullmatch(text):
        return int(behind[2]), behind[1]
    return None, text


def _differences(numbers: Sequence[int]) -> list[int]:
    return [after - before for before, after in pairwise(numbers)]
