"""``noticeeditor deadlines``: the plan of a sitting, every date with what it rests on."""

from __future__ import annotations

import datetime as dt
import json

import click
from msgspec.structs import asdict

from noticeeditor import wiring
from noticeeditor.authority.planning import Plan, Step
from noticeeditor.cli.plain import plain
from noticeeditor.cli.values import MOMENT
from noticeeditor.desk.planning import office_calendar
from noticeeditor.errors import BadInput, ExitCode, Problem
from noticeeditor.i18n.findings import FINDINGS, rule_source, rule_text
from noticeeditor.i18n.plans import step_ground, step_words
from noticeeditor.i18n.texts import _
from noticeeditor.i18n.weekdays import day_words

EVENING = dt.time(18)


@click.command(help=_("Show the plan of a sitting: deadlines, issue, invitation, and what each rests on."))
@click.option("--sitting", type=MOMENT, required=True, help=_("Day and time of the sitting."))
@click.option("--body", default="", help=_("The body (its key in the profile), for its usual time."))
@click.option("--now", type=MOMENT, help=_("Plan as at this moment."))
@click.option("--profile", default="", help=_("Another profile: a key or a .toml file."))
@click.option("--json", "as_json", is_flag=True, help=_("Answer for machines."))
def deadlines(sitting: dt.datetime, body: str, now: dt.datetime | None, profile: str, as_json: bool) -> int:
    """Print the plan; end with 1 when it is too late or the holidays of the year are not known."""
    house = wiring.profile(profile)
    entry = house.body(body)
    if body and entry is None:
        known = ", ".join(one.key for one in house.bodies)
        raise BadInput("--body", (Problem("body.unknown", facts={"key": body, "known": known}),))
    if sitting.time() == dt.time():
        sitting = dt.datetime.combine(sitting, (entry.time if entry else None) or EVENING)
    calendar = office_calendar(house)
    found = calendar.plan(sitting, now or wiring.clock())
    covered = calendar.holidays.covers(sitting.date())
    if as_json:
        answer = _plain(found) | {"holidays_known": covered}
        click.echo(json.dumps(answer, ensure_ascii=False, default=plain))
    else:
        for line in _lines(found):
            click.echo(line)
        if not covered:
            unknown = FINDINGS["holidays.unknown"]
            click.echo(_(unknown).format(year=sitting.year))
    return ExitCode.FINE if covered and not found.too_late else ExitCode.FINDINGS


def _lines(found: Plan) -> list[str]:
    return [*map(_step_line, found.steps), *_reach_lines(found), *_remedy_lines(found)]


def _step_line(step: Step) -> str:
    mark = "✓" if step.passed else " "
    time = f"{step.time:%H:%M}" if step.time else "     "
    return f"{mark} {day_words(step.day)} {time}  {step_words(step)}  [{step_ground(step)}]"


def _reach_lines(found: Plan) -> list[str]:
    if found.reach is None:
        return [_("No issue is known that a notice signed now appears in.")]
    issues = ", ".join(f"{issue.gazette} {issue.number}/{issue.year}" for issue in found.reach.issues)
    return [
        _("Signed now: {issues}, complete {complete}, earliest sitting {earliest}.").format(
            issues=issues,
            complete=day_words(found.reach.complete),
            earliest=day_words(found.reach.earliest_sitting),
        )
    ]


def _remedy_lines(found: Plan) -> list[str]:
    if not found.too_late:
        return []
    remedies = [f"– {rule_text(rule)} [{rule_source(rule)}]" for rule in found.remedies]
    return [_("It is too late for this sitting. What remains:"), *remedies]


def _plain(found: Plan) -> dict[str, object]:
    steps = [asdict(step) | {"sentence": step_words(step)} for step in found.steps]
    remedies = [asdict(rule) | {"sentence": rule_text(rule)} for rule in found.remedies]
    return asdict(found) | {"steps": steps, "remedies": remedies}
