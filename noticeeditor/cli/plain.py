"""Values for machines."""

from __future__ import annotations

import datetime as dt


def iso(value: object) -> str:
    """Return a day or a time after ISO 8601, for ``json.dumps``; other values are a mistake of ours."""
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    raise TypeError(type(value).__name__)
