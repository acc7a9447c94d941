"""``noticeeditor audit``: show the audit trail, and verify that it holds."""

from __future__ import annotations

from pathlib import Path

import click

from noticeeditor.cli.desks import at_store, desk_at, entry_line, entry_plain, tell
from noticeeditor.cli.values import CASE
from noticeeditor.errors import ExitCode
from noticeeditor.i18n.refusals import break_sentence
from noticeeditor.i18n.texts import _


@click.group(help=_("Show the audit trail, or verify it."))
def audit() -> None:
    """Group of the commands on the audit trail."""


@audit.command("show", help=_("Show the audit trail, of one CASE or of all."))
@click.argument("case", type=CASE, required=False)
@at_store
def show(case: int | None, store: Path | None, as_json: bool) -> int:
    """Print one line an entry."""
    with desk_at(store) as desk:
        entries = [*desk.audit(case)]
        lines = [entry_line(entry, desk) for entry in entries]
    tell([*map(entry_plain, entries)], lines, as_json=as_json)
    return ExitCode.FINE


@audit.command("verify", help=_("Verify the audit trail and every version; name the first break."))
@click.option("--anchor", default="", metavar="HASH", help=_("A head of the trail that was noted outside."))
@at_store
def verify(anchor: str, store: Path | None, as_json: bool) -> int:
    """Print the head of a sound trail, or the first break, which ends with findings."""
    with desk_at(store) as desk:
        found = desk.verify(anchor.strip().lower())
        head = desk.head()
    if found is None:
        said = _("The audit trail is whole. Its head: {head}").format(head=head)
        tell({"sound": True, "head": head}, [said], as_json=as_json)
        return ExitCode.FINE
    plain = {
        "sound": False,
        "break": found.code,
        "sequence": found.sequence,
        "case": found.case,
        "version": found.version,
    }
    tell(plain, [break_sentence(found)], as_json=as_json)
    return ExitCode.FINDINGS
