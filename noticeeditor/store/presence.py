"""Who has a case open: said again and again, and forgotten when it is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from noticeeditor.store.contract import Presence

FORGOTTEN_AFTER = dt.timedelta(seconds=90)


def current(presences: Iterable[Presence], now: dt.datetime) -> tuple[Presence, ...]:
    """Return what was said lately; a clock that jumped, either way, makes nobody present for ever."""
    lately = (presence for presence in presences if abs(now - presence.seen) <= FORGOTTEN_AFTER)
    return tuple(sorted(lately, key=lambda presence: (presence.case, presence.since, presence.desk)))
