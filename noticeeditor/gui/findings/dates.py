"""The dates ahead of a sitting as short texts; no Qt."""

from __future__ import annotations

from msgspec import Struct

from noticeeditor.authority.gazette import Certainty
from noticeeditor.authority.planning import Plan, Step, StepKey
from noticeeditor.i18n.plans import step_ground, step_words
from noticeeditor.i18n.texts import N_, _

SHORT = {
    StepKey.SIGN_OFF: N_("Sign-off"),
    StepKey.COPY_DEADLINE: N_("Copy due"),
    StepKey.INVITATION: N_("Invitation"),
    StepKey.APPEARANCE: N_("Appears"),
    StepKey.COMPLETE: N_("Effective"),
    StepKey.SITTING: N_("Sitting"),
}
WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


class DateAhead(Struct, frozen=True):
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
    explanation = f"{step_words(step)}: {step.day:%d.%m.%Y}\n{step_ground(step)}"
    uncertain = step.ground.certainty in {Certainty.UNVERIFIED, Certainty.ASSUMED}
    return DateAhead(name, day, explanation, step.passed, is_next, uncertain)
