"""``noticeeditor calendar``: the issues of a year as a table, as iCalendar or for machines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click

from noticeeditor import wiring
from noticeeditor.authority.gazette import Organ
from noticeeditor.authority.planning import earliest_sitting
from noticeeditor.codec import issuetable
from noticeeditor.desk.planning import OfficeCalendar, office_calendar, with_table, write_calendar
from noticeeditor.i18n.findings import source
from noticeeditor.i18n.texts import _
from noticeeditor.i18n.weekdays import day_words


@click.command(help=_("Show the issues of a year: copy deadline, day of appearance, earliest sitting."))
@click.option("--year", type=click.IntRange(2000, 2060), help=_("The year; this one by default."))
@click.option(
    "--to",
    "form",
    type=click.Choice(["table", "ics", "json", "toml"]),
    default="table",
    show_default=True,
    help=_("The form."),
)
@click.option(
    "--table", type=click.Path(path_type=Path), help=_("The publisher's table of that year, as a text file.")
)
@click.option("--gazette", default="", help=_("The gazette of that table; the first one by default."))
@click.option("--profile", default="", help=_("Another profile: a key or a .toml file."))
@click.option("-o", "--output", type=click.Path(path_type=Path), help=_("A file instead of the terminal."))
@click.option("--force", is_flag=True, help=_("Replace files that exist."))
def calendar(
    year: int | None,
    form: str,
    table: Path | None,
    gazette: str,
    profile: str,
    output: Path | None,
    force: bool,
) -> None:
    """Print or write the calendar."""
    found, year = office_calendar(wiring.profile(profile)), year or wiring.clock().year
    if table is not None:
        found = with_table(found, table, year, gazette)
    content = FORMS[form](found, year)
    if output is None:
        click.echo(content, nl=False)
    else:
        write_calendar(content, output, replace=force)
        click.echo(str(output))


def _table(found: OfficeCalendar, year: int) -> bytes:
    """Return the table with the sources of its rules under it."""
    issue_column, due_column, day_column = _("Issue"), _("Copy deadline"), _("Appears")
    lines = [f"{issue_column:28}{due_column:24}{day_column:16}" + _("Earliest sitting")]
    for issue in found.issues(year):
        name = f"{issue.gazette} {issue.number}/{issue.year}"
        due = f"{day_words(issue.copy_deadline)} {issue.copy_deadline:%H:%M}"
        lines.append(
            f"{name:28}{due:24}{day_words(issue.appears):16}{day_words(earliest_sitting(issue, found.rules))}"
        )
    lines += [
        f"{organ.name}: {source(organ.source, organ.as_of, organ.certainty)}" for organ in _organs(found)
    ]
    return ("\n".join(line.rstrip() for line in lines) + "\n").encode()


def _json(found: OfficeCalendar, year: int) -> bytes:
    issues = [
        {
            "gazette": issue.gazette,
            "number": issue.number,
            "year": issue.year,
            "copy_deadline": issue.copy_deadline.isoformat(timespec="minutes"),
            "appears": issue.appears.isoformat(),
            "earliest_sitting": earliest_sitting(issue, found.rules).isoformat(),
        }
        for issue in found.issues(year)
    ]
    holidays = {day.isoformat(): name for day, name in found.holidays.holidays.items() if day.year == year}
    organs = [
        {
            "name": organ.name,
            "certainty": organ.certainty,
            "source": organ.source,
            "as_of": organ.as_of.isoformat() if organ.as_of else None,
        }
        for organ in _organs(found)
    ]
    plain = {"year": year, "issues": issues, "organs": organs, "holidays": holidays}
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()


def _toml(found: OfficeCalendar, year: int) -> bytes:
    """Return the issues as entries for the profile file."""
    return issuetable.write_entries(_organs(found), found.issues(year), year)


FORMS: dict[str, Callable[[OfficeCalendar, int], bytes]] = {
    "table": _table,
    "ics": OfficeCalendar.ics,
    "json": _json,
    "toml": _toml,
}


def _organs(found: OfficeCalendar) -> tuple[Organ, ...]:
    return found.profile.gazette.organs
