"""``noticeeditor backup``, ``restore`` and ``vacuum``: look after the file of the store."""

from __future__ import annotations

from pathlib import Path

import click

from noticeeditor import wiring
from noticeeditor.cli.desks import at_store, desk_at, tell
from noticeeditor.errors import ExitCode
from noticeeditor.i18n.texts import _


@click.command(help=_("Write a backup and prove it; old ones go by day, week and month."))
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False), help=_("Another folder."))
@at_store
def backup(folder: Path | None, store: Path | None, as_json: bool) -> int:
    """Print the file of the backup."""
    with desk_at(store) as desk:
        assert desk.upkeep is not None
        written = desk.upkeep.back_up(folder or wiring.backup_folder(desk.upkeep.path), wiring.clock())
    tell({"backup": str(written)}, [str(written)], as_json=as_json)
    return ExitCode.FINE


@click.command(help=_("Put a backup in the place of the store; the old file is kept beside it."))
@click.argument("backup", type=click.Path(path_type=Path), required=False)
@at_store
def restore(backup: Path | None, store: Path | None, as_json: bool) -> int:
    """Restore the named backup, or the newest good one."""
    chosen = backup or wiring.newest_backup(store)
    aside = wiring.restore(chosen, store)
    said = [_("Restored from {backup}.").format(backup=chosen)]
    if aside is not None:
        said.append(_("The old file is now {aside}.").format(aside=aside))
    tell({"restored": str(chosen), "aside": str(aside or "")}, said, as_json=as_json)
    return ExitCode.FINE


@click.command(help=_("Check the store thoroughly and give back unused space."))
@at_store
def vacuum(store: Path | None, as_json: bool) -> int:
    """Print the size before and after."""
    with desk_at(store) as desk:
        assert desk.upkeep is not None
        desk.upkeep.full_check()
        before, after = desk.upkeep.vacuum()
    said = _("{before} kB before, {after} kB after.").format(before=before // 1000, after=after // 1000)
    tell({"before": before, "after": after}, [said], as_json=as_json)
    return ExitCode.FINE
