"""The only writer of files: all of a file or none of it."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from noticeeditor.errors import BadInput, NoticeEditorError, Problem, WorldFailed

if TYPE_CHECKING:
    from concurrent.futures import Future

_WRITERS = 8

_LONGEST_NAME = 200
"""Bytes of a file name; systems allow 255, and copies get something added."""

_UNSAFE = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+'
)
# names that Windows takes for devices, whatever follows the first dot
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\.|$)")
_FULL = {errno.ENOSPC, errno.EDQUOT}
# what FAT, exFAT and network drives answer that know one name for a file only
_WITHOUT_LINKS = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}


def write_file(target: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file at once and durably; an existing one is replaced only where told so.

    Raise ``BadInput`` where the target exists or is no place for a file, and
    ``WorldFailed`` where the disk refuses; then nothing is left behind.
    """
    try:
        _write(target, content, replace=replace)
    except FileExistsError as error:
        raise BadInput(str(target), (Problem("file.exists"),)) from error
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise BadInput(str(target), (Problem("file.no-place"),)) from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise BadInput(str(target), (Problem("file.no-place"),)) from error
        code = "disk.full" if error.errno in _FULL else "file.unwritable"
        raise WorldFailed(code, path=str(target), reason=error.strerror or str(error)) from error
    except ValueError as error:  # a NUL or a lone surrogate in the name
        raise BadInput(ascii(str(target)), (Problem("file.no-place"),)) from error


def is_folder(path: Path) -> bool:
    """Whether a folder is there; a name that no system takes is none."""
    try:
        return path.is_dir()
    except OSError:  # a name that is too long
        return False


def make_folder(folder: Path) -> None:
    """Make a folder and those above it where they are missing; raise ``BadInput`` where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError, ValueError) as error:
        raise BadInput(ascii(str(folder))[1:-1], (Problem("file.no-place"),)) from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise BadInput(str(folder), (Problem("file.no-place"),)) from error
        raise WorldFailed("file.unwritable", path=str(folder), reason=error.strerror or str(error)) from error


def write_files(
    files: Iterable[tuple[Path, bytes]], *, replace: bool = False
) -> Iterator[tuple[Path, NoticeEditorError | None]]:
    """Iterate over the targets, in order, each with the error that kept it from being written.

    Several files wait for the disk at the same time, as it takes most of the time: a
    thousand notices need half a second more than without waiting, not seven.
    """
    files = iter(files)
    first = list(islice(files, 2))
    if len(first) < 2:
        return map(partial(_written, replace=replace), first)
    return _side_by_side(chain(first, files), replace=replace)


def _written(file: tuple[Path, bytes], *, replace: bool) -> tuple[Path, NoticeEditorError | None]:
    target, content = file
    try:
        write_file(target, content, replace=replace)
    except NoticeEditorError as error:
        return target, error
    return target, None


def _side_by_side(
    files: Iterable[tuple[Path, bytes]], *, replace: bool
) -> Iterator[tuple[Path, NoticeEditorError | None]]:
    from concurrent.futures import ThreadPoolExecutor

    waiting: deque[Future[tuple[Path, NoticeEditorError | None]]] = deque()
    with ThreadPoolExecutor(_WRITERS) as pool:
        for file in files:
            waiting.append(pool.submit(_written, file, replace=replace))
            if len(waiting) > 2 * _WRITERS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _write(target: Path, content: bytes, *, replace: bool) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not replace and target.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    temporary = target.parent / f".{os.urandom(8).hex()}.part"
    try:
        # opened like any new file, so that it gets the rights that the folder and the user give
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(temporary, target, replace=replace)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _put_in_place(temporary: Path, target: Path, *, replace: bool) -> None:
    if replace:
        temporary.replace(target)
        return
    try:
        os.link(temporary, target)  # fails where another process was first; a rename would replace its file
    except OSError as error:
        if error.errno not in _WITHOUT_LINKS:
            raise
        temporary.replace(target)
    else:
        temporary.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name durable where the system can open a folder."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def file_name(words: str, suffix: str) -> str:
    """Return a file name of these words that is safe on every system, never a path."""
    name = unicodedata.normalize("NFC", _UNSAFE.sub(" ", words))
    name = " ".join(name.split()).strip(" .").lstrip("-. ")
    if not name or _DEVICES.match(name):
        name = f"Bekanntmachung {name}".strip()
    shortened = name.encode()[: _LONGEST_NAME - len(suffix.encode())].decode(errors="ignore")
    return shortened.rstrip(" .") + suffix
