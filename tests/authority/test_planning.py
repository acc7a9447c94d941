"""The plan of a sitting: worked by hand in plans.toml, and what is left when it is too late."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from msgspec.structs import replace

from noticeeditor.authority.gazette import (
    Certainty,
    ClosedDay,
    GazetteRules,
    HolidayWeek,
    IssueEntry,
    Organ,
    Weekday,
    closed_days,
)
from noticeeditor.authority.planning import Plan, StepKey, earliest_sitting, plan, reach
from noticeeditor.authority.rules import LegalRules, Parameter
from noticeeditor.desk.planning import holidays_of, rules_of

PLANS = tomllib.loads((Path(__file__).parent / "plans.toml").read_text("utf-8"))["plans"]
ORGAN = Organ("Kreisnachrichten")
NEWSPAPER = Organ(
    "Tageblatt",
    appears=Weekday.SATURDAY,
    deadline_weekday=Weekday.WEDNESDAY,
    deadline_weeks_before=0,
    deadline_time=dt.time(16, 30),
    holidays_in=HolidayWeek.NONE,
)
CARNIVAL_MONDAY = ClosedDay("Rosenmontag", easter=-48)
ANNOUNCED = (
    IssueEntry(2023, 40, dt.datetime.fromisoformat("2023-09-28T10:00")),
    IssueEntry(2023, 41, dropped=True),
)
GAZETTES = {
    "kreisnachrichten": GazetteRules((ORGAN,)),
    "issue-week": GazetteRules((replace(ORGAN, holidays_in=HolidayWeek.ISSUE),)),
    "closed-on-carnival-monday": GazetteRules((ORGAN,), (CARNIVAL_MONDAY,)),
    "announced": GazetteRules((replace(ORGAN, entries=ANNOUNCED),)),
    "two organs": GazetteRules((ORGAN, NEWSPAPER)),
}
LONG_AGO = "2000-01-01T00:00"


def a_plan(
    sitting: str,
    now: str = LONG_AGO,
    gazette: str = "kreisnachrichten",
    rules: LegalRules | None = None,
) -> Plan:
    organs, holidays = GAZETTES[gazette], holidays_of("RP")
    calendar = replace(holidays, closed=closed_days(organs, 2000, 2060))
    return plan(
        dt.datetime.fromisoformat(sitting),
        dt.datetime.fromisoformat(now),
        organs,
        rules or rules_of("RP"),
        calendar,
    )


def with_parameter(id: str, name: str, value: int) -> LegalRules:
    rules = rules_of("RP")
    changed = tuple(
        replace(rule, parameters=(Parameter(name, value),)) if rule.id == id else rule for rule in rules.rules
    )
    return replace(rules, rules=changed)


@pytest.mark.parametrize("row", PLANS, ids=lambda row: row["name"])
def test_the_plan_is_the_one_worked_by_hand(row):
    found = a_plan(row["sitting"].isoformat(), gazette=row.get("gazette", "kreisnachrichten"))
    issue = found.issues[0]
    assert (f"{issue.number}/{issue.year}", issue.copy_deadline, issue.appears) == (
        row["issue"],
        row["deadline"],
        row["appears"],
    )
    invitation, deadline = found.step(StepKey.INVITATION), found.step(StepKey.COPY_DEADLINE)
    assert invitation is not None
    assert invitation.day == row["invitation"]
    assert deadline is not None
    assert (deadline.day, deadline.time) == (row["deadline"].date(), row["deadline"].time())


def test_the_steps_stand_in_the_order_of_their_days():
    keys = [step.key for step in a_plan("2023-10-09T18:00").steps]
    assert keys == [
        StepKey.SIGN_OFF,
        StepKey.COPY_DEADLINE,
        StepKey.INVITATION,
        StepKey.APPEARANCE,
        StepKey.SITTING,
    ]


def test_every_step_says_what_it_rests_on_and_how_sure_that_is():
    certainties = {step.key: step.ground.certainty for step in a_plan("2023-10-09T18:00").steps}
    assert certainties == {
        StepKey.SIGN_OFF: Certainty.ASSUMED,
        StepKey.COPY_DEADLINE: Certainty.ASSUMED,
        StepKey.APPEARANCE: Certainty.ASSUMED,
        StepKey.INVITATION: Certainty.UNVERIFIED,
        StepKey.SITTING: Certainty.UNVERIFIED,
    }


def test_the_next_step_is_the_first_that_has_not_passed():
    found = a_plan("2023-10-09T18:00", now="2023-10-02T09:00")
    assert found.next_step is not None
    assert found.next_step.key is StepKey.INVITATION


def test_the_deadline_itself_still_counts():
    assert not a_plan("2023-10-09T18:00", now="2023-09-29T12:00").too_late


def test_a_minute_after_the_deadline_the_plan_says_what_remains():
    found = a_plan("2023-10-09T18:00", now="2023-09-29T12:01")
    assert found.too_late
    assert [rule.id for rule in found.remedies] == [
        "remedy-postpone",
        "remedy-urgent-form",
        "remedy-short-invitation",
    ]
    assert found.reach is not None
    assert (found.reach.issues[0].number, found.reach.earliest_sitting) == (41, dt.date(2023, 10, 14))


def test_no_remedy_that_was_not_found_is_shown_as_law():
    certainties = {rule.id: rule.certainty for rule in rules_of("RP").remedies}
    assert certainties["remedy-urgent-form"] is Certainty.UNVERIFIED
    assert certainties["remedy-short-invitation"] is Certainty.UNVERIFIED


@pytest.mark.parametrize(
    ("now", "issue", "earliest"),
    [
        ("2023-09-29T12:00", 40, dt.date(2023, 10, 7)),
        ("2023-09-29T12:01", 41, dt.date(2023, 10, 14)),
        ("2023-10-05T12:01", 42, dt.date(2023, 10, 21)),
        ("2023-12-27T12:01", 2, dt.date(2024, 1, 13)),
    ],
)
def test_what_is_signed_now_appears_in_the_next_open_issue(now, issue, earliest):
    found = reach(
        dt.datetime.fromisoformat(now), GAZETTES["kreisnachrichten"], rules_of("RP"), holidays_of("RP")
    )
    assert found is not None
    assert (found.issues[0].number, found.earliest_sitting) == (issue, earliest)


def test_of_several_organs_the_last_one_counts():
    found = a_plan("2023-10-07T10:00", gazette="two organs")
    assert [(issue.gazette, issue.appears.isoformat()) for issue in found.issues] == [
        ("Kreisnachrichten", "2023-10-06"),
        ("Tageblatt", "2023-09-30"),
    ]
    complete, sign_off = found.step(StepKey.COMPLETE), found.step(StepKey.SIGN_OFF)
    assert complete is not None
    assert complete.day == dt.date(2023, 10, 6)
    assert sign_off is not None
    assert (sign_off.day, sign_off.time) == (dt.date(2023, 9, 27), dt.time(16, 30))


def test_signed_now_the_sitting_waits_for_the_last_organ():
    now = dt.datetime.fromisoformat("2023-09-29T11:00")
    found = reach(now, GAZETTES["two organs"], rules_of("RP"), holidays_of("RP"))
    assert found is not None
    assert (found.complete, found.earliest_sitting) == (dt.date(2023, 10, 7), dt.date(2023, 10, 8))


def test_one_missed_organ_is_too_late():
    assert a_plan("2023-10-07T10:00", now="2023-09-28T09:00", gazette="two organs").too_late


def test_the_earliest_sitting_is_the_day_after_the_issue():
    issue = a_plan("2023-10-09T18:00").issues[0]
    assert earliest_sitting(issue, rules_of("RP")) == dt.date(2023, 10, 7)


def test_changing_a_parameter_changes_the_plan_without_code():
    three = a_plan("2023-10-09T18:00", rules=with_parameter("publication-complete", "days", 4))
    assert three.issues[0].appears == dt.date(2023, 9, 29)
    seven = a_plan("2023-10-09T18:00", rules=with_parameter("invitation-period", "full_days", 7))
    invitation = seven.step(StepKey.INVITATION)
    assert invitation is not None
    assert invitation.day == dt.date(2023, 10, 1)
    lead = a_plan("2023-10-09T18:00", rules=with_parameter("sign-off-lead", "working_days", 2))
    sign_off = lead.step(StepKey.SIGN_OFF)
    assert sign_off is not None
    assert (sign_off.day, sign_off.time) == (dt.date(2023, 9, 27), None)


def test_without_a_gazette_the_plan_has_no_issue_and_claims_nothing():
    found = plan(
        dt.datetime.fromisoformat("2023-10-09T18:00"),
        dt.datetime.fromisoformat(LONG_AGO),
        GazetteRules(),
        rules_of("RP"),
        holidays_of("RP"),
    )
    assert (found.issues, found.reach, found.too_late) == ((), None, False)
