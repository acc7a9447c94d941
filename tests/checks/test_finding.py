"""What was set aside stays aside until its text changes; obstacles cannot be set aside."""

from __future__ import annotations

from typing import NamedTuple

from noticeeditor.checks import examine
from noticeeditor.checks.finding import Finding, Severity, gravest, standing
from tests.checks.context import a_context, with_item, with_sitting


class Aside(NamedTuple):
    rule: str
    field: str
    concerned: str


def aside(finding: Finding) -> Aside:
    return Aside(finding.rule, finding.field, finding.concerned)


def of_rule(rule: str, text: str) -> tuple[Finding, ...]:
    return tuple(finding for finding in examine(with_item(text), a_context()) if finding.rule == rule)


def test_a_dismissed_finding_is_gone():
    findings = of_rule("word.doubled", "Bericht über über die Lage")
    assert standing(findings, [aside(findings[0])]) == ()


def test_it_is_back_when_the_text_that_it_concerned_changes():
    dismissed = aside(of_rule("word.doubled", "Bericht über über die Lage")[0])
    changed = of_rule("word.doubled", "Bericht über über die neue Lage")
    assert standing(changed, [dismissed]) == changed


def test_a_dismissal_concerns_one_rule_in_one_place():
    findings = of_rule("blank.double", "Bericht  zur Lage")
    other = Aside("word.doubled", findings[0].field, findings[0].concerned)
    assert standing(findings, [other]) == findings


def test_an_obstacle_cannot_be_dismissed():
    findings = examine(with_sitting(date=None), a_context())
    assert findings[0].severity is Severity.OBSTACLE
    assert findings[0] in standing(findings, map(aside, findings))


def test_a_dismissed_deadline_is_back_when_the_sitting_moves():
    def too_late(day: str) -> Finding:
        notice = with_sitting(date=a_context().today.fromisoformat(day))
        return next(f for f in examine(notice, a_context()) if f.rule == "deadline.missed")

    dismissed = aside(too_late("2023-09-28"))
    assert standing([too_late("2023-09-29")], [dismissed]) != ()


def test_the_gravest_finding_stands_first():
    findings = examine(with_sitting(date=None), a_context())
    ranks = [finding.severity.rank for finding in findings]
    assert ranks == sorted(ranks)
    assert gravest(findings) is Severity.OBSTACLE
    assert gravest(()) is None
