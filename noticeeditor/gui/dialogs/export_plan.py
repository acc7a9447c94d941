"""Which files an export writes, and writing them; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from noticeeditor.desk.exporting import EXPORTERS, Composed, Options, render, target_in, write
from noticeeditor.i18n.texts import N_, _

PURPOSES = {
    "pdf": N_("PDF for press, archive and screen readers"),
    "archive": N_("PDF for the archive, in colour"),
    "pdf20": N_("PDF 2.0 for newer archives"),
    "txt": N_("Plain text for the web form of the gazette"),
}


class ExportChoice(Struct, frozen=True):
    """What the clerk chose: forms, pages of A4 or a column or both, the folder, the needs of the press."""

    folder: Path
    forms: tuple[str, ...] = ("pdf", "txt")
    page: bool = True
    column: bool = False
    bleed: int = 0
    coated: bool = True


class Target(Struct, frozen=True):
    """One file of an export; ``exists`` whether it stands there already."""

    notice: Composed
    form: str
    column: bool
    path: Path
    exists: bool = False


def purpose(form: str) -> str:
    """Return what a form is for, in the language of the reader."""
    return _(PURPOSES[form]) if form in PURPOSES else EXPORTERS[form].name


def targets(notices: Sequence[Composed], choice: ExportChoice) -> tuple[Target, ...]:
    """Return every file that a choice writes, no two with the same name."""
    taken: set[Path] = set()
    found = []
    for notice, form, column in _wanted(notices, choice):
        path = _free(target_in(choice.folder, notice.notice, form, column=column), taken)
        taken.add(path)
        found.append(Target(notice, form, column, path, path.exists()))
    return tuple(found)


def write_targets(wanted: Sequence[Target], choice: ExportChoice, *, replace: bool) -> tuple[Path, ...]:
    """Write every file; all are composed before the first one is written."""
    rendered = [
        render(target.notice, target.form, Options(target.column, choice.bleed, choice.coated))
        for target in wanted
    ]
    for target, rendering in zip(wanted, rendered, strict=True):
        write(rendering, target.path, replace=replace)
    return tuple(target.path for target in wanted)


def _wanted(notices: Sequence[Composed], choice: ExportChoice) -> Iterator[tuple[Composed, str, bool]]:
    for notice in notices:
        for form in choice.forms:
            if EXPORTERS[form].suffix != ".pdf":
                yield notice, form, False
                continue
            yield from ((notice, form, column) for column in (False, True) if _is_wanted(choice, column))


def _is_wanted(choice: ExportChoice, column: bool) -> bool:
    return choice.column if column else choice.page


def _free(path: Path, taken: set[Path]) -> Path:
    """Return the path, numbered where this export has it already."""
    number, free = 2, path
    while free in taken:
        free, number = path.with_name(f"{path.stem} ({number}){path.suffix}"), number + 1
    return free
