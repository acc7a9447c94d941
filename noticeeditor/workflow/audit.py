"""The audit trail: a chain of entries, each of which carries the hash of the one before.

An entry is changed, left out or moved only by breaking the chain. Who recomputes
the whole chain is found by an anchor: its head, noted outside of the program.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from noticeeditor.notice.text import normal
from noticeeditor.workflow.acts import Act, State

AUDIT_TAG = b"noticeeditor/audit/1\n"
GENESIS = "0" * 64


class Deed(Struct, frozen=True):
    """An act that is about to be recorded.

    ``person`` is an opaque name, the person's own name being kept apart where it can be
    erased; ``at`` carries its zone; ``sha256`` is the seal of a version signed off.
    """

    at: dt.datetime
    person: str
    act: Act
    reason: str = ""
    sha256: str = ""


class AuditEntry(Struct, frozen=True):
    """A deed in its place in the chain; ``at`` is UTC.

    ``state`` is that of the case after it. A deed about the whole store has case 0 and no state.
    """

    sequence: int
    at: dt.datetime
    person: str
    act: Act
    state: State | None
    case: int
    revision: int
    reason: str
    sha256: str
    previous: str
    hash: str


class Break(Struct, frozen=True):
    """The first place where the trail does not hold, by a code and its entry, case or version."""

    code: str
    sequence: int = 0
    case: int = 0
    version: int = 0


def link(deed: Deed, state: State | None, case: int, revision: int, last: AuditEntry | None) -> AuditEntry:
    """Return the deed as the next entry of the chain."""
    entry = AuditEntry(
        sequence=last.sequence + 1 if last else 1,
        at=deed.at.astimezone(dt.UTC),
        person=deed.person,
        act=deed.act,
        state=state,
        case=case,
        revision=revision,
        reason=normal(deed.reason),
        sha256=deed.sha256,
        previous=last.hash if last else GENESIS,
        hash="",
    )
    return replace(entry, hash=entry_hash(entry))


def entry_hash(entry: AuditEntry) -> str:
    """Return the SHA-256 over a JSON array of all that an entry says, with the hash before it."""
    said = [
        entry.sequence, moment(entry.at), entry.person, entry.act, entry.state, entry.case, entry.revision,
        entry.reason, entry.sha256, entry.previous,
    ]  # fmt: skip
    written = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(AUDIT_TAG + written.encode()).hexdigest()


def moment(at: dt.datetime) -> str:
    """Return a moment as it is kept: UTC with its zone, to the microsecond."""
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")


def verify_chain(entries: Iterable[AuditEntry], anchor: str = "") -> Break | None:
    """Return the first entry that was changed, left out or moved; ``anchor`` must be one of the hashes."""
    previous, expected, anchored = GENESIS, 1, anchor in {"", GENESIS}
    for entry in entries:
        if entry.sequence != expected:
            return Break("audit.gap", expected)
        if entry.previous != previous:
            return Break("audit.order", entry.sequence, entry.case)
        if entry_hash(entry) != entry.hash:
            return Break("audit.changed", entry.sequence, entry.case)
        previous, expected, anchored = entry.hash, expected + 1, anchored or entry.hash == anchor
    return None if anchored else Break("audit.anchor")


class Claim(Struct, frozen=True):
    """What a case says of itself, to be held against the trail: its state and the seals of its versions."""

    case: int
    state: State
    seals: tuple[str, ...]


def verify_claims(claims: Iterable[Claim], entries: Iterable[AuditEntry]) -> Break | None:
    """Return the first case whose state or signed versions the trail does not know, or that is gone."""
    states, seals = _told(entries)
    return next(_unfounded(claims, states, seals), None)


def _told(entries: Iterable[AuditEntry]) -> tuple[dict[int, State | None], dict[int, list[str]]]:
    states: dict[int, State | None] = {}
    seals: dict[int, list[str]] = {}
    for entry in entries:
        states[entry.case] = entry.state
        if entry.act is Act.SIGN_OFF:
            seals.setdefault(entry.case, []).append(entry.sha256)
    return states, seals


def _unfounded(
    claims: Iterable[Claim], states: Mapping[int, State | None], seals: Mapping[int, list[str]]
) -> Iterator[Break]:
    gone = states.keys() - {0}
    for claim in claims:
        gone.discard(claim.case)
        if states.get(claim.case) is not claim.state:
            yield Break("audit.state", case=claim.case)
        told = seals.get(claim.case, [])
        if list(claim.seals) != told:
            yield Break("audit.version", case=claim.case, version=_first_difference(claim.seals, told))
    yield from (Break("audit.case-gone", case=case) for case in sorted(gone))


def _first_difference(claimed: tuple[str, ...], told: list[str]) -> int:
    """Return the number of the first version, counted from 1, that is not as the trail tells it."""
    pairs = zip(claimed, told, strict=False)
    same = next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(claimed), len(told)))
    return same + 1
