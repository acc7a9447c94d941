"""What a check answers: a rule, how grave it is, where, with which facts; and what was set aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Protocol

import msgspec
from msgspec import Struct


class Severity(StrEnum):
    """How grave a finding is: an obstacle stops sign-off and release, the others never stop anything."""

    OBSTACLE = "obstacle"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """Return 0 for the gravest."""
        return tuple(Severity).index(self)


class Replacement(Struct, frozen=True):
    """A safe fix: the words of a field from ``start`` to ``end`` become ``text``."""

    field: str
    start: int
    end: int
    text: str


class Finding(Struct, frozen=True):
    """Something that a check found.

    ``field`` names its place as blocks do (``opening``, ``item:ID``) or as the form does
    (``sitting.date``); ``concerned`` is the text or value that was judged.
    """

    rule: str
    severity: Severity
    field: str
    facts: Mapping[str, object] = msgspec.field(default_factory=dict)
    concerned: str = ""
    fix: Replacement | None = None


class SetAside(Protocol):
    """A dismissal, as far as findings are judged by it."""

    @property
    def rule(self) -> str:
        """Return the rule of the finding."""

    @property
    def field(self) -> str:
        """Return the field of the finding."""

    @property
    def concerned(self) -> str:
        """Return the text or value at that time."""


def standing(findings: Iterable[Finding], dismissals: Iterable[SetAside]) -> tuple[Finding, ...]:
    """Return the findings that were not dismissed; one whose text has changed is back.

    An obstacle cannot be dismissed.
    """
    aside = {(entry.rule, entry.field, entry.concerned) for entry in dismissals}
    return tuple(
        finding
        for finding in findings
        if finding.severity is Severity.OBSTACLE
        or (finding.rule, finding.field, finding.concerned) not in aside
    )


def gravest(findings: Iterable[Finding]) -> Severity | None:
    """Return the gravest severity among the findings."""
    return min((finding.severity for finding in findings), key=lambda severity: severity.rank, default=None)
