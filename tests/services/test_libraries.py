"""Making and opening libraries: the first start, the built-in codebook, members."""

import getpass
from pathlib import Path

import pytest

from annotator.places import data_file, user_data_folder
from annotator.services import checking, importing, libraries
from annotator.storage import document_table, member_table, tag_table
from annotator.storage.library import Library


def test_first_start_gives_the_sample_texts_and_the_built_in_codebook() -> None:
    with libraries.open_personal() as library:
        files = [document.file_name for document in document_table.all_documents(library)]
        names = [tag.name for tag in tag_table.codebook(library)]
        findings = checking.check(library)

    assert files == sorted(path.name for path in data_file().glob("[0-9]*.txt"))
    assert names == ["定义", "政策措施", "实例", "数据"]
    assert findings == []


def test_second_start_opens_the_same_library() -> None:
    with libraries.open_personal() as library:
        libraries.add_member(library, "周")

    with libraries.open_personal() as library:
        assert "周" in {member.name for member in member_table.all_members(library)}
        assert len(document_table.all_documents(library)) == 5


def test_two_first_starts_at_once_open_one_library(monkeypatch: pytest.MonkeyPatch) -> None:
    def start_again(*_: object) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("os.getpid", lambda: -1)
            patch.setattr(importing, "import_sample", lambda *_: None)
            libraries.open_personal().close()

    monkeypatch.setattr(importing, "import_sample", start_again)

    libraries.open_personal().close()

    assert [file.name for file in user_data_folder().iterdir()] == ["library.duidu"]


def test_first_start_that_fails_is_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise EOFError

    with monkeypatch.context() as patch:
        patch.setattr(importing, "import_sample", fail)
        with pytest.raises(EOFError):
            libraries.open_personal()

    with libraries.open_personal() as library:
        assert len(document_table.all_documents(library)) == 5


def test_new_library_has_a_member_who_annotates(library: Library) -> None:
    member = libraries.current_member(library)

    assert member.name == getpass.getuser()
    assert member_table.all_members(library) == [member]


@pytest.mark.parametrize("error", [OSError, KeyError, ImportError])
def test_computer_that_does_not_know_its_user_has_a_reader(
    error: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", refuse)

    with libraries.create(tmp_path / "library.duidu") as library:
        assert libraries.current_member(library).name == "读者"


def test_library_without_a_member_gets_one() -> None:
    with Library.in_memory() as library:
        member = libraries.current_member(library)

        assert libraries.current_member(library) == member


def test_new_members_have_colours_of_their_own(library: Library) -> None:
    me = libraries.current_member(library)

    members = [libraries.add_member(library, name) for name in "甲乙丙丁戊己"]

    assert len({member.colour for member in [me, *members]}) == 7
    assert libraries.current_member(library) == me
