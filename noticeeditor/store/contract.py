"""What every store of cases promises; ``tests/store/test_contract.py`` holds each one to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from msgspec import Struct, field

from noticeeditor.errors import ExitCode, NoticeEditorError
from noticeeditor.notice.issue import GazetteIssue
from noticeeditor.notice.notice import NoticeKind
from noticeeditor.workflow.acts import State
from noticeeditor.workflow.audit import AuditEntry, Break, Deed
from noticeeditor.workflow.case import CaseFile, Version
from noticeeditor.workflow.journal import JournalEntry, Step

JOURNAL_LENGTH = 10_000
"""Revisions after which a step is forgotten: more than anybody makes to one notice."""
RECENT_STEPS = 200
"""Steps that are read when a case is opened; older ones when they are asked for."""


ASKED_WRONGLY = frozenset({"store.no-such-case", "store.no-such-reference", "store.not-empty"})


class StoreError(NoticeEditorError):
    """The store refuses: it is full, read only, busy, damaged, gone, too new or not ours.

    Where what was asked for is not in it, the question was wrong and not the world.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, **facts)
        if code in ASKED_WRONGLY:
            self.exit_code = ExitCode.BAD_INPUT


class Stale(Struct, frozen=True):
    """The answer to a save of an old revision: somebody was quicker, and this is what they made of it."""

    current: CaseFile


class Summary(Struct, frozen=True, gc=False):  # lists hold a hundred thousand; none is in a cycle
    """A case as lists show it; ``changed`` counts all changes of the store, so it also orders them."""

    id: int
    revision: int
    state: State
    kind: NoticeKind
    heading: str
    body: str
    body_key: str
    begins: dt.datetime | None
    date: dt.date | None
    issue: GazetteIssue | None
    assigned: str
    earlier: int
    changed: int
    changed_at: dt.datetime


class Order(StrEnum):
    """In which order cases are listed or found: the newest change, the sitting, the deadline, the relevance."""

    NEWEST = "newest"
    SITTING = "sitting"
    LATEST_SITTING = "latest-sitting"
    DEADLINE = "deadline"
    RELEVANCE = "relevance"


class Filter(Struct, frozen=True):
    """Which cases are wanted; what is empty does not matter.

    ``since`` and ``until`` are days of the sitting, both included; ``issue`` is number and year;
    ``person`` has the case or wrote in it.
    """

    states: frozenset[State] = field(default_factory=frozenset)
    body: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    issue: tuple[int, int] | None = None
    person: str = ""
    earlier: int = 0
    order: Order = Order.NEWEST
    limit: int = 50
    offset: int = 0


class Piece(Struct, frozen=True):
    """A run of a snippet; ``is_hit`` marks what was searched for."""

    text: str
    is_hit: bool = False


class Hit(Struct, frozen=True):
    """A case that was found, with the words around the first hits."""

    summary: Summary
    snippet: tuple[Piece, ...]


class KnownPerson(Struct, frozen=True):
    """Who is behind an opaque name; both fields are empty once the person was erased."""

    id: str
    account: str
    name: str


class Presence(Struct, frozen=True):
    """Somebody has a case open at a desk; forgotten soon after the desk stops saying so."""

    case: int
    desk: str
    person: str
    since: dt.datetime
    seen: dt.datetime


class CaseStore(Protocol):
    """Keeps cases. Every method either does all it says or raises ``StoreError`` and does nothing."""

    @property
    def identity(self) -> str:
        """Return the name of this very store, given at its creation."""

    def record(self, case: CaseFile, deed: Deed | None = None, step: Step | None = None) -> CaseFile | Stale:
        """Keep the case, the deed and the step together, if nobody changed the case meanwhile.

        The answer carries its id, its new revision and the entry of the audit trail.
        """

    def case(self, id: int) -> CaseFile | None:
        """Return the newest state of a case."""

    def summaries(self, wanted: Filter) -> tuple[Summary, ...]:
        """Return the cases that are wanted, in order, from the newest, earliest or nearest on."""

    def search(self, query: str, wanted: Filter) -> tuple[Hit, ...]:
        """Return the cases whose words answer a query of any kind of text."""

    def journal(self, case: int, *, whole: bool = False) -> tuple[JournalEntry, ...]:
        """Return the last ``RECENT_STEPS`` steps of a case, or all that are kept, oldest first."""

    def entries(self, case: int | None = None) -> Iterator[AuditEntry]:
        """Yield the audit trail, of one case or of all, oldest first."""

    def head(self) -> str:
        """Return the hash of the last entry, to be noted outside as an anchor."""

    def version(self, case: int, number: int) -> Version | None:
        """Return a kept version of a case."""

    def verify(self, anchor: str = "") -> Break | None:
        """Return the first place where trail, cases and kept versions do not hold together."""

    def changes(self) -> int:
        """Return the count of all changes, by which a desk sees that another one was at work."""

    def changed_since(self, count: int) -> tuple[int, ...]:
        """Return the cases that changed after the count of changes."""

    def person(self, account: str, name: str) -> str:
        """Return the opaque name of a person, made up when first asked for."""

    def people(self) -> dict[str, KnownPerson]:
        """Return everyone by opaque name."""

    def erase_person(self, id: str, deed: Deed) -> None:
        """Forget account and name of a person; the trail keeps the opaque name and says so."""

    def announce(self, presence: Presence) -> None:
        """Say that a case is open at a desk; a desk has one case open at a time."""

    def leave(self, desk: str) -> None:
        """Say that a desk has no case open any more."""

    def presences(self, now: dt.datetime) -> tuple[Presence, ...]:
        """Return what is open at which desk, as far as it was said lately."""

    def close(self) -> None:
        """Let go of the store."""


class Upkeep(Protocol):
    """What a store on disk needs now and then."""

    @property
    def path(self) -> Path:
        """Return where the store is."""

    @property
    def read_only(self) -> str:
        """Return the code of why nothing can be saved, ``""`` where it can."""

    def quick_check(self) -> None:
        """Raise ``StoreError`` where the file is damaged; takes a second or so per gigabyte."""

    def full_check(self) -> None:
        """Raise ``StoreError`` where file, contents or audit trail are damaged; slow and thorough."""

    def back_up(self, folder: Path, now: dt.datetime) -> Path:
        """Write, prove and keep a backup; return its file."""

    def back_up_if_due(self, folder: Path, now: dt.datetime) -> Path | None:
        """Write a backup if there is none of this day."""

    def vacuum(self) -> tuple[int, int]:
        """Give back unused space; return the size in bytes before and after."""
