"""Cases in one SQLite file. Every method moves rows; what they mean stands in ``rows``."""

from __future__ import annotations

import datetime as dt
import json
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from noticeeditor.store import rows
from noticeeditor.store.contract import (
    JOURNAL_LENGTH,
    Filter,
    Hit,
    KnownPerson,
    Presence,
    Stale,
    StoreError,
    Summary,
)
from noticeeditor.store.finding import Wording, folded, wording
from noticeeditor.store.presence import FORGOTTEN_AFTER, current
from noticeeditor.store.sqlite import listing, searching
from noticeeditor.store.sqlite.connection import Connection, Raw
from noticeeditor.store.sqlite.opening import Opened
from noticeeditor.store.verifying import verify
from noticeeditor.workflow.acts import State
from noticeeditor.workflow.audit import GENESIS, AuditEntry, Break, Claim, Deed, link, moment
from noticeeditor.workflow.case import CaseFile, Version
from noticeeditor.workflow.journal import JournalEntry, Step, StepKind

_CASE = f"SELECT {', '.join(rows.CASE_COLUMNS)} FROM case_file WHERE id = ?"
_INSERT_CASE = f"INSERT INTO case_file VALUES ({', '.join('?' * len(rows.CASE_COLUMNS))})"
_UPDATE_CASE = f"UPDATE case_file SET {', '.join(f'{name} = ?' for name in rows.CASE_COLUMNS)} WHERE id = ? AND revision = ?"
_VERSION = f"SELECT {', '.join(rows.VERSION_COLUMNS)} FROM version"
_REMARKS = f"SELECT {', '.join(rows.REMARK_COLUMNS)} FROM remark WHERE case_id = ? ORDER BY position"
_DISMISSALS = f"SELECT {', '.join(rows.DISMISSAL_COLUMNS)} FROM dismissal WHERE case_id = ? ORDER BY rowid"
_ENTRIES = f"SELECT {', '.join(rows.ENTRY_COLUMNS)} FROM audit"
_PAGE = 5_000


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What a save needs that can be made before the store is locked."""

    content: str
    digest: str
    words: Wording
    head: str
    text: str
    vocabulary: str


class SqliteStore:
    """Keeps cases in a file, one transaction an act."""

    def __init__(self, opened: Opened) -> None:
        self.identity = opened.identity
        self.read_only = opened.read_only
        self._connection: Connection = opened.connection
        self._lock = opened.lock
        self.path = opened.connection.path

    def record(self, case: CaseFile, deed: Deed | None = None, step: Step | None = None) -> CaseFile | Stale:
        """Keep case, deed and step in one transaction, if the revision is the newest."""
        self._must_be_writable()
        prepared = _prepare(case)
        with self._connection.writing() as db:
            kept = db.execute(
                "SELECT c.revision, c.wording, r.digest FROM case_file c JOIN revision r ON r.change = c.wording "
                "WHERE c.id = ?",
                [case.id],
            ).fetchone()
            if kept is None and case.id:
                raise StoreError("store.no-such-case", case=case.id)
            if kept is None or kept[0] == case.revision:
                return self._write(db, case, deed, step or Step(), prepared, kept)
        return Stale(self._existing(case.id))

    def _write(
        self,
        db: Raw,
        case: CaseFile,
        deed: Deed | None,
        step: Step,
        prepared: _Prepared,
        kept: tuple[int, int, str] | None,
    ) -> CaseFile:
        change = _next(db, "revision", "change")
        case = replace(case, id=case.id or _next(db, "case_file", "id"), revision=case.revision + 1)
        is_new_wording = kept is None or kept[2] != prepared.digest
        row = rows.case_row(
            case, changed=change, wording=change if kept is None or is_new_wording else kept[1]
        )
        _write_revision(db, case, change, step, prepared if is_new_wording else None)
        if kept is None:
            db.execute(_INSERT_CASE, rows.values_of(row))
        else:
            db.execute(_UPDATE_CASE, (*rows.values_of(row), case.id, case.revision - 1))
        _write_parts(db, case)
        _write_words(db, row, prepared)
        _forget_old_steps(db, case, row.wording)
        if deed is not None:
            entry = link(deed, case.state, case.id, case.revision, _last_entry(db))
            _write_entry(db, entry)
            case = replace(case, entries=(*case.entries, entry))
        return case

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
                    map(rows.read_version, self._rows(f"{_VERSION} WHERE case_id = ? ORDER BY number", id))
                ),
                tuple(map(rows.read_remark, self._rows(_REMARKS, id))),
                tuple(map(rows.read_dismissal, self._rows(_DISMISSALS, id))),
                tuple(
                    map(rows.read_entry, self._rows(f"{_ENTRIES} WHERE case_id = ? ORDER BY sequence", id))
                ),
            )

    def summaries(self, wanted: Filter) -> tuple[Summary, ...]:
        """Return the wanted cases in order."""
        return listing.summaries(self._connection, wanted)

    def search(self, query: str, wanted: Filter) -> tuple[Hit, ...]:
        """Return the cases that answer the query."""
        return searching.search(self._connection, query, wanted)

    def journal(self, case: int) -> tuple[JournalEntry, ...]:
        """Return the last steps of a case."""
        found = self._rows(
            "SELECT revision, at, person, step, kind, content, digest FROM revision "
            "WHERE case_id = ? AND content IS NOT NULL ORDER BY revision",
            case,
        )
        return tuple(
            JournalEntry(
                revision,
                dt.datetime.fromisoformat(at),
                Step(name, StepKind(kind), person),
                rows.notice_of(content, digest),
            )
            for revision, at, person, name, kind, content, digest in found
        )

    def entries(self, case: int | None = None) -> Iterator[AuditEntry]:
        """Yield the audit trail, page by page."""
        of_case = "" if case is None else " AND case_id = ?"
        sequence = -(2**63)
        while page := self._connection.read(
            f"{_ENTRIES} WHERE sequence > ?{of_case} ORDER BY sequence LIMIT {_PAGE}",
            [sequence] if case is None else [sequence, case],
        ):
            yield from map(rows.read_entry, page)
            sequence = page[-1][0]

    def head(self) -> str:
        """Return the hash of the last entry."""
        return str(self._connection.value("SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1") or GENESIS)

    def version(self, case: int, number: int) -> Version | None:
        """Return a kept version."""
        found = self._connection.read(f"{_VERSION} WHERE case_id = ? AND number = ?", [case, number])
        return rows.read_version(found[0]) if found else None

    def verify(self, anchor: str = "") -> Break | None:
        """Return the first place where the store does not hold together."""
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
        """Return the count of all changes."""
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
        with self._connection.writing() as db:
            known = db.execute(query, values).fetchone()
            id = known[0] if known else secrets.token_hex(8)
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
        with self._connection.writing() as db:
            db.execute("PRAGMA secure_delete = ON")
            db.execute("UPDATE person SET account = '', name = '' WHERE id = ?", [id])
            _write_entry(db, link(deed, None, 0, 0, _last_entry(db)))

    def note(self, deed: Deed) -> None:
        """Note a deed about the whole store in the audit trail."""
        with self._connection.writing() as db:
            _write_entry(db, link(deed, None, 0, 0, _last_entry(db)))

    def announce(self, presence: Presence) -> None:
        """Say that a case is open at a desk."""
        if self.read_only:
            return
        if self._lock is not None:
            self._lock.keep()
        with self._connection.writing() as db:
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
        with self._connection.writing() as db:
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
        self._connection.close()
        if self._lock is not None:
            with suppress(OSError):
                self._lock.release()

    def _rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - columns of any kind
        return self._connection.read(sql, values)

    def _existing(self, id: int) -> CaseFile:
        case = self.case(id)
        if case is None:
            raise StoreError("store.no-such-case", case=id)
        return case

    def _must_be_writable(self) -> None:
        if self.read_only:
            raise StoreError(self.read_only, path=str(self.path))


def _prepare(case: CaseFile) -> _Prepared:
    content = rows.content_of(case.notice)
    words = wording(case.notice, tuple(remark.text for remark in case.remarks))
    head, text = folded(words.head), folded(words.text)
    vocabulary = json.dumps(list(dict.fromkeys(head + text)), ensure_ascii=False)
    return _Prepared(content, rows.content_digest(content), words, " ".join(head), " ".join(text), vocabulary)


def _next(db: Raw, table: str, column: str) -> int:
    """Return the next number of a table whose newest row is never deleted; the write lock is held."""
    return int(db.execute(f"SELECT coalesce(max({column}), 0) + 1 FROM {table}").fetchone()[0])


def _write_revision(db: Raw, case: CaseFile, change: int, step: Step, prepared: _Prepared | None) -> None:
    content, digest = (prepared.content, prepared.digest) if prepared else (None, "")
    db.execute(
        "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            change, case.id, case.revision, moment(rows.changed_at(case)), step.person, step.name,
            step.kind.value, content, digest,
        ],
    )  # fmt: skip


def _write_parts(db: Raw, case: CaseFile) -> None:
    """Write what is new among authors, versions and remarks; kept ones are never touched."""
    db.executemany("INSERT OR IGNORE INTO author VALUES (?, ?)", ((name, case.id) for name in case.authors))
    _append(db, "version", case.id, map(rows.version_row, case.versions))
    _append(db, "remark", case.id, ((n, *rows.remark_row(r)) for n, r in enumerate(case.remarks, 1)))
    dismissals = [(case.id, *rows.dismissal_row(dismissal)) for dismissal in case.dismissals]
    kept = db.execute("SELECT * FROM dismissal WHERE case_id = ? ORDER BY rowid", [case.id]).fetchall()
    if kept != dismissals:
        db.execute("DELETE FROM dismissal WHERE case_id = ?", [case.id])
        db.executemany("INSERT INTO dismissal VALUES (?, ?, ?, ?, ?, ?, ?)", dismissals)


def _append(db: Raw, table: str, case: int, all_rows: Iterable[tuple[rows.Plain, ...]]) -> None:
    kept = db.execute(f"SELECT count(*) FROM {table} WHERE case_id = ?", [case]).fetchone()[0]
    for row in list(all_rows)[kept:]:
        db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * (len(row) + 1))})", (case, *row))


def _write_words(db: Raw, row: rows.CaseRow, prepared: _Prepared) -> None:
    db.execute("DELETE FROM wording WHERE case_id = ?", [row.id])
    db.execute(
        "INSERT INTO wording VALUES (?, ?, ?, ?, ?, ?)",
        [row.changed, row.id, prepared.head, prepared.text, searching.facets(row), prepared.words.text],
    )
    db.execute(
        "INSERT OR IGNORE INTO vocabulary (word) SELECT value FROM json_each(?)", [prepared.vocabulary]
    )


def _forget_old_steps(db: Raw, case: CaseFile, wording_change: int) -> None:
    db.execute(
        "DELETE FROM revision WHERE case_id = ? AND revision <= ? AND change <> ?",
        [case.id, case.revision - JOURNAL_LENGTH, wording_change],
    )


def _last_entry(db: Raw) -> AuditEntry | None:
    found = db.execute(f"{_ENTRIES} ORDER BY sequence DESC LIMIT 1").fetchone()
    return rows.read_entry(found) if found else None


def _write_entry(db: Raw, entry: AuditEntry) -> None:
    db.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows.entry_row(entry))
