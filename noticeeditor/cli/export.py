"""``noticeeditor export``: notice files to PDF or text."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from noticeeditor import wiring
from noticeeditor.cli.errors import as_plain, show
from noticeeditor.desk import exporting
from noticeeditor.desk.exporting import EXPORTERS, Options, Rendering
from noticeeditor.desk.files import read_notice
from noticeeditor.errors import ExitCode, NoticeEditorError, Problem
from noticeeditor.i18n.sentences import problem_sentence
from noticeeditor.i18n.texts import _
from noticeeditor.layout.compose import compose


@dataclass(frozen=True)
class Wish:
    """What was asked for: the form, its options, where to, with which profile."""

    form: str
    options: Options
    output: Path | None
    profile: str
    replace: bool
    several: bool


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    source: Path
    target: Path | None = None
    rendering: Rendering | None = None
    gaps: tuple[Problem, ...] = ()
    error: NoticeEditorError | None = None

    @property
    def code(self) -> ExitCode:
        """Return how this file alone would end the command."""
        if self.error:
            return self.error.exit_code
        return ExitCode.FINDINGS if self.gaps else ExitCode.FINE


@click.command(help=_("Write notices as PDF or text. FILE ends in .notice.json."))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--to", "form", type=click.Choice(list(EXPORTERS)), default="pdf", show_default=True, help=_("The form.")
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help=_("A file, or a folder for several."))
@click.option("--column", is_flag=True, help=_("A gazette column instead of A4."))
@click.option("--bleed", type=click.IntRange(0, 3), default=0, help=_("Bleed in mm: 0 or 3."))
@click.option("--uncoated", is_flag=True, help=_("For uncoated paper."))
@click.option(
    "--profile", default="", help=_("Another profile than the notice names: a key or a .toml file.")
)
@click.option("--force", is_flag=True, help=_("Replace files that exist."))
@click.option("--json", "as_json", is_flag=True, help=_("Answer for machines, one line a file."))
def export(
    files: tuple[Path, ...],
    form: str,
    output: Path | None,
    column: bool,
    bleed: int,
    uncoated: bool,
    profile: str,
    force: bool,
    as_json: bool,
) -> int:
    """Write every file and end with the worst exit code."""
    options = Options(column=column, bleed=bleed, coated=not uncoated)
    wish = Wish(form, options, output, profile, force, len(files) > 1)
    worst = ExitCode.FINE
    with _progress(files, shown=not as_json) as waiting:
        for outcome in (_export(path, wish) for path in waiting):
            _tell(outcome, as_json=as_json)
            worst = max(worst, outcome.code)
    return worst


def _export(source: Path, wish: Wish) -> Outcome:
    try:
        notice = read_notice(source)
        profile = wiring.profile(wish.profile or notice.authority)
        target = _target(source, wish)
        rendering = exporting.render(notice, profile, wish.form, wish.options)
        exporting.write(rendering, target, replace=wish.replace)
    except NoticeEditorError as error:
        return Outcome(source, error=error)
    return Outcome(source, target, rendering, exporting.gaps(compose(notice, profile.style)))


def _target(source: Path, wish: Wish) -> Path:
    suffix = EXPORTERS[wish.form].suffix
    stem = source.name.removesuffix(".json").removesuffix(".notice")
    name = f"{stem}{'-spalte' if wish.options.column else ''}{suffix}"
    if wish.output is None:
        return source.parent / name
    is_folder = wish.output.is_dir() or wish.several or wish.output.suffix == ""
    return wish.output / name if is_folder else wish.output


def _progress(files: tuple[Path, ...], *, shown: bool) -> Any:  # noqa: ANN401 - click's bar has no public type
    hidden = not (shown and len(files) > 1 and sys.stderr.isatty())
    return click.progressbar(files, label=_("Writing"), file=sys.stderr, hidden=hidden)


def _tell(outcome: Outcome, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(_plain(outcome), ensure_ascii=False))
    elif outcome.error:
        show(outcome.error)
    else:
        for line in _lines(outcome):
            click.echo(line)
        for gap in outcome.gaps:
            click.echo(f"{outcome.source}: {gap.place}: {problem_sentence(gap)}", err=True)


def _lines(outcome: Outcome) -> Iterator[str]:
    yield str(outcome.target)
    if outcome.rendering and outcome.rendering.height is not None:
        yield _("  column: {height:.2f} mm high, {lines} lines").format(
            height=outcome.rendering.height, lines=outcome.rendering.lines
        )


def _plain(outcome: Outcome) -> dict[str, object]:
    if outcome.error:
        return {"file": str(outcome.source)} | as_plain(outcome.error)
    rendering = outcome.rendering
    assert rendering is not None
    return {
        "file": str(outcome.source),
        "target": str(outcome.target),
        "bytes": len(rendering.content),
        "pages": rendering.pages,
        "height_mm": rendering.height,
        "lines": rendering.lines,
        "gaps": [gap.place for gap in outcome.gaps],
    }
