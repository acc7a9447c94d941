"""``noticeeditor demo``: a believable month of sample cases in every state."""

from __future__ import annotations

from pathlib import Path

import click

from noticeeditor import wiring
from noticeeditor.cli.desks import at_store, tell
from noticeeditor.errors import ExitCode
from noticeeditor.i18n.texts import _


@click.command(help=_("Fill an empty store with sample cases in every state."))
@at_store
def demo(store: Path | None, as_json: bool) -> int:
    """Print how many cases there are now."""
    count = wiring.demo(store)
    said = _("{count} sample cases. Look at them: noticeeditor list").format(count=count)
    tell({"cases": count}, [said], as_json=as_json)
    return ExitCode.FINE
