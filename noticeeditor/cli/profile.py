"""``noticeeditor profile``: check a profile file, list the shipped ones."""

from __future__ import annotations

import json
from pathlib import Path

import click

from noticeeditor import wiring
from noticeeditor.cli.errors import as_plain, show
from noticeeditor.errors import ExitCode, NoticeEditorError
from noticeeditor.i18n.texts import _


@click.group(help=_("Work with profiles of authorities."))
def profile() -> None:
    """Group of the commands on profiles."""


@profile.command("check", help=_("Check profile files and say all that is wrong in them."))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=_("Answer for machines."))
def check(files: tuple[Path, ...], as_json: bool) -> int:
    """Check each file and end with the worst exit code."""
    results = [_check(path) for path in files]
    for path, error in zip(files, results, strict=True):
        if as_json:
            click.echo(
                json.dumps({"file": str(path)} | (as_plain(error) if error else {}), ensure_ascii=False)
            )
        elif error:
            show(error)
        else:
            click.echo(_("{file}: fine.").format(file=path))
    return max((error.exit_code for error in results if error), default=ExitCode.FINE)


def _check(path: Path) -> NoticeEditorError | None:
    try:
        wiring.load_profile(path)
    except NoticeEditorError as error:
        return error
    return None


@profile.command("list", help=_("List the profiles that come with the program."))
def names() -> None:
    """Print one key a line, with the name of the authority."""
    for key in wiring.shipped_profiles():
        click.echo(f"{key}\t{wiring.profile(key).name}")
