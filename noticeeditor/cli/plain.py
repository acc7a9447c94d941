"""Values for machines."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct
from msgspec.structs import asdict


def plain(value: object) -> object:
    """Return what JSON knows for a struct, a day or a time, for ``json.dumps``; others are a mistake of ours."""
    if isinstance(value, Struct):
        return asdict(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    raise TypeError(type(value).__name__)
