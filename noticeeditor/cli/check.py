"""``noticeeditor check``: what stands against notices, with the exit code of the gravest finding."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import click

from noticeeditor import wiring
from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.checks.finding import Finding, Severity, gravest
from noticeeditor.cli.errors import about, as_plain, show
from noticeeditor.cli.plain import plain
from noticeeditor.cli.values import DAY
from noticeeditor.desk.examining import findings_of_files
from noticeeditor.desk.files import read_notice
from noticeeditor.desk.planning import rules_of
from noticeeditor.errors import ExitCode, NoticeEditorError
from noticeeditor.i18n.findings import SEVERITIES, finding_ground, finding_sentence, place_words
from noticeeditor.i18n.texts import _
from noticeeditor.notice.notice import Notice

MORNING = dt.time(8)
COLOURS = {Severity.OBSTACLE: "red", Severity.WARNING: "yellow", Severity.HINT: "blue"}


@click.command(
    help=_("Check notices; several are also checked against one another. FILE ends in .notice.json.")
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--today",
    type=DAY,
    help=_("Judge as on the morning of this day."),
)
@click.option(
    "--profile", default="", help=_("Another profile than the notice names: a key or a .toml file.")
)
@click.option("--spelling", is_flag=True, help=_("Also look up every word in the dictionary."))
@click.option("--grounds", is_flag=True, help=_("Say what each finding rests on."))
@click.option("--json", "as_json", is_flag=True, help=_("Answer for machines, one line a file."))
def check(
    files: tuple[Path, ...],
    today: dt.datetime | None,
    profile: str,
    spelling: bool,
    grounds: bool,
    as_json: bool,
) -> int:
    """Check every file; end with 0 for hints at most, 1 for warnings and obstacles, or the worst error."""
    read, worst = _read(files, lambda notice: _house(notice, profile), as_json)
    now = dt.datetime.combine(today.date(), MORNING) if today else wiring.clock()
    notices = [notice for _path, notice in read]
    found = findings_of_files(notices, lambda notice: _house(notice, profile), now, wiring.uncovered)
    for (path, notice), findings in zip(read, found, strict=True):
        house = _house(notice, profile)
        told = (*findings, *_misspelt(notice, house)) if spelling else findings
        _tell(path, notice, told, house, as_json=as_json, grounds=grounds)
        worst = max(worst, _code(told))
    return worst


def _house(notice: Notice, profile: str) -> AuthorityProfile:
    return wiring.profile(profile or wiring.profile_named_by(notice))


def _read(
    files: tuple[Path, ...], house_of: Callable[[Notice], AuthorityProfile], as_json: bool
) -> tuple[list[tuple[Path, Notice]], ExitCode]:
    """Return what could be read and has a profile; the rest is told at once."""
    read, worst = [], ExitCode.FINE
    for path in files:
        try:
            notice = read_notice(path)
            house_of(notice)
        except NoticeEditorError as error:
            worst = max(worst, error.exit_code)
            _tell_error(path, about(str(path), error), as_json=as_json)
        else:
            read.append((path, notice))
    return read, worst


def _tell_error(path: Path, error: NoticeEditorError, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"file": str(path)} | as_plain(error), ensure_ascii=False))
    else:
        show(error)


def _misspelt(notice: Notice, house: AuthorityProfile) -> tuple[Finding, ...]:
    from noticeeditor.desk.spelling import misspelt

    return misspelt(notice, house)


def _code(findings: tuple[Finding, ...]) -> ExitCode:
    return ExitCode.FINE if gravest(findings) in {None, Severity.HINT} else ExitCode.FINDINGS


def _tell(
    path: Path,
    notice: Notice,
    findings: tuple[Finding, ...],
    house: AuthorityProfile,
    *,
    as_json: bool,
    grounds: bool,
) -> None:
    if as_json:
        found = [_plain(finding, notice, house) for finding in findings]
        click.echo(json.dumps({"file": str(path), "findings": found}, ensure_ascii=False, default=plain))
        return
    for finding in findings:
        severity = click.style(_(SEVERITIES[finding.severity]), fg=COLOURS[finding.severity])
        place = place_words(notice, finding.field)
        click.echo(f"{path}: {severity}: {place}: {finding_sentence(finding)}")
        if grounds:
            click.echo(f"    {_ground(finding, house)}")


def _plain(finding: Finding, notice: Notice, house: AuthorityProfile) -> dict[str, object]:
    fix = finding.fix
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "field": finding.field,
        "place": place_words(notice, finding.field),
        "facts": dict(finding.facts),
        "sentence": finding_sentence(finding),
        "ground": _ground(finding, house),
        "fix": {"start": fix.start, "end": fix.end, "text": fix.text} if fix else None,
    }


def _ground(finding: Finding, house: AuthorityProfile) -> str:
    return finding_ground(finding, rules_of(house.state), house.gazette)
