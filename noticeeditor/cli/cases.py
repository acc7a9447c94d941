"""``noticeeditor list``, ``show``, ``new`` and ``search``: find cases and begin them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import click

from noticeeditor.cli.desks import (
    F,
    at_store,
    case_plain,
    desk_at,
    entry_line,
    entry_plain,
    snippet_line,
    summary_line,
    summary_plain,
    tell,
    tell_outcome,
)
from noticeeditor.cli.values import CASE, DAY
from noticeeditor.codec import noticefile
from noticeeditor.desk import exporting
from noticeeditor.desk.files import read_notice
from noticeeditor.desk.values import Desk, Filter, Order
from noticeeditor.export.formats import Options
from noticeeditor.i18n.refusals import state_word
from noticeeditor.i18n.texts import _
from noticeeditor.workflow.acts import State
from noticeeditor.workflow.case import CaseFile


def _filtered(command: F) -> F:
    options = (
        click.option("--state", "states", multiple=True, type=click.Choice([s.value for s in State]), help=_("Only in this state.")),
        click.option("--body", default="", help=_("Only of this body (its key in the profile).")),
        click.option("--since", type=DAY, help=_("Only sittings from this day on.")),
        click.option("--until", type=DAY, help=_("Only sittings up to this day.")),
        click.option("--person", default="", help=_("Only what this account has or wrote in.")),
        click.option("--issue", metavar="N/YEAR", help=_("Only in this issue of the gazette.")),
        click.option("--order", type=click.Choice([order.value for order in Order]), default=Order.NEWEST.value, help=_("The order.")),
        click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help=_("How many at most.")),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def _filter(
    desk: Desk,
    states: tuple[str, ...],
    body: str,
    since: dt.datetime | None,
    until: dt.datetime | None,
    person: str,
    issue: str | None,
    order: str,
    limit: int,
) -> Filter:
    return Filter(
        states=frozenset(map(State, states)),
        body=body,
        since=since.date() if since else None,
        until=until.date() if until else None,
        person=_person(desk, person) if person else "",
        issue=_issue(issue) if issue else None,
        order=Order(order),
        limit=limit,
    )


def _person(desk: Desk, account: str) -> str:
    found = desk.staff.who(account)
    if not found:
        raise click.BadParameter(_("nobody here has this account"), param_hint="--person")
    return found


def _issue(written: str) -> tuple[int, int]:
    number, _slash, year = written.partition("/")
    if not (number.isdecimal() and year.isdecimal()):
        raise click.BadParameter(_("write number and year, such as 40/2023"), param_hint="--issue")
    return int(number), int(year)


@click.command("list", help=_("List cases, the newest change first."))
@_filtered
@at_store
def list_(store: Path | None, as_json: bool, **wanted: object) -> int:
    """Print one line a case."""
    with desk_at(store) as desk:
        found = desk.cases(_filter(desk, **wanted))  # type: ignore[arg-type]  # click gives what the options say
    tell(
        [*map(summary_plain, found)], list(map(summary_line, found)) or [_("No case found.")], as_json=as_json
    )
    return 0


@click.command(help=_("Find cases by their words; WORDS may be written without umlauts or in part."))
@click.argument("words", nargs=-1, required=True)
@_filtered
@at_store
def search(words: tuple[str, ...], store: Path | None, as_json: bool, **wanted: object) -> int:
    """Print the hits with their snippets."""
    with desk_at(store) as desk:
        found = desk.search(" ".join(words), _filter(desk, **wanted))  # type: ignore[arg-type]  # click gives what the options say
    plain = [
        summary_plain(hit.summary) | {"snippet": [[piece.text, piece.is_hit] for piece in hit.snippet]}
        for hit in found
    ]
    lines = [line for hit in found for line in (summary_line(hit.summary), snippet_line(hit.snippet))]
    tell(plain, lines or [_("No case found.")], as_json=as_json)
    return 0


@click.command(help=_("Show a case: its words, its remarks and what was done to it."))
@click.argument("case", type=CASE)
@at_store
def show(case: int, store: Path | None, as_json: bool) -> int:
    """Print the case."""
    with desk_at(store) as desk:
        found = desk.case(case)
        text = exporting.render(
            exporting.composed_case(found, desk.profile.style), "txt", Options()
        ).content.decode()
        trail = [entry_line(entry, desk) for entry in found.entries]
    plain = case_plain(found) | {
        "notice": json.loads(noticefile.write(found.notice)),
        "remarks": [{"act": remark.act.value, "text": remark.text, "person": remark.person} for remark in found.remarks],
        "entries": [*map(entry_plain, found.entries)],
    }  # fmt: skip
    tell(plain, [*_head(found), "", text.rstrip("\n"), "", *trail], as_json=as_json)
    return 0


def _head(case: CaseFile) -> list[str]:
    first = _("Case {case}: {state}, revision {revision}.").format(
        case=case.id, state=state_word(case.state), revision=case.revision
    )
    versions = [
        _("Version {number}: signed off {day}, SHA-256 {sha256}").format(
            number=version.number, day=f"{version.at:%d.%m.%Y}", sha256=version.sha256
        )
        for version in case.versions
    ]
    return [first, *versions, *(f"» {remark.text}" for remark in case.remarks)]


@click.command(help=_("Begin a case: for a body, from another case, or from a notice file."))
@click.option("--body", default="", help=_("The body, by its key in the profile."))
@click.option("--date", type=DAY, help=_("The day of the sitting."))
@click.option("--from", "from_case", type=CASE, metavar="CASE", help=_("Take the agenda of this case."))
@click.option("--file", type=click.Path(path_type=Path), help=_("Take the notice of this file."))
@at_store
def new(
    body: str,
    date: dt.datetime | None,
    from_case: int | None,
    file: Path | None,
    store: Path | None,
    as_json: bool,
) -> int:
    """Print the number of the new case."""
    day = date.date() if date else None
    with desk_at(store, create=True) as desk:
        if body and desk.profile.body(body) is None:
            known = ", ".join(entry.key for entry in desk.profile.bodies)
            raise click.BadParameter(_("known are: {known}").format(known=known), param_hint="--body")
        if file is not None:
            case = desk.create(read_notice(file))
        elif from_case is not None:
            case = desk.draft_from(from_case, body, day)
        else:
            case = desk.draft(body, day)
    return tell_outcome(case, as_json=as_json)
