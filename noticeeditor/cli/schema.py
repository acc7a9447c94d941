"""``noticeeditor schema``: the JSON Schema of the notice file."""

from __future__ import annotations

import click

from noticeeditor import wiring
from noticeeditor.i18n.texts import _


@click.command(help=_("Print the JSON Schema of the notice file."))
def schema() -> None:
    """Print the schema to standard output."""
    click.echo(wiring.notice_schema().decode(), nl=False)
