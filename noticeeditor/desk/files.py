"""Read what a clerk names, notice files from the disk, and write profile files."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

from noticeeditor.codec import noticefile, strictjson
from noticeeditor.errors import BadInput, Problem, WorldFailed
from noticeeditor.notice.notice import Notice

if TYPE_CHECKING:
    from noticeeditor.authority.profile import AuthorityProfile


def read_bytes(path: Path) -> bytes:
    """Return the content of a file; one that is not there is bad input, one that fails is the world."""
    try:
        if path.stat().st_size > strictjson.MAX_BYTES:
            raise BadInput(
                str(path), (Problem("file.too-large", facts={"limit": strictjson.MAX_BYTES // 1_000_000}),)
            )
        with path.open("rb") as file:  # a device has no size and no end
            return file.read(strictjson.MAX_BYTES + 1)
    except IsADirectoryError as error:
        raise BadInput(str(path), (Problem("file.is-folder"),)) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BadInput(str(path), (Problem("file.not-found"),)) from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise BadInput(str(path), (Problem("file.not-found"),)) from error
        raise WorldFailed("file.unreadable", path=str(path), reason=error.strerror or str(error)) from error
    except ValueError as error:  # a NUL in the name
        raise BadInput(ascii(str(path)), (Problem("file.not-found"),)) from error


def read_notice(path: Path) -> Notice:
    """Return the notice of a file, or raise ``BadInput`` with all that is wrong."""
    found = noticefile.read(read_bytes(path))
    if isinstance(found, tuple):
        raise BadInput(str(path), found)
    return found


def write_profile(profile: AuthorityProfile, target: Path) -> None:
    """Write a profile file, its crest within; an existing one is replaced, all or none."""
    from noticeeditor.codec import profilefile
    from noticeeditor.export.files import make_folder, write_file

    make_folder(target.parent)
    write_file(target, profilefile.write(profile), replace=True)
