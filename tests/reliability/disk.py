"""A disk that loses its power: what may be on it, after everything that a program wrote and synced.

The way of sqlite.org/testing.html, section 3.3. Files are inodes. What was synced is there; what was
not is there, missing, or torn at 512 bytes, in any mix. Names in a folder reach the disk in order, as
in a journalling file system, but late; syncing a file brings the names up to its creation, syncing
the folder brings all.
"""

from __future__ import annotations

import os
import random
import struct
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, field

SECTOR = 512
RECORDER = Path(__file__).with_name("recorder.c")


class Operation(NamedTuple):
    """What a program did: its kind (see ``recorder.c``), the name of the file, where, and the bytes."""

    kind: str
    name: str
    offset: int
    data: bytes


def build_recorder(folder: Path) -> Path:
    """Return the compiled recorder."""
    library = folder / "recorder.so"
    subprocess.check_call(["gcc", "-shared", "-fPIC", "-O1", "-w", "-o", str(library), str(RECORDER), "-ldl"])
    return library


def recording(library: Path, folder: Path, log: Path) -> dict[str, str]:
    """Return the environment in which a program is recorded."""
    return dict(os.environ, LD_PRELOAD=str(library), RECORDER_FOLDER=str(folder), RECORDER_LOG=str(log))


def operations(log: Path) -> Iterator[Operation]:
    """Yield what was recorded."""
    raw, position = log.read_bytes(), 0
    while position < len(raw):
        kind, path_length, offset, length = _unpack(raw, position)
        position += 21
        name = os.path.basename(raw[position : position + path_length].decode())  # noqa: PTH119 - it may end in a slash
        position += path_length
        yield Operation(kind, name, offset, raw[position : position + length])
        position += length


def _unpack(raw: bytes, position: int) -> tuple[str, int, int, int]:
    kind = chr(raw[position])
    path_length, offset, length = struct.unpack_from("<iqq", raw, position + 1)
    return kind, path_length, offset, length


class _Inode(Struct):
    content: bytearray = field(default_factory=bytearray)
    unsynced: list[Operation] = field(default_factory=list)


class Disk(Struct):
    """What is surely on the disk, and what is still on its way."""

    random: random.Random
    _names: dict[str, _Inode] = field(default_factory=dict)
    _durable: dict[str, _Inode] = field(default_factory=dict)
    _late: list[tuple[str, str, _Inode]] = field(default_factory=list)

    def apply(self, operation: Operation) -> None:
        """Take in what the program did."""
        kind, name = operation.kind, operation.name
        if kind == "C":
            self._names[name] = _Inode()
            self._late.append((kind, name, self._names[name]))
        elif kind in "WT" and name in self._names:
            self._names[name].unsynced.append(operation)
        elif kind == "S" and name in self._names:
            self._sync(self._names[name])
        elif kind == "D":
            self._bring_names(len(self._late))
        elif kind == "U" and name in self._names:
            self._late.append((kind, name, self._names.pop(name)))
        elif kind == "R" and name in self._names:
            self._rename(name, os.path.basename(operation.data.decode()))  # noqa: PTH119 - as above

    def _rename(self, name: str, to: str) -> None:
        inode = self._names.pop(name)
        self._names[to] = inode
        self._late += [("U", name, inode), ("C", to, inode)]

    def _sync(self, inode: _Inode) -> None:
        for operation in inode.unsynced:
            _write(inode.content, operation)
        inode.unsynced.clear()
        created = [n for n, (kind, _, one) in enumerate(self._late) if one is inode and kind == "C"]
        if created:
            self._bring_names(created[0] + 1)

    def _bring_names(self, count: int) -> None:
        for late in self._late[:count]:
            _enter(self._durable, late)
        del self._late[:count]

    def after_power_loss(self, folder: Path) -> None:
        """Write into a folder one of the states in which the disk may be found."""
        for path in folder.iterdir():
            path.unlink()
        names = dict(self._durable)
        for late in self._late[: self.random.randint(0, len(self._late))]:
            _enter(names, late)
        how = self.random.choice((_none, _all, self._mixed, self._torn))
        for name, inode in names.items():
            content = bytearray(inode.content)
            for operation in inode.unsynced:
                for part in how(operation):
                    _write(content, part)
            (folder / name).write_bytes(content)

    def _mixed(self, operation: Operation) -> list[Operation]:
        return [operation] if self.random.random() < 0.5 else []

    def _torn(self, operation: Operation) -> list[Operation]:
        if operation.kind != "W":
            return [operation]
        sectors = (
            operation._replace(offset=operation.offset + at, data=operation.data[at : at + SECTOR])
            for at in range(0, len(operation.data), SECTOR)
        )
        return [sector for sector in sectors if self.random.random() < 0.5]


def _none(operation: Operation) -> list[Operation]:
    return []


def _all(operation: Operation) -> list[Operation]:
    return [operation]


def _enter(names: dict[str, _Inode], late: tuple[str, str, _Inode]) -> None:
    kind, name, inode = late
    if kind == "C":
        names[name] = inode
    else:
        names.pop(name, None)


def _write(content: bytearray, operation: Operation) -> None:
    if operation.kind == "T":
        del content[operation.offset :]
        content.extend(bytes(operation.offset - len(content)))
        return
    content.extend(bytes(max(0, operation.offset - len(content))))
    content[operation.offset : operation.offset + len(operation.data)] = operation.data


def power_losses(
    log: Path, scratch: Path, each: int, seed: int, survives: Callable[[int, Path], str]
) -> tuple[int, list[str]]:
    """Lose the power ``each`` times after every operation; return how often, and what was lost.

    The program notes what it acknowledged in a file named ``acknowledged``, one number a line;
    ``survives`` is given the last number and the folder, and answers ``""`` or what is wrong.
    """
    disk, acknowledged, count, lost = Disk(random.Random(seed)), 0, 0, []
    for operation in operations(log):
        if operation.name == "acknowledged":
            acknowledged = int(operation.data) if operation.kind == "A" else acknowledged
            continue
        disk.apply(operation)
        for _ in range(each if acknowledged else 0):
            count += 1
            disk.after_power_loss(scratch)
            if wrong := survives(acknowledged, scratch):
                lost.append(f"after {acknowledged}, {operation.kind} {operation.name}: {wrong}")
    return count, lost
