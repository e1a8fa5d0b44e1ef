import pytest

from annotator.qt.reader import layout_cache
from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.layout_cache import LayoutCache
from annotator.qt.reader.text_model import TextModel
from tests.qt.reader.conftest import TextMaker


@pytest.fixture
def cache(fonts: None, text_of: TextMaker, monkeypatch: pytest.MonkeyPatch) -> LayoutCache:
    """Return a cache that has room for two of its pieces."""
    monkeypatch.setattr(layout_cache, "MOST_CHARACTERS", 25)
    return LayoutCache(TextModel(text_of(*["国" * 10] * 9)), Appearance(), width=200)


def test_layout_asked_for_again_is_the_same(cache: LayoutCache) -> None:
    assert cache.layout(0) is cache.layout(0)


def test_layout_not_asked_for_longest_is_forgotten(cache: LayoutCache) -> None:
    first, second = cache.layout(0), cache.layout(1)
    cache.layout(0)

    cache.layout(2)

    assert cache.layout(0) is first
    assert cache.layout(1) is not second


def test_room_of_what_is_forgotten_is_free_again(cache: LayoutCache) -> None:
    for piece in range(8):
        cache.layout(piece)
    before_last = cache.layout(7)

    cache.layout(8)

    assert cache.layout(7) is before_last


def test_piece_larger_than_the_room_is_kept_alone(
    cache: LayoutCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout_cache, "MOST_CHARACTERS", 5)

    assert cache.layout(3) is cache.layout(3)


def test_piece_laid_out_ahead_is_kept(cache: LayoutCache) -> None:
    for _ in cache.laid_out_ahead(0):
        pass
    layout = cache.layout(0)

    assert not list(cache.laid_out_ahead(0))
    assert cache.layout(0) is layout


def test_piece_asked_for_in_a_pause_is_laid_out_once(cache: LayoutCache) -> None:
    steps = cache.laid_out_ahead(0)
    next(steps)
    layout = cache.layout(0)

    list(steps)

    assert cache.layout(0) is layout
