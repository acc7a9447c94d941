"""``noticeeditor diff``: what differs between two wordings."""

from __future__ import annotations

from pathlib import Path

import click

from noticeeditor.cli.desks import at_store, desk_at, tell
from noticeeditor.errors import ExitCode
from noticeeditor.i18n.differences import difference_words
from noticeeditor.i18n.texts import _
from noticeeditor.notice.notice import Notice
from noticeeditor.workflow.difference import Change, FieldDifference, Span

_MARKS = {Change.ADDED: ("{+", "+}", "green"), Change.REMOVED: ("[-", "-]", "red")}


@click.command(
    help=_("Compare two wordings word by word: 17 is the newest of case 17, 17@2 its second version.")
)
@click.argument("before")
@click.argument("after")
@at_store
def diff(before: str, after: str, store: Path | None, as_json: bool) -> int:
    """Print every field that differs; end with findings where any does."""
    with desk_at(store) as desk:
        found = desk.difference(before, after)
        notices = desk.notice(before), desk.notice(after)
    plain = [
        {"field": entry.field, "change": entry.change.value, "before": entry.before, "after": entry.after}
        for entry in found
    ]
    tell(plain, (line for entry in found for line in _lines(entry, *notices)), as_json=as_json)
    return ExitCode.FINDINGS if found else ExitCode.FINE


def _lines(entry: FieldDifference, before: Notice, after: Notice) -> list[str]:
    return [difference_words(entry, before, after), "    " + "".join(map(_written, entry.spans))]


def _written(span: Span) -> str:
    if span.change not in _MARKS:
        return span.text
    begin, end, colour = _MARKS[span.change]
    return click.style(f"{begin}{span.text}{end}", fg=colour)
