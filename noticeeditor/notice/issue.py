"""The gazette issue in which a notice appears."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct


class GazetteIssue(Struct, frozen=True):
    """An issue of the gazette: its number, copy deadline and day of appearance.

    ``copy_deadline`` is local time of the authority, without a zone.
    """

    gazette: str
    number: int
    year: int
    copy_deadline: dt.datetime
    appears: dt.date
