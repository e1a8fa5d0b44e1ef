import contextlib
import os
import subprocess
import sys
import threading
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import words as words_module
from annotator.text.words import (
    is_loaded,
    load,
    offsets_in_parts_of_words,
    offsets_in_words,
    word_at,
    words,
)

TEXTS = st.text(
    st.sampled_from("发展新质生产力要素的 \u3000\n，。、“”%.-'&,…aB7é́𠮷々カ😀"), max_size=30
)


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@pytest.fixture
def unloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words_module, "_loaded", [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发展新质生产力。", ["发展", "新质生产力", "。"]),
        ("提高全要素生产率", ["提高", "全要素生产率"]),
        ("增长3.5%，1,000 点", ["增长", "3.5%", "，", "1,000", "点"]),
        ("A股、e-mail和John's", ["A股", "、", "e-mail", "和", "John's"]),
        ("等等……好++", ["等等", "…", "…", "好", "+", "+"]),
        ("2024年", ["2024", "年"]),
        ("", []),
        (" \n", []),
    ],
)
def test_words_numbers_and_marks_stand_apart(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.usefixtures("unloaded")
def test_loading_from_two_threads_reads_the_dictionaries_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: list[None] = []
    both_inside = threading.Barrier(2, timeout=0.1)

    def new_tokenizer() -> None:
        calls.append(None)
        with contextlib.suppress(threading.BrokenBarrierError):
            both_inside.wait()

    monkeypatch.setattr(words_module, "_new_tokenizer", new_tokenizer)
    threads = [threading.Thread(target=load) for _ in range(2)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(calls) == 1
    assert is_loaded()


def test_first_loading_is_silent_and_keeps_its_cache_in_the_readers_own_folder(
    tmp_path: Path,
) -> None:
    program = "from annotator.text import words; words.load(); print(words.is_loaded())"
    environment = os.environ | {
        "DUIDU_HOME": str(tmp_path / "home"),
        "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"),
    }

    loading = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=Path(words_module.__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (loading.stdout, loading.stderr) == ("True\n", "")
    assert [path.name for path in tmp_path.glob("home/**/cache/*")] == ["jieba.cache"]


def test_folder_that_cannot_be_written_to_costs_only_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").write_text("a file where the folder would be")
    monkeypatch.setenv("DUIDU_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(words_module, "_loaded", [])

    load()

    assert cut("新质生产力") == ["新质生产力"]
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("unloaded")
def test_without_dictionaries_a_word_is_a_run_of_like_characters() -> None:
    text = "发展生产力，增长3.5% OK"

    assert word_at(text, 1) == (0, 5)
    assert word_at(text, 5) == (5, 6)
    assert word_at(text, 9) == (8, 12)
    assert word_at(text, 14) == (13, 15)


def test_word_at_a_line_end_or_the_text_end_is_the_word_before() -> None:
    load()

    assert word_at("生产力\n发展", 3) == (0, 3)
    assert word_at("生产力\n发展", 6) == (4, 6)
    assert word_at("生产力\n", 4) == (0, 3)
    assert word_at("", 0) == (0, 0)


def test_word_at_blanks_is_the_run_of_blanks() -> None:
    load()

    assert word_at("好。　 再来", 2) == (2, 4)
    assert word_at("a  b", 2) == (1, 3)


def test_word_in_a_long_text_without_marks_is_found() -> None:
    load()
    text = "发展新质生产力" * 5000

    start, end = word_at(text, 17_504)

    assert text[start:end] == "新质生产力"


@given(TEXTS)
def test_words_are_in_order_and_leave_out_only_blanks(text: str) -> None:
    spans = words(text)

    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join(text[slice(*span)] for span in spans) == "".join(text.split())


@given(TEXTS.filter(bool), st.data())
def test_word_at_is_one_of_the_words(text: str, data: st.DataObject) -> None:
    spans = words(text)
    offset = data.draw(st.integers(0, len(text)))

    start, end = word_at(text, offset)

    assert 0 <= start < end <= len(text)
    assert (start, end) in spans or text[start:end].isspace()
    if offset < len(text) and not text[offset].isspace():
        assert start <= offset < end


@given(TEXTS.filter(bool), st.data())
def test_word_at_without_dictionaries_holds_its_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text) - 1))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words_module, "_loaded", [])
        start, end = word_at(text, offset)

    assert start <= offset < end or text[offset] == "\n"


def test_offsets_in_words_are_those_between_the_letters_of_one_word() -> None:
    load()

    assert offsets_in_words("为高质量发展，𠮷 GDP") == {2, 3, 4, 5, 10, 11}
    assert offsets_in_words("") == frozenset()


def test_long_words_have_parts() -> None:
    load()

    assert offsets_in_words("“新质生产力”") == {2, 3, 4, 5}
    assert offsets_in_parts_of_words("“新质生产力”") == {4, 5}


@pytest.mark.usefixtures("unloaded")
def test_no_offset_is_known_to_be_in_a_word_before_words_are_loaded() -> None:
    assert offsets_in_words("高质量发展") == frozenset()
    assert offsets_in_parts_of_words("高质量发展") == frozenset()
