"""The dates ahead of a sitting as short texts; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from noticeeditor.authority.gazette import Certainty
from noticeeditor.authority.planning import Plan, Step, StepKey
from noticeeditor.i18n.texts import N_, _

SHORT = {
    StepKey.SIGN_OFF: N_("Sign-off"),
    StepKey.COPY_DEADLINE: N_("Copy due"),
    StepKey.INVITATION: N_("Invitation"),
    StepKey.APPEARANCE: N_("Appears"),
    StepKey.COMPLETE: N_("Effective"),
    StepKey.SITTING: N_("Sitting"),
}
LONG = {
    StepKey.SIGN_OFF: N_("Last day to sign off"),
    StepKey.COPY_DEADLINE: N_("Copy deadline of the gazette"),
    StepKey.INVITATION: N_("Last day for the invitation to arrive"),
    StepKey.APPEARANCE: N_("The issue appears"),
    StepKey.COMPLETE: N_("The publication is complete at the end of this day"),
    StepKey.SITTING: N_("Day of the sitting"),
}
CERTAINTIES = {
    Certainty.FOUND: N_("read at: {source}"),
    Certainty.UNVERIFIED: N_("unverified: {source}"),
    Certainty.ASSUMED: N_("assumed until the office confirms it: {source}"),
    Certainty.OFFICE: N_("set by the office: {source}"),
}
WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


@dataclass(frozen=True, slots=True)
class DateAhead:
    """One date of the line: short name, day, and all there is to know about it."""

    name: str
    day: str
    explanation: str
    passed: bool = False
    is_next: bool = False
    uncertain: bool = False


def dates_ahead(plan: Plan | None) -> tuple[DateAhead, ...]:
    """Return the dates of a plan in their order; where two fall on one day the later step stands for both."""
    if plan is None:
        return ()
    following = plan.next_step
    return tuple(_date(step, is_next=step is following) for step in plan.steps)


def warning_of(plan: Plan | None) -> str:
    """Return what to say when the last issue before the sitting is missed, ``""`` while it is not."""
    if plan is None or not plan.too_late:
        return ""
    if plan.reach is None:
        return _("The last issue before the sitting is missed.")
    return _(
        "The last issue before the sitting is missed; the earliest sitting now is on {day:%d.%m.%Y}."
    ).format(day=plan.reach.earliest_sitting)


def _date(step: Step, *, is_next: bool) -> DateAhead:
    day, name = f"{_(WEEKDAYS[step.day.weekday()])} {step.day:%d.%m.}", _(SHORT[step.key])
    if step.time is not None:
        name += f" {step.time:%H:%M}"
    certainty = _(CERTAINTIES[step.ground.certainty]).format(source=step.ground.source or step.ground.rule)
    explanation = f"{_(LONG[step.key])}: {step.day:%d.%m.%Y}\n{certainty}"
    uncertain = step.ground.certainty in {Certainty.UNVERIFIED, Certainty.ASSUMED}
    return DateAhead(name, day, explanation, step.passed, is_next, uncertain)
