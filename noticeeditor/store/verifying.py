"""Whether audit trail, cases and kept versions hold together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from noticeeditor.workflow.audit import AuditEntry, Break, Claim, verify_chain, verify_claims
from noticeeditor.workflow.case import Version


def verify(
    entries: Callable[[], Iterator[AuditEntry]],
    claims: Iterable[Claim],
    versions: Iterable[tuple[int, Version]],
    anchor: str = "",
) -> Break | None:
    """Return the first break: in the chain, between chain and cases, or in the bytes of a version."""
    return verify_chain(entries(), anchor) or verify_claims(claims, entries()) or _harmed(versions)


def _harmed(versions: Iterable[tuple[int, Version]]) -> Break | None:
    for case, version in versions:
        if not version.is_sound:
            return Break("audit.version-bytes", case=case, version=version.number)
    return None
