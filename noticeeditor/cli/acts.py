"""``noticeeditor submit``, ``return``, ``sign-off`` and the other acts of the workflow."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from noticeeditor.cli.desks import at_store, desk_at, tell_outcome
from noticeeditor.cli.values import CASE, DAY
from noticeeditor.i18n.texts import _
from noticeeditor.workflow.acts import Act


def _act(act: Act, summary: str, *, reason: bool = False, day: bool = False) -> click.Command:
    """Return the command of an act; ``reason`` and ``day`` are options where the act takes them."""

    def do(
        case: int, store: Path | None, as_json: bool, reason: str = "", day: dt.datetime | None = None
    ) -> int:
        with desk_at(store) as desk:
            when = day.date() if day else None
            return tell_outcome(desk.act(desk.case(case), act, reason=reason, day=when), as_json=as_json)

    command = at_store(click.argument("case", type=CASE)(do))
    if reason:
        command = click.option("-m", "--reason", default="", help=_("Why; it is kept with the case."))(
            command
        )
    if day:
        command = click.option("--day", type=DAY, help=_("The day of appearance."))(command)
    return click.command(act.value, help=summary)(command)


submit = _act(Act.SUBMIT, _("Submit a case for review."))
return_ = _act(Act.RETURN, _("Return a case with a remark."), reason=True)
recall = _act(Act.RECALL, _("Take a case back from review, or from the print shop before the deadline."))
sign_off = _act(Act.SIGN_OFF, _("Sign a case off; its wording is frozen as a version."))
release = _act(Act.RELEASE, _("Release a case to the print shop."))
publish = _act(Act.RECORD_PUBLICATION, _("Record that a case was published."), day=True)
withdraw = _act(Act.WITHDRAW, _("Withdraw a case."), reason=True)
reopen = _act(Act.REOPEN, _("Reopen a case for a new version."))
