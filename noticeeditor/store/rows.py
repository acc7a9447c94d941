"""Cases as plain rows and back; stores only move these rows."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import unicodedata

from msgspec import Struct
from msgspec.structs import replace

from noticeeditor.codec import noticefile
from noticeeditor.codec.canonical import canonical, digest
from noticeeditor.codec.structure import encode
from noticeeditor.notice.issue import GazetteIssue
from noticeeditor.notice.notice import Notice, NoticeKind
from noticeeditor.store import parts
from noticeeditor.store.contract import StoreError, Summary
from noticeeditor.workflow.acts import State
from noticeeditor.workflow.audit import AuditEntry, moment
from noticeeditor.workflow.case import CaseFile, Dismissal, Remark, Version
from noticeeditor.workflow.journal import JournalEntry, Step, StepKind

ROW_TAG = b"noticeeditor/case-row/1\n"
Plain = parts.Plain


class CaseRow(Struct, frozen=True):
    """The row of a case: what lists show and filters ask, and a seal over it.

    ``wording`` is the change that holds the newest wording, ``changed`` the newest change;
    ``parts`` is the hash of versions, remarks and dismissals, which have rows of their own.
    """

    id: int
    revision: int
    changed: int
    wording: int
    changed_at: str
    state: str
    kind: str
    heading: str
    body: str
    body_key: str
    sitting: str | None
    sitting_time: str | None
    gazette: str | None
    issue_number: int | None
    issue_year: int | None
    copy_deadline: str | None
    appears: str | None
    assigned: str
    earlier: int
    appeared: str | None
    authors: str
    parts: str
    seal: str = ""


def case_row(case: CaseFile, *, changed: int, wording: int) -> CaseRow:
    """Return the row of a case whose id and revision are settled, sealed."""
    sitting, issue, body = case.notice.sitting, case.notice.issue, case.notice.sitting.body
    row = CaseRow(
        id=case.id,
        revision=case.revision,
        changed=changed,
        wording=wording,
        changed_at=moment(changed_at(case)),
        state=case.state.value,
        kind=case.notice.kind.value,
        heading=case.notice.heading[0] if case.notice.heading else "",
        body=body.name if body else "",
        body_key=body.key if body else "",
        sitting=sitting.date.isoformat() if sitting.date else None,
        sitting_time=sitting.time.isoformat() if sitting.time else None,
        gazette=issue.gazette if issue else None,
        issue_number=issue.number if issue else None,
        issue_year=issue.year if issue else None,
        copy_deadline=issue.copy_deadline.isoformat() if issue else None,
        appears=issue.appears.isoformat() if issue else None,
        assigned=case.assigned,
        earlier=case.earlier,
        appeared=case.appeared.isoformat() if case.appeared else None,
        authors=" ".join(case.authors),
        parts=parts_digest(case.versions, case.remarks, case.dismissals),
    )
    return _sealed(row)


def changed_at(case: CaseFile) -> dt.datetime:
    """Return when the case was changed; a case without a time is a mistake of ours."""
    if case.changed is None:
        raise ValueError("a case is recorded with the time of its change")
    return case.changed


CASE_COLUMNS = CaseRow.__struct_fields__


def read_case_row(values: tuple[Plain, ...]) -> CaseRow:
    """Return the row that was read, or raise ``StoreError`` where its seal is broken."""
    row = CaseRow(*values)  # type: ignore[arg-type]  # the seal proves that these are the values we wrote
    if row_seal(row) != row.seal:
        raise StoreError("store.damaged", case=row.id)
    return row


def row_seal(row: CaseRow) -> str:
    """Return the hash over all other columns: it finds accidents, the audit chain finds people."""
    return _digest([getattr(row, name) for name in CASE_COLUMNS[:-1]])


def parts_digest(
    versions: tuple[Version, ...], remarks: tuple[Remark, ...], dismissals: tuple[Dismissal, ...]
) -> str:
    """Return the hash over versions, each with its own seal, remarks and dismissals of a case."""
    signed = [(one.number, one.revision, moment(one.at), one.person, one.sha256) for one in versions]
    return _digest([signed, [*map(parts.remark_row, remarks)], [*map(parts.dismissal_row, dismissals)]])


def _digest(said: object) -> str:
    written = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(ROW_TAG + written.encode()).hexdigest()[:32]


def _sealed(row: CaseRow) -> CaseRow:
    return replace(row, seal=row_seal(row))


def values_of(row: CaseRow) -> tuple[Plain, ...]:
    """Return the columns of a row in their order."""
    return tuple(getattr(row, name) for name in CASE_COLUMNS)


def summary(row: CaseRow) -> Summary:
    """Return what lists show of a row."""
    date = dt.date.fromisoformat(row.sitting) if row.sitting else None
    time = dt.time.fromisoformat(row.sitting_time) if row.sitting_time else None
    return Summary(
        id=row.id,
        revision=row.revision,
        state=State(row.state),
        kind=NoticeKind(row.kind),
        heading=row.heading,
        body=row.body,
        body_key=row.body_key,
        begins=dt.datetime.combine(date, time) if date and time else None,
        date=date,
        issue=_issue(row),
        assigned=row.assigned,
        earlier=row.earlier,
        changed=row.changed,
        changed_at=dt.datetime.fromisoformat(row.changed_at),
    )


def _issue(row: CaseRow) -> GazetteIssue | None:
    if row.gazette is None or row.issue_number is None or row.issue_year is None:
        return None
    return GazetteIssue(
        row.gazette,
        row.issue_number,
        row.issue_year,
        dt.datetime.fromisoformat(row.copy_deadline or ""),
        dt.date.fromisoformat(row.appears or ""),
    )


def case_of(
    row: CaseRow,
    notice: Notice,
    versions: tuple[Version, ...],
    remarks: tuple[Remark, ...],
    dismissals: tuple[Dismissal, ...],
    entries: tuple[AuditEntry, ...],
) -> CaseFile:
    """Return the case that its rows say, or raise ``StoreError`` where its parts are not what they were."""
    if parts_digest(versions, remarks, dismissals) != row.parts or not all(one.is_sound for one in versions):
        raise StoreError("store.damaged", case=row.id)
    return CaseFile(
        notice=notice,
        id=row.id,
        revision=row.revision,
        state=State(row.state),
        authors=tuple(row.authors.split()),
        assigned=row.assigned,
        appeared=dt.date.fromisoformat(row.appeared) if row.appeared else None,
        changed=dt.datetime.fromisoformat(row.changed_at),
        versions=versions,
        remarks=remarks,
        dismissals=dismissals,
        entries=entries,
    )


def settled(case: CaseFile) -> CaseFile:
    """Return the case as it will be read: its notice in normal form C."""
    written = json.dumps(encode(case.notice), ensure_ascii=False)
    if unicodedata.is_normalized("NFC", written):
        return case
    return replace(case, notice=_read_notice(content_of(case.notice)))


def content_of(notice: Notice) -> str:
    """Return the canonical form of a notice as text."""
    return canonical(notice).decode()


def content_digest(content: str) -> str:
    """Return the hash that is kept beside a content."""
    return digest(content.encode())


def notice_of(content: str, expected: str) -> Notice:
    """Return the notice of a content, or raise ``StoreError`` where its hash does not fit."""
    if content_digest(content) != expected:
        raise StoreError("store.damaged")
    return _read_notice(content)


def _read_notice(content: str) -> Notice:
    notice = noticefile.read(content.encode())
    if isinstance(notice, tuple):
        raise StoreError("store.damaged", detail=notice[0].code)
    return notice


@parts.proved_row
def read_step(values: tuple[Plain, ...]) -> JournalEntry:
    """Return a step of the journal."""
    revision, at, person, name, kind, content, digest_ = values
    step = Step(str(name), StepKind(str(kind)), str(person))
    return JournalEntry(int(revision or 0), parts.moment_of(at), step, notice_of(str(content), str(digest_)))
