"""How often each rule fires on real agendas: rules that cry wolf are not read.

Every agenda is judged as on the day of its signature, three weeks before the sitting,
beside the agendas of the same council within six weeks and with the last public sitting
of the body known, as the store would know them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from noticeeditor.checks import ALL_CHECKS, examine
from noticeeditor.checks.collisions import neighbour
from noticeeditor.checks.subject import Neighbour
from noticeeditor.notice.agenda import Publicity
from noticeeditor.notice.notice import Notice
from tests.checks.context import a_context
from tests.realdata import agendas, councils, data_folder

AROUND = dt.timedelta(days=45)
# more often than one agenda in five, looked at and right: see docs/checks.md
JUSTIFIED = {"quotes.kind"}


def firing() -> tuple[Counter[str], int]:
    """On how many agendas each rule fires, and how many agendas there are."""
    fired: Counter[str] = Counter()
    count = 0
    for council in councils():
        notices = sorted(agendas(council), key=lambda notice: (notice.sitting.date, notice.sitting.time))
        known = [neighbour(notice, str(n)) for n, notice in enumerate(notices)]
        for n, notice in enumerate(notices):
            count += 1
            fired.update(set(rules_on(notice, n, notices, known)))
    return fired, count


def rules_on(notice: Notice, n: int, notices: list[Notice], known: list[Neighbour]) -> list[str]:
    day = notice.sitting.date
    around = [other for m, other in enumerate(known) if m != n and abs(other.date - day) <= AROUND]
    earlier = [
        other.sitting.date
        for other in notices[:n]
        if other.sitting.body == notice.sitting.body and other.sitting.date < day and is_public(other)
    ]
    context = a_context(
        now=dt.datetime.combine(notice.signature.date, dt.time(9)),
        neighbours=tuple(around),
        last_public_sitting=earlier[-1] if earlier else None,
    )
    return [finding.rule for finding in examine(notice, context)]


def is_public(notice: Notice) -> bool:
    return any(part.publicity is Publicity.PUBLIC for part in notice.agenda.parts)


@pytest.mark.long
@pytest.mark.skipif(data_folder() is None, reason="the real agendas are not here (NOTICEEDITOR_DATA)")
def test_no_rule_fires_on_more_than_one_real_agenda_in_five_without_a_reason():
    fired, count = firing()
    assert count == 1285
    for check in ALL_CHECKS:
        print(f"| {check.rule} | {check.severity} | {fired[check.rule]} | {fired[check.rule] / count:.1%} |")
    often = {rule for rule, times in fired.items() if times / count > 0.2}
    assert often == JUSTIFIED
