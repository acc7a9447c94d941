"""A finding as it is shown: its sentence, its rule, and what can be done about it; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from noticeeditor.checks.finding import Finding, Severity
from noticeeditor.i18n.texts import plural

Say: TypeAlias = Callable[[Finding], str]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with its sentence and the rule it rests on."""

    finding: Finding
    sentence: str
    rule: str

    @property
    def can_be_fixed(self) -> bool:
        """Whether a safe fix is known."""
        return self.finding.fix is not None

    @property
    def can_be_set_aside(self) -> bool:
        """Whether it may be ignored for a reason; an obstacle may not."""
        return self.finding.severity is not Severity.OBSTACLE


def rows_of(findings: Iterable[Finding], say: Say, rule: Say) -> tuple[FindingRow, ...]:
    """Return the findings as rows, in their order."""
    return tuple(FindingRow(finding, say(finding), rule(finding)) for finding in findings)


def messages_of(rows: Iterable[FindingRow]) -> dict[str, tuple[str, str]]:
    """Return severity and sentence of the gravest finding of each field."""
    messages: dict[str, tuple[str, str]] = {}
    for row in sorted(rows, key=lambda row: row.finding.severity.rank):
        messages.setdefault(row.finding.field, (row.finding.severity.value, row.sentence))
    return messages


def summary_of(rows: Iterable[FindingRow]) -> tuple[tuple[Severity, str], ...]:
    """Return how many findings of each severity there are, the gravest first."""
    severities = [row.finding.severity for row in rows]
    return tuple(
        (severity, _counted(severity, count))
        for severity in Severity
        if (count := severities.count(severity))
    )


def _counted(severity: Severity, count: int) -> str:
    match severity:
        case Severity.OBSTACLE:
            words = plural("{count} obstacle", "{count} obstacles", count)
        case Severity.WARNING:
            words = plural("{count} warning", "{count} warnings", count)
        case _:
            words = plural("{count} hint", "{count} hints", count)
    return words.format(count=count)
