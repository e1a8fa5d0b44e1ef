"""Folders in which another machine or a cloud service may touch the library file."""

import os
import sys
from functools import cache
from pathlib import Path

_NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afpfs", "davfs", "webdav"}
_NETWORK_FUSE_PREFIX = "fuse."
_LOCAL_FUSE = {"fuse.ntfs-3g", "fuse.exfat", "fuse.fuse-overlayfs", "fuse.ext2"}
_CLOUD_FOLDERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "mobile documents",
    "icloud",
    "nutstore",
    "坚果云",
    "我的坚果云",
)


def is_in_shared_folder(path: Path) -> bool:
    """Tell by the names of the folders and by the mounted file system."""
    folders = [part.casefold() for part in path.parent.parts]
    if any(folder.startswith(cloud) for folder in folders for cloud in _CLOUD_FOLDERS):
        return True
    if os.name == "nt":
        return path.drive.startswith("\\\\")
    return _is_on_network(path)


def _is_on_network(path: Path) -> bool:
    if sys.platform != "linux":
        return False
    kinds = _mounted_file_systems()
    for folder in path.resolve().parents:
        if kind := kinds.get(str(folder)):
            return kind in _NETWORK_FILE_SYSTEMS or (
                kind.startswith(_NETWORK_FUSE_PREFIX) and kind not in _LOCAL_FUSE
            )
    return False


@cache
def _mounted_file_systems() -> dict[str, str]:
    try:
        table = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return {}
    return {
        fields[1].replace("\\040", " "): fields[2]
        for line in table.splitlines()
        if len(fields := line.split()) > 2
    }
