"""Which cases are open where: said by every desk, forgotten soon after it falls silent."""

from __future__ import annotations

import datetime as dt

from noticeeditor.store.contract import CaseStore, Presence


class Attendance:
    """What one desk says of itself and hears of the others."""

    def __init__(self, store: CaseStore) -> None:
        self._store = store
        self._desk = ""
        self._since: dt.datetime | None = None

    def enter(self, case: int, person: str, now: dt.datetime) -> None:
        """Say that a person has a case open here."""
        from secrets import token_hex

        self._desk = self._desk or token_hex(8)
        self._since = self._since or now
        self._store.announce(Presence(case, self._desk, person, self._since, now))

    def leave(self) -> None:
        """Say that no case is open here any more."""
        if self._since is not None:
            self._since = None
            self._store.leave(self._desk)

    def others(self, case: int, now: dt.datetime) -> tuple[Presence, ...]:
        """Return who else has a case open, at which desk, since when."""
        present = self._store.presences(now)
        return tuple(one for one in present if one.case == case and one.desk != self._desk)
