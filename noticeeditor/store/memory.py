"""A store in memory, for tests and for trying things out; it forgets all when it is closed."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from noticeeditor.store import rows
from noticeeditor.store.contract import (
    JOURNAL_LENGTH,
    RECENT_STEPS,
    Filter,
    Hit,
    KnownPerson,
    Order,
    Presence,
    Stale,
    Summary,
)
from noticeeditor.store.finding import answers, folded, score, snippet, terms, wording
from noticeeditor.store.presence import current
from noticeeditor.store.verifying import verify
from noticeeditor.workflow.audit import GENESIS, AuditEntry, Break, Claim, Deed, link
from noticeeditor.workflow.case import CaseFile, Version
from noticeeditor.workflow.journal import JournalEntry, Step


class _Kept(Struct):
    case: CaseFile
    row: rows.CaseRow
    journal: list[JournalEntry] = field(default_factory=list)


class MemoryStore:
    """Keeps cases as long as it lives."""

    def __init__(self) -> None:
        self.identity = secrets.token_hex(16)
        self._cases: dict[int, _Kept] = {}
        self._entries: list[AuditEntry] = []
        self._people: dict[str, KnownPerson] = {}
        self._presences: dict[str, Presence] = {}
        self._changes = 0

    def record(self, case: CaseFile, deed: Deed | None = None, step: Step | None = None) -> CaseFile | Stale:
        """Keep case, deed and step, if the revision is the newest."""
        kept = self._cases.get(case.id)
        if kept is not None and kept.case.revision != case.revision:
            return Stale(kept.case)
        recorded = replace(rows.settled(case), id=case.id or len(self._cases) + 1, revision=case.revision + 1)
        if deed is not None:
            entry = link(deed, recorded.state, recorded.id, recorded.revision, self._last())
            self._entries.append(entry)
            recorded = replace(recorded, entries=(*case.entries, entry))
        self._keep(recorded, kept, step or Step())
        return recorded

    def _last(self) -> AuditEntry | None:
        return self._entries[-1] if self._entries else None

    def _keep(self, case: CaseFile, kept: _Kept | None, step: Step) -> None:
        change = self._changes + 1
        row = rows.case_row(case, changed=change, wording=change)
        journal = kept.journal if kept else []
        if kept is None or kept.case.notice != case.notice:
            journal = [*journal, JournalEntry(case.revision, rows.changed_at(case), step, case.notice)]
        oldest = case.revision - JOURNAL_LENGTH
        journal = [entry for entry in journal[:-1] if entry.revision > oldest] + journal[-1:]
        self._cases[case.id] = _Kept(case, row, journal)
        self._changes = change

    def case(self, id: int) -> CaseFile | None:
        """Return a case."""
        kept = self._cases.get(id)
        return kept.case if kept else None

    def summaries(self, wanted: Filter) -> tuple[Summary, ...]:
        """Return the wanted cases in order."""
        found = [kept.row for kept in self._cases.values() if _is_wanted(kept, wanted)]
        found.sort(key=lambda row: row.changed, reverse=True)
        if wanted.order is Order.LATEST_SITTING:
            found.sort(key=_sitting)
            found.reverse()
        else:
            found.sort(key=_ORDERS.get(wanted.order, _as_they_are))
        return tuple(map(rows.summary, found[wanted.offset : wanted.offset + wanted.limit]))

    def search(self, query: str, wanted: Filter) -> tuple[Hit, ...]:
        """Return the cases that answer all terms of the query."""
        asked = terms(query)
        if not asked:
            return ()
        found = []
        for kept in self._cases.values():
            words = wording(kept.case.notice, tuple(remark.text for remark in kept.case.remarks))
            head, text = folded(words.head), folded(words.text)
            if _is_wanted(kept, wanted) and all(any(answers(w, t) for w in head + text) for t in asked):
                rank = score(" ".join(head), " ".join(head + text), asked)
                found.append((rank, Hit(rows.summary(kept.row), snippet(words.text, asked))))
        found.sort(key=lambda pair: pair[1].summary.changed, reverse=True)
        if wanted.order is Order.RELEVANCE:
            found.sort(key=lambda pair: pair[0], reverse=True)
        return tuple(hit for _, hit in found[wanted.offset : wanted.offset + wanted.limit])

    def journal(self, case: int, *, whole: bool = False) -> tuple[JournalEntry, ...]:
        """Return the last steps of a case."""
        journal = self._cases[case].journal if case in self._cases else []
        return tuple(journal if whole else journal[-RECENT_STEPS:])

    def entries(self, case: int | None = None) -> Iterator[AuditEntry]:
        """Yield the audit trail."""
        yield from (entry for entry in self._entries if case in {None, entry.case})

    def head(self) -> str:
        """Return the hash of the last entry."""
        last = self._last()
        return last.hash if last else GENESIS

    def version(self, case: int, number: int) -> Version | None:
        """Return a kept version."""
        kept = self._cases.get(case)
        return (
            next((version for version in kept.case.versions if version.number == number), None)
            if kept
            else None
        )

    def verify(self, anchor: str = "") -> Break | None:
        """Return the first place where the store does not hold together."""
        cases = [kept.case for kept in self._cases.values()]
        claims = [
            Claim(case.id, case.state, tuple(version.sha256 for version in case.versions)) for case in cases
        ]
        versions = ((case.id, version) for case in cases for version in case.versions)
        return verify(self.entries, claims, versions, anchor)

    def changes(self) -> int:
        """Return the count of all changes."""
        return self._changes

    def changed_since(self, count: int) -> tuple[int, ...]:
        """Return the cases that changed after the count."""
        return tuple(id for id, kept in self._cases.items() if kept.row.changed > count)

    def person(self, account: str, name: str) -> str:
        """Return the opaque name of a person."""
        for known in self._people.values():
            if (known.account, known.name) == (account, name):
                return known.id
        id = secrets.token_hex(8)
        self._people[id] = KnownPerson(id, account, name)
        return id

    def people(self) -> dict[str, KnownPerson]:
        """Return everyone by opaque name."""
        return dict(self._people)

    def erase_person(self, id: str, deed: Deed) -> None:
        """Forget a person's account and name."""
        self._people[id] = KnownPerson(id, "", "")
        self._entries.append(link(deed, None, 0, 0, self._last()))

    def announce(self, presence: Presence) -> None:
        """Say that a case is open at a desk."""
        self._presences[presence.desk] = presence

    def leave(self, desk: str) -> None:
        """Say that a desk has no case open."""
        self._presences.pop(desk, None)

    def presences(self, now: dt.datetime) -> tuple[Presence, ...]:
        """Return what is open where."""
        return current(self._presences.values(), now)

    def close(self) -> None:
        """Forget who is present."""
        self._presences.clear()


def _as_they_are(row: rows.CaseRow) -> tuple[str, ...]:
    return ()


def _sitting(row: rows.CaseRow) -> tuple[str, ...]:
    return (row.sitting or "~", row.sitting_time or "~")


_ORDERS: dict[Order, Callable[[rows.CaseRow], tuple[str, ...]]] = {
    Order.SITTING: _sitting,
    Order.DEADLINE: lambda row: (row.copy_deadline or "~",),
}


def _is_wanted(kept: _Kept, wanted: Filter) -> bool:
    row, case = kept.row, kept.case
    date = case.notice.sitting.date
    return (
        (not wanted.states or case.state in wanted.states)
        and wanted.body in {"", row.body_key}
        and (wanted.since is None or (date is not None and date >= wanted.since))
        and (wanted.until is None or (date is not None and date <= wanted.until))
        and wanted.issue in {None, (row.issue_number, row.issue_year)}
        and (not wanted.person or wanted.person == case.assigned or wanted.person in case.authors)
        and wanted.earlier in {0, row.earlier}
    )
