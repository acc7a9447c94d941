"""The steps of a plan in the language of the reader."""

from __future__ import annotations

from noticeeditor.authority.planning import Step, StepKey
from noticeeditor.i18n.findings import source
from noticeeditor.i18n.texts import N_, _

STEPS = {
    StepKey.SIGN_OFF: N_("Sign off"),
    StepKey.COPY_DEADLINE: N_("Copy deadline of issue {number}/{year}, {gazette}"),
    StepKey.INVITATION: N_("Last day for the invitation"),
    StepKey.APPEARANCE: N_("Issue {number}/{year} appears, {gazette}"),
    StepKey.COMPLETE: N_("Publication complete at the end of the day"),
    StepKey.SITTING: N_("Sitting"),
}


def step_words(step: Step) -> str:
    """Return what is due."""
    issue = step.issue
    facts = {"number": issue.number, "year": issue.year, "gazette": issue.gazette} if issue else {}
    return _(STEPS[step.key]).format_map(facts)


def step_ground(step: Step) -> str:
    """Return what the day of a step rests on."""
    return source(step.ground.source, step.ground.as_of, step.ground.certainty)
