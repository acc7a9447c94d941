"""Versions, remarks, dismissals and entries of the audit trail as plain rows and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

from noticeeditor.store.contract import StoreError
from noticeeditor.workflow.acts import Act, State
from noticeeditor.workflow.audit import AuditEntry, moment
from noticeeditor.workflow.case import Dismissal, Remark, Version

Plain = str | int | None
T = TypeVar("T")


def proved_row(read: Callable[[tuple[Plain, ...]], T]) -> Callable[[tuple[Plain, ...]], T]:
    """Let a row that cannot be one be the damage that it is."""

    def proved(values: tuple[Plain, ...]) -> T:
        try:
            return read(values)
        except ValueError as error:
            raise StoreError("store.damaged", detail=str(error)) from error

    return proved


VERSION_COLUMNS = ("number", "revision", "at", "person", "content", "document", "text", "sha256")
REMARK_COLUMNS = ("at", "person", "act", "text", "revision")
DISMISSAL_COLUMNS = ("rule", "field", "concerned", "reason", "person", "at")
ENTRY_COLUMNS = (
    "sequence", "at", "person", "act", "state", "case_id", "revision", "reason", "sha256", "previous", "hash",
)  # fmt: skip


def version_row(version: Version) -> tuple[Plain, ...]:
    """Return the columns of a kept version."""
    return (
        version.number, version.revision, moment(version.at), version.person,
        version.content, version.document, version.text, version.sha256,
    )  # fmt: skip


@proved_row
def read_version(values: tuple[Plain, ...]) -> Version:
    """Return a kept version; whether its seal holds is asked of it."""
    number, revision, at, *words = values
    return Version(int(number or 0), int(revision or 0), moment_of(at), *(str(word) for word in words))


def remark_row(remark: Remark) -> tuple[Plain, ...]:
    """Return the columns of a remark."""
    return (moment(remark.at), remark.person, remark.act.value, remark.text, remark.revision)


@proved_row
def read_remark(values: tuple[Plain, ...]) -> Remark:
    """Return a remark."""
    at, person, act, text, revision = values
    return Remark(moment_of(at), str(person), Act(str(act)), str(text), int(revision or 0))


def dismissal_row(dismissal: Dismissal) -> tuple[Plain, ...]:
    """Return the columns of a dismissal."""
    return (
        dismissal.rule, dismissal.field, dismissal.concerned, dismissal.reason, dismissal.person,
        moment(dismissal.at),
    )  # fmt: skip


@proved_row
def read_dismissal(values: tuple[Plain, ...]) -> Dismissal:
    """Return a dismissal."""
    rule, field, concerned, reason, person, at = values
    return Dismissal(str(rule), str(field), str(concerned), str(reason), str(person), moment_of(at))


def entry_row(entry: AuditEntry) -> tuple[Plain, ...]:
    """Return the columns of an entry of the audit trail."""
    return (
        entry.sequence, moment(entry.at), entry.person, entry.act.value,
        entry.state.value if entry.state else "", entry.case, entry.revision, entry.reason, entry.sha256, entry.previous, entry.hash,
    )  # fmt: skip


@proved_row
def read_entry(values: tuple[Plain, ...]) -> AuditEntry:
    """Return an entry of the audit trail."""
    sequence, at, person, act, state, case, revision, reason, sha256, previous, hash_ = values
    return AuditEntry(
        int(sequence or 0), moment_of(at), str(person), Act(str(act)), State(str(state)) if state else None,
        int(case or 0), int(revision or 0), str(reason), str(sha256), str(previous), str(hash_),
    )  # fmt: skip


def moment_of(value: Plain) -> dt.datetime:
    """Return a moment as it was kept."""
    return dt.datetime.fromisoformat(str(value))
