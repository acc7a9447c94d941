"""The files under ``resources/``: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from noticeeditor.errors import WorldFailed

_PACKAGE = Path(__file__).parent


@lru_cache(maxsize=1)
def folder() -> Path:
    """Return the folder of all resources."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def path(name: str) -> Path:
    """Return the path of a resource such as ``icc/sRGB.icc``."""
    return folder() / name


def read(name: str) -> bytes:
    """Return the bytes of a resource; its absence is a damaged installation."""
    try:
        return path(name).read_bytes()
    except OSError as error:
        raise WorldFailed("resource.missing", name=name) from error


def names(pattern: str) -> tuple[str, ...]:
    """Return the names of the resources that match, in order: ``profiles/*.toml``."""
    return tuple(sorted(found.relative_to(folder()).as_posix() for found in folder().glob(pattern)))
