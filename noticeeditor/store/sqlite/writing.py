"""What one save writes: the case, its revision, its parts, its words, its place in the audit trail."""

from __future__ import annotations

import json
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from noticeeditor.store import parts, rows
from noticeeditor.store.contract import JOURNAL_LENGTH
from noticeeditor.store.finding import folded, wording
from noticeeditor.store.sqlite import searching
from noticeeditor.store.sqlite.connection import Raw
from noticeeditor.workflow.audit import AuditEntry, Deed, link, moment
from noticeeditor.workflow.case import CaseFile
from noticeeditor.workflow.journal import Step

_ENTRIES = f"SELECT {', '.join(parts.ENTRY_COLUMNS)} FROM audit"
_INSERT_CASE = f"INSERT INTO case_file VALUES ({', '.join('?' * len(rows.CASE_COLUMNS))})"
# without the id: to set it, be it to itself, lets SQLite look for the case in every table that refers to it
_SETTINGS = ", ".join(f"{name} = ?" for name in rows.CASE_COLUMNS[1:])
_UPDATE_CASE = f"UPDATE case_file SET {_SETTINGS} WHERE id = ? AND revision = ?"


class Prepared(Struct, frozen=True):
    """What a save needs that can be made before the store is locked."""

    content: str
    digest: str
    plain: str
    head: list[str]
    text: list[str]
    vocabulary: str


def prepare(case: CaseFile) -> Prepared:
    """Return what a save writes, encoded and folded."""
    content = rows.content_of(case.notice)
    words = wording(case.notice, tuple(remark.text for remark in case.remarks))
    head, text = folded(words.head), folded(words.text)
    vocabulary = json.dumps(list(dict.fromkeys(head + text)), ensure_ascii=False)
    return Prepared(content, rows.content_digest(content), words.text, head, text, vocabulary)


def write(
    db: Raw,
    case: CaseFile,
    deed: Deed | None,
    step: Step,
    prepared: Prepared,
    kept: tuple[int, int, str] | None,
) -> CaseFile:
    """Write a case and all that belongs to it; the transaction is open and the revision compared."""
    change = _next(db, "revision", "change")
    case = replace(case, id=case.id or _next(db, "case_file", "id"), revision=case.revision + 1)
    is_new_wording = kept is None or kept[2] != prepared.digest
    row = rows.case_row(case, changed=change, wording=change if kept is None or is_new_wording else kept[1])
    _write_revision(db, case, change, step, prepared if is_new_wording else None)
    if kept is None:
        db.execute(_INSERT_CASE, rows.values_of(row))
    else:
        db.execute(_UPDATE_CASE, (*rows.values_of(row)[1:], case.id, case.revision - 1))
    _write_parts(db, case)
    _write_words(db, row, prepared)
    _forget_old_steps(db, case, row.wording)
    if deed is not None:
        entry = link(deed, case.state, case.id, case.revision, last_entry(db))
        write_entry(db, entry)
        case = replace(case, entries=(*case.entries, entry))
    return case


def _next(db: Raw, table: str, column: str) -> int:
    """Return the next number of a table whose newest row is never deleted; the write lock is held."""
    return int(db.execute(f"SELECT coalesce(max({column}), 0) + 1 FROM {table}").fetchone()[0])


def _write_revision(db: Raw, case: CaseFile, change: int, step: Step, prepared: Prepared | None) -> None:
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
    _append(db, "version", case.id, map(parts.version_row, case.versions))
    _append(db, "remark", case.id, ((n, *parts.remark_row(r)) for n, r in enumerate(case.remarks, 1)))
    dismissals = [(case.id, *parts.dismissal_row(dismissal)) for dismissal in case.dismissals]
    kept = db.execute("SELECT * FROM dismissal WHERE case_id = ? ORDER BY rowid", [case.id]).fetchall()
    if kept != dismissals:
        db.execute("DELETE FROM dismissal WHERE case_id = ?", [case.id])
        db.executemany("INSERT INTO dismissal VALUES (?, ?, ?, ?, ?, ?, ?)", dismissals)


def _append(db: Raw, table: str, case: int, all_rows: Iterable[tuple[rows.Plain, ...]]) -> None:
    kept = db.execute(f"SELECT count(*) FROM {table} WHERE case_id = ?", [case]).fetchone()[0]
    for row in list(all_rows)[kept:]:
        db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * (len(row) + 1))})", (case, *row))


def _write_words(db: Raw, row: rows.CaseRow, prepared: Prepared) -> None:
    db.execute("DELETE FROM wording WHERE case_id = ?", [row.id])
    terms = searching.index_terms(prepared.head, prepared.text, row)
    db.execute("INSERT INTO wording VALUES (?, ?, ?, ?)", [row.changed, row.id, terms, prepared.plain])
    db.execute(
        "INSERT OR IGNORE INTO vocabulary (word) SELECT value FROM json_each(?)", [prepared.vocabulary]
    )


def _forget_old_steps(db: Raw, case: CaseFile, wording_change: int) -> None:
    db.execute(
        "DELETE FROM revision WHERE case_id = ? AND revision <= ? AND change <> ?",
        [case.id, case.revision - JOURNAL_LENGTH, wording_change],
    )


def last_entry(db: Raw) -> AuditEntry | None:
    """Return the head of the audit trail."""
    found = db.execute(f"{_ENTRIES} ORDER BY sequence DESC LIMIT 1").fetchone()
    return parts.read_entry(found) if found else None


def write_entry(db: Raw, entry: AuditEntry) -> None:
    """Write the next entry of the audit trail."""
    db.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", parts.entry_row(entry))
