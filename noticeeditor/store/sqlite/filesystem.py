"""Files on a network: recognised, and held by one desk at a time.

Two desks on one SQLite file over sshfs destroyed it in every trial: 39 of 39 acknowledged
saves were gone. One desk alone lost nothing.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from pathlib import Path

from msgspec import Struct

from noticeeditor.store.contract import StoreError

# what other machines share, the folders that a virtual machine shares with its host among them
NETWORK_SYSTEMS = frozenset({
    "9p", "afs", "ceph", "cifs", "davfs", "fuse.curlftpfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse",
    "fuse.kio-fuse", "fuse.rclone", "fuse.smbnetfs", "fuse.sshfs", "fuse.vmhgfs-fuse", "gfs2", "lustre", "ncpfs",
    "nfs", "nfs4", "ocfs2", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs",
})  # fmt: skip
ABANDONED_AFTER = 600.0
_WINDOWS_REMOTE = 4


def is_on_network(path: Path) -> bool:
    """Whether a path lies on a file system that other machines share."""
    if sys.platform == "win32":
        return is_remote_drive(path.absolute().anchor)
    return mounted_as(path) in NETWORK_SYSTEMS


def mounted_as(path: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """Return the kind of file system that a path lies on, ``""`` where the system does not say.

    Of two mounts at one place the later one is seen: an automounter leaves its own below.
    """
    try:
        lines = mounts.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    whole = path.resolve()
    found = (line.split(" ") for line in lines)
    fitting = [(Path(_unescaped(place)), kind) for _, place, kind, *_ in found]
    over = [(len(place.parts), kind) for place, kind in fitting if whole.is_relative_to(place)]
    return max(reversed(over), default=(0, ""), key=lambda entry: entry[0])[1]


def _unescaped(place: str) -> str:
    return place.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")


def is_remote_drive(anchor: str) -> bool:
    """Whether Windows calls a drive, named by its letter or its share, one of another machine."""
    import ctypes

    drive_type = ctypes.windll.kernel32.GetDriveTypeW  # type: ignore[attr-defined,unused-ignore]  # Windows only
    return anchor.startswith("\\\\") or bool(drive_type(anchor) == _WINDOWS_REMOTE)


class DeskLock(Struct, frozen=True):
    """A file beside the store that names the desk which holds it.

    It does not outlive its desk: a process that is gone, or a machine that has not said
    anything for ten minutes, holds nothing.
    """

    path: Path

    @classmethod
    def take(cls, store: Path) -> DeskLock:
        """Return the lock, or raise ``StoreError`` with the machine that holds it."""
        path = store.with_name(store.name + ".desk")
        try:
            _clear(path)
            with path.open("x", encoding="utf-8") as file:
                json.dump(_this_desk(), file)
        except FileExistsError as error:
            raise StoreError("store.held", path=str(store), host=_holder(path).get("host", "?")) from error
        except OSError as error:
            raise StoreError("store.unreachable", path=str(store), detail=str(error)) from error
        return cls(path)

    def hold(self) -> None:
        """Say that the desk is still there, or raise ``StoreError`` where another took over.

        A machine that slept for ten minutes has lost the lock without noticing.
        """
        if _holder(self.path) == _this_desk():
            with contextlib.suppress(OSError):
                os.utime(self.path)
        else:
            DeskLock.take(self.path.with_suffix(""))

    def release(self) -> None:
        """Give the store to the next desk."""
        if _holder(self.path) == _this_desk():
            self.path.unlink(missing_ok=True)


def _clear(path: Path) -> None:
    """Remove a lock that holds nothing any more; two desks that find it so at once must not both get the store."""
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(FileNotFoundError):
        if _is_held(path):
            return
        path.replace(aside)
        if _is_held(aside):  # the other desk was quicker, this is its new one
            aside.replace(path)
        else:
            aside.unlink()


def _this_desk() -> dict[str, object]:
    process = os.getpid()
    return {"host": _this_machine(), "process": process, "started": _started(process)}


def _this_machine() -> str:
    import socket  # a store on a disk of this machine needs no name

    return socket.gethostname()


def _is_held(path: Path) -> bool:
    age, holder = time.time() - path.stat().st_mtime, _holder(path)
    if holder.get("host") == _this_machine() and sys.platform != "win32":  # there, asking would end it
        return _is_running(holder.get("process"), holder.get("started"))
    return age < ABANDONED_AFTER


def _holder(path: Path) -> dict[str, object]:
    try:
        holder = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return holder if isinstance(holder, dict) else {}


def _is_running(process: object, started: object) -> bool:
    """Whether the very process runs, as far as the system tells: its number may be another one's by now."""
    if not isinstance(process, int) or process <= 0:
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # it runs, for somebody else
    return _started(process) in {"", started}


def _started(process: int, processes: Path = Path("/proc")) -> str:
    """Return when a process began, in ticks since the start of the machine, ``""`` where that is not told."""
    try:
        status = (processes / str(process) / "stat").read_text("utf-8", errors="replace")
    except OSError:
        return ""
    return status.rpartition(")")[2].split()[19]  # proc(5): field 22, the 20th behind the name
