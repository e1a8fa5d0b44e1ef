"""Folders that a network or a cloud service may touch."""

from pathlib import Path

import pytest

from annotator.storage import shared_folders
from annotator.storage.shared_folders import is_in_shared_folder

MOUNTS = {
    "/": "ext4",
    "/home": "ext4",
    "/home/林/网盘": "fuse.rclone",
    "/home/林/usb": "fuse.ntfs-3g",
    "/mnt/group": "cifs",
}


@pytest.fixture(autouse=True)
def _mounts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_folders, "_mounted_file_systems", lambda: MOUNTS)


@pytest.mark.skipif("sys.platform != 'linux'", reason="mounts are read on Linux only")
@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/home/林/library.duidu", False),
        ("/home/林/usb/library.duidu", False),
        ("/home/林/网盘/deep/down/library.duidu", True),
        ("/mnt/group/library.duidu", True),
        ("/mnt/groups/library.duidu", False),
    ],
)
def test_network_is_known_by_what_is_mounted(path: str, *, shared: bool) -> None:
    assert is_in_shared_folder(Path(path)) is shared


@pytest.mark.parametrize(
    ("folder", "shared"),
    [
        ("OneDrive", True),
        ("OneDrive - 大学", True),
        ("onedrive-personal", True),
        ("Dropbox (团队)", True),
        ("Mobile Documents", True),
        ("Nutstore", True),
        ("我的坚果云", True),
        ("Documents", False),
        ("My Dropbox notes", False),
    ],
)
def test_cloud_is_known_by_the_name_of_its_folder(folder: str, *, shared: bool) -> None:
    assert is_in_shared_folder(Path("/home/林", folder, "学习", "library.duidu")) is shared


def test_name_of_the_file_itself_does_not_matter() -> None:
    assert not is_in_shared_folder(Path("/home/林/Dropbox.duidu"))
