"""``noticeeditor export``: notice files, or a case, to PDF or text."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, nullcontext
from pathlib import Path
from typing import Any

import click
from msgspec import Struct
from msgspec.structs import replace

from noticeeditor import wiring
from noticeeditor.cli.errors import about, as_plain, show
from noticeeditor.cli.values import CASE
from noticeeditor.desk import exporting
from noticeeditor.desk.exporting import EXPORTERS, Composed, Options, Rendering
from noticeeditor.desk.files import read_notice
from noticeeditor.errors import ExitCode, NoticeEditorError, Problem
from noticeeditor.i18n.sentences import problem_sentence
from noticeeditor.i18n.texts import _


class Wish(Struct, frozen=True):
    """What was asked for: the form, its options, where to, with which profile."""

    form: str
    options: Options
    output: Path | None
    profile: str
    several: bool


class Outcome(Struct, frozen=True):
    """What became of one notice: where it goes, what is in it, or why not."""

    source: str
    target: Path = Path()
    rendering: Rendering | None = None
    gaps: tuple[Problem, ...] = ()
    error: NoticeEditorError | None = None

    @property
    def code(self) -> ExitCode:
        """Return how this notice alone would end the command."""
        if self.error:
            return self.error.exit_code
        return ExitCode.FINDINGS if self.gaps else ExitCode.FINE


@click.command(help=_("Write notices as PDF or text. FILE ends in .notice.json."))
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--case", "case", type=CASE, help=_("A case of the store instead; signed words stay as signed.")
)
@click.option("--store", type=click.Path(path_type=Path, dir_okay=False), help=_("The store of --case."))
@click.option(
    "--to", "form", type=click.Choice(list(EXPORTERS)), default="pdf", show_default=True, help=_("The form.")
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help=_("A file, or a folder for several."))
@click.option("--column", is_flag=True, help=_("A gazette column instead of A4."))
@click.option("--bleed", type=click.Choice(["0", "3"]), default="0", help=_("Bleed in mm: 0 or 3."))
@click.option("--uncoated", is_flag=True, help=_("For uncoated paper."))
@click.option(
    "--profile", default="", help=_("Another profile than the notice names: a key or a .toml file.")
)
@click.option("--force", is_flag=True, help=_("Replace files that exist."))
@click.option("--json", "as_json", is_flag=True, help=_("Answer for machines, one line a file."))
def export(
    files: tuple[Path, ...],
    case: int | None,
    store: Path | None,
    form: str,
    output: Path | None,
    column: bool,
    bleed: str,
    uncoated: bool,
    profile: str,
    force: bool,
    as_json: bool,
) -> int:
    """Write every notice and end with the worst exit code."""
    if (case is None) == (not files):
        raise click.UsageError(_("Name files, or one case with --case."))
    options = Options(column=column, bleed=int(bleed), coated=not uncoated)
    wish = Wish(form, options, output, profile, len(files) > 1)
    with ExitStack() as stack:
        waiting = stack.enter_context(_progress(files, shown=not as_json))
        composed = (
            (_from_file(path, wish) for path in waiting) if case is None else _from_case(case, store, wish)
        )
        outcomes = _written(composed, force=force)
        return max((_told(outcome, as_json=as_json).code for outcome in outcomes), default=ExitCode.FINE)


def _from_file(source: Path, wish: Wish) -> Outcome:
    try:
        notice = read_notice(source)
        style = wiring.house_style(wish.profile or wiring.profile_named_by(notice))
        return _rendered(str(source), _target(source, wish), exporting.composed(notice, style), wish)
    except NoticeEditorError as error:
        return Outcome(str(source), error=about(str(source), error))


def _from_case(case: int, store: Path | None, wish: Wish) -> Iterator[Outcome]:
    from noticeeditor.cli.desks import desk_at

    with desk_at(store) as desk:
        style = wiring.house_style(wish.profile) if wish.profile else desk.profile.style
        composed = exporting.composed_case(desk.case(case), style)
    name = exporting.target_in(Path(), composed.notice, wish.form, column=wish.options.column)
    target = wish.output or name
    yield _rendered(str(case), target / name if exporting.is_folder(target) else target, composed, wish)


def _rendered(source: str, target: Path, composed: Composed, wish: Wish) -> Outcome:
    rendering = exporting.render(composed, wish.form, wish.options)
    exporting.make_folder(target.parent)
    return Outcome(source, target, rendering, exporting.gaps(composed.document))


def _written(outcomes: Iterable[Outcome], *, force: bool) -> Iterator[Outcome]:
    """Yield what became of each notice, in order; several wait for the disk at once."""
    waiting: list[Outcome] = []

    def contents() -> Iterator[tuple[Path, bytes]]:
        for outcome in outcomes:
            waiting.append(outcome)
            if outcome.rendering is not None:
                yield outcome.target, outcome.rendering.content

    for _path, error in exporting.write_all(contents(), replace=force):
        yield from _failed_before(waiting)
        outcome = waiting.pop(0)
        yield replace(outcome, error=error) if error else outcome
    yield from waiting


def _failed_before(waiting: list[Outcome]) -> Iterator[Outcome]:
    while waiting and waiting[0].error:
        yield waiting.pop(0)


def _target(source: Path, wish: Wish) -> Path:
    suffix = EXPORTERS[wish.form].suffix
    stem = source.name.removesuffix(".json").removesuffix(".notice")
    name = f"{stem}{'-spalte' if wish.options.column else ''}{suffix}"
    if wish.output is None:
        return source.parent / name
    is_folder = wish.several or wish.output.suffix == "" or exporting.is_folder(wish.output)
    return wish.output / name if is_folder else wish.output


def _progress(files: tuple[Path, ...], *, shown: bool) -> Any:  # noqa: ANN401 - click's bar has no public type
    if shown and len(files) > 1 and sys.stderr.isatty():
        return click.progressbar(files, label=_("Writing"), file=sys.stderr)
    return nullcontext(files)


def _told(outcome: Outcome, *, as_json: bool) -> Outcome:
    if as_json:
        click.echo(json.dumps(_plain(outcome), ensure_ascii=False))
    elif outcome.error:
        show(outcome.error)
    else:
        click.echo("\n".join(_lines(outcome)))
        for gap in outcome.gaps:
            click.echo(f"{outcome.source}: {gap.place}: {problem_sentence(gap)}", err=True)
    return outcome


def _lines(outcome: Outcome) -> Iterator[str]:
    yield str(outcome.target)
    if outcome.rendering and outcome.rendering.height is not None:
        yield _("  column: {height:.2f} mm high, {lines} lines").format(
            height=outcome.rendering.height, lines=outcome.rendering.lines
        )


def _plain(outcome: Outcome) -> dict[str, object]:
    if outcome.error or outcome.rendering is None:
        return {"file": outcome.source} | (as_plain(outcome.error) if outcome.error else {})
    rendering = outcome.rendering
    return {
        "file": outcome.source,
        "target": str(outcome.target),
        "bytes": len(rendering.content),
        "pages": rendering.pages,
        "height_mm": rendering.height,
        "lines": rendering.lines,
        "gaps": [gap.place for gap in outcome.gaps],
    }
