"""Cases in one SQLite file. Every method moves rows; what they mean stands in ``rows``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from noticeeditor.store import parts, rows
from noticeeditor.store.contract import (
    RECENT_STEPS,
    Filter,
    Hit,
    KnownPerson,
    Presence,
    Stale,
    StoreError,
    Summary,
)
from noticeeditor.store.presence import FORGOTTEN_AFTER, current
from noticeeditor.store.sqlite import listing
from noticeeditor.store.sqlite.connection import Connection, Raw
from noticeeditor.store.sqlite.opening import Opened
from noticeeditor.workflow.acts import State
from noticeeditor.workflow.audit import GENESIS, AuditEntry, Break, Claim, Deed, link, moment
from noticeeditor.workflow.case import CaseFile, Version
from noticeeditor.workflow.journal import JournalEntry, Step

_CASE = f"SELECT {', '.join(rows.CASE_COLUMNS)} FROM case_file WHERE id = ?"
_VERSION = f"SELECT {', '.join(parts.VERSION_COLUMNS)} FROM version"
_ENTRIES = f"SELECT {', '.join(parts.ENTRY_COLUMNS)} FROM audit"
_REMARKS = f"SELECT {', '.join(parts.REMARK_COLUMNS)} FROM remark WHERE case_id = ? ORDER BY position"
_DISMISSALS = f"SELECT {', '.join(parts.DISMISSAL_COLUMNS)} FROM dismissal WHERE case_id = ? ORDER BY rowid"
_PAGE = 5_000


class SqliteStore:
    """Keeps cases in a file, one transaction an act."""

    def __init__(self, opened: Opened) -> None:
        self.identity = opened.identity
        self.read_only = opened.read_only
        self._connection: Connection = opened.connection
        self._lock = opened.lock
        self._check = opened.check
        self.path = opened.connection.path

    def record(self, case: CaseFile, deed: Deed | None = None, step: Step | None = None) -> CaseFile | Stale:
        """Keep case, deed and step in one transaction, if the revision is the newest."""
        from noticeeditor.store.sqlite.writing import prepare, write

        self._must_be_writable()
        case = rows.settled(case)
        prepared = prepare(case)
        with self._writing() as db:
            kept = db.execute(
                "SELECT c.revision, c.wording, r.digest FROM case_file c JOIN revision r ON r.change = c.wording "
                "WHERE c.id = ?",
                [case.id],
            ).fetchone()
            if kept is None and case.id:
                raise StoreError("store.no-such-case", case=case.id)
            if kept is None or kept[0] == case.revision:
                return write(db, case, deed, step or Step(), prepared, kept)
        current = self.case(case.id)
        assert current is not None  # cases are never deleted
        return Stale(current)

    def case(self, id: int) -> CaseFile | None:
        """Return a case, every hash of it proved."""
        with self._connection.reading():
            found = self._connection.patiently(_CASE, [id])
            if not found:
                return None
            row = rows.read_case_row(found[0])
            content, digest = self._connection.patiently(
                "SELECT content, digest FROM revision WHERE change = ?", [row.wording]
            )[0]
            return rows.case_of(
                row,
                rows.notice_of(content, digest),
                tuple(
                    map(parts.read_version, self._rows(f"{_VERSION} WHERE case_id = ? ORDER BY number", id))
                ),
                tuple(map(parts.read_remark, self._rows(_REMARKS, id))),
                tuple(map(parts.read_dismissal, self._rows(_DISMISSALS, id))),
                tuple(
                    map(parts.read_entry, self._rows(f"{_ENTRIES} WHERE case_id = ? ORDER BY sequence", id))
                ),
            )

    def summaries(self, wanted: Filter) -> tuple[Summary, ...]:
        """Return the wanted cases in order."""
        with self._connection.reading():
            return listing.summaries(self._connection, wanted)

    def search(self, query: str, wanted: Filter) -> tuple[Hit, ...]:
        """Return the cases that answer the query."""
        from noticeeditor.store.sqlite import searching

        return searching.search(self._connection, query, wanted)

    def journal(self, case: int, *, whole: bool = False) -> tuple[JournalEntry, ...]:
        """Return the last steps of a case."""
        with self._connection.reading():
            found = self._rows(
                "SELECT revision, at, person, step, kind, content, digest FROM revision "
                "WHERE case_id = ? AND content IS NOT NULL ORDER BY revision DESC LIMIT ?",
                case,
                -1 if whole else RECENT_STEPS,
            )
            return tuple(map(rows.read_step, reversed(found)))

    def entries(self, case: int | None = None) -> Iterator[AuditEntry]:
        """Yield the audit trail, page by page."""
        of_case = "" if case is None else " AND case_id = ?"
        sequence = -(2**63)
        while page := self._connection.read(
            f"{_ENTRIES} WHERE sequence > ?{of_case} ORDER BY sequence LIMIT {_PAGE}",
            [sequence] if case is None else [sequence, case],
        ):
            yield from map(parts.read_entry, page)
            sequence = page[-1][0]

    def head(self) -> str:
        """Return the hash of the last entry."""
        return str(self._connection.value("SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1") or GENESIS)

    def version(self, case: int, number: int) -> Version | None:
        """Return a kept version."""
        found = self._connection.read(f"{_VERSION} WHERE case_id = ? AND number = ?", [case, number])
        return parts.read_version(found[0]) if found else None

    def verify(self, anchor: str = "") -> Break | None:
        """Return the first place where the store does not hold together."""
        from noticeeditor.store.verifying import verify

        seals: dict[int, list[str]] = {}
        for case, sha256 in self._rows("SELECT case_id, sha256 FROM version ORDER BY case_id, number"):
            seals.setdefault(case, []).append(sha256)
        states = self._rows("SELECT id, state FROM case_file ORDER BY id")
        claims = (Claim(case, State(state), tuple(seals.get(case, ()))) for case, state in states)
        return verify(self.entries, claims, self._versions(), anchor)

    def _versions(self) -> Iterator[tuple[int, Version]]:
        for case, number in self._rows("SELECT case_id, number FROM version ORDER BY case_id, number"):
            version = self.version(case, number)
            if version is not None:
                yield case, version

    def changes(self) -> int:
        """Return the count of all changes; who asks holds a store on the network."""
        if self._lock is not None:
            self._lock.hold()
        return int(self._connection.value("SELECT coalesce(max(change), 0) FROM revision"))

    def changed_since(self, count: int) -> tuple[int, ...]:
        """Return the cases that changed after the count."""
        return tuple(
            id for (id,) in self._rows("SELECT id FROM case_file WHERE changed > ? ORDER BY id", count)
        )

    def person(self, account: str, name: str) -> str:
        """Return the opaque name of a person, written down the first time."""
        query, values = "SELECT id FROM person WHERE account = ? AND name = ?", [account, name]
        found = self._connection.value(query, values)
        if found is not None or self.read_only:
            return str(found or "")
        from secrets import token_hex

        with self._writing() as db:
            known = db.execute(query, values).fetchone()
            id = known[0] if known else token_hex(8)
            if known is None:
                db.execute("INSERT INTO person VALUES (?, ?, ?)", [id, account, name])
        return str(id)

    def people(self) -> dict[str, KnownPerson]:
        """Return everyone by opaque name."""
        return {
            id: KnownPerson(id, account, name) for id, account, name in self._rows("SELECT * FROM person")
        }

    def erase_person(self, id: str, deed: Deed) -> None:
        """Forget a person's account and name; the chain notes that it was done."""
        self._must_be_writable()
        with self._writing() as db:
            db.execute("PRAGMA secure_delete = ON")
            db.execute("UPDATE person SET account = '', name = '' WHERE id = ?", [id])
            _note(db, deed)

    def note(self, deed: Deed) -> None:
        """Note a deed about the whole store in the audit trail."""
        with self._writing() as db:
            _note(db, deed)

    def announce(self, presence: Presence) -> None:
        """Say that a case is open at a desk."""
        if self.read_only:
            return
        with self._writing() as db:
            db.execute("DELETE FROM presence WHERE seen < ?", [moment(presence.seen - FORGOTTEN_AFTER * 10)])
            db.execute(
                "INSERT INTO presence VALUES (?, ?, ?, ?, ?) ON CONFLICT (desk) DO UPDATE SET "
                "case_id = excluded.case_id, person = excluded.person, since = excluded.since, seen = excluded.seen",
                [
                    presence.desk,
                    presence.case,
                    presence.person,
                    moment(presence.since),
                    moment(presence.seen),
                ],
            )

    def leave(self, desk: str) -> None:
        """Say that a desk has no case open."""
        if self.read_only:
            return
        with self._writing() as db:
            db.execute("DELETE FROM presence WHERE desk = ?", [desk])

    def presences(self, now: dt.datetime) -> tuple[Presence, ...]:
        """Return what is open where."""
        found = self._rows("SELECT case_id, desk, person, since, seen FROM presence")
        instant = dt.datetime.fromisoformat
        return current(
            (
                Presence(case, desk, who, instant(since), instant(seen))
                for case, desk, who, since, seen in found
            ),
            now,
        )

    def close(self) -> None:
        """Let go of the file."""
        if self._check is not None:
            self._check.stop()
        self._connection.close()
        if self._lock is not None:
            with suppress(OSError):
                self._lock.release()

    def _rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - columns of any kind
        return self._connection.read(sql, values)

    @contextmanager
    def _writing(self) -> Iterator[Raw]:
        if self._lock is not None:
            self._lock.hold()
        with self._connection.writing() as db:
            yield db

    def _must_be_writable(self) -> None:
        if self.read_only:
            raise StoreError(self.read_only, path=str(self.path))
        if damage := self._connection.damage or (self._check and self._check.damage):
            raise damage


def _note(db: Raw, deed: Deed) -> None:
    from noticeeditor.store.sqlite.writing import last_entry, write_entry

    write_entry(db, link(deed, None, 0, 0, last_entry(db)))
