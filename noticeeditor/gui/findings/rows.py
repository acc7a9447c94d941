"""A finding as it is shown: its sentence, its rule, and what can be done about it; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from noticeeditor.i18n.texts import plural

if TYPE_CHECKING:
    from noticeeditor.checks.finding import Finding

Say: TypeAlias = Callable[["Finding"], str]

# the values of checks.finding.Severity, which would load every check into the first picture
OBSTACLE, WARNING, HINT = SEVERITIES = ("obstacle", "warning", "hint")


class FindingRow(Struct, frozen=True):
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
        return self.finding.severity.value != OBSTACLE


def rows_of(findings: Iterable[Finding], say: Say, rule: Say) -> tuple[FindingRow, ...]:
    """Return the findings as rows, in their order."""
    return tuple(FindingRow(finding, say(finding), rule(finding)) for finding in findings)


def messages_of(rows: Iterable[FindingRow]) -> dict[str, tuple[str, str]]:
    """Return severity and sentence of the gravest finding of each field."""
    messages: dict[str, tuple[str, str]] = {}
    for row in sorted(rows, key=lambda row: row.finding.severity.rank):
        messages.setdefault(row.finding.field, (row.finding.severity.value, row.sentence))
    return messages


def summary_of(rows: Iterable[FindingRow]) -> tuple[tuple[str, str], ...]:
    """Return how many findings of each severity there are, the gravest first."""
    severities = [row.finding.severity.value for row in rows]
    return tuple(
        (severity, _counted(severity, count))
        for severity in SEVERITIES
        if (count := severities.count(severity))
    )


def _counted(severity: str, count: int) -> str:
    words = {
        OBSTACLE: plural("{count} obstacle", "{count} obstacles", count),
        WARNING: plural("{count} warning", "{count} warnings", count),
        HINT: plural("{count} hint", "{count} hints", count),
    }[severity]
    return words.format(count=count)
