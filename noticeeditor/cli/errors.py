"""The edge of the command line: every error becomes a sentence and an exit code, once."""

from __future__ import annotations

from collections.abc import Callable

import click
from msgspec.structs import replace

from noticeeditor.errors import BadInput, ExitCode, NoticeEditorError, WorldFailed
from noticeeditor.i18n.sentences import error_sentence, problem_sentence
from noticeeditor.i18n.texts import _

MAX_SHOWN = 20


def guarded(work: Callable[[], object]) -> int:
    """Do the work; return its exit code, or that of the error that was shown."""
    try:
        return _code(work())
    except NoticeEditorError as error:
        show(error)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return ExitCode.BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Stopped."), err=True)
        return ExitCode.WORLD_FAILED
    except SystemExit:  # click's way to end when the reader of our output has gone: nobody is left to tell
        return ExitCode.WORLD_FAILED
    except OSError as error:  # what we read and write has errors of its own: this is our output
        show(WorldFailed("output.unwritable", reason=error.strerror or str(error)))
        return ExitCode.WORLD_FAILED


def show(error: NoticeEditorError) -> None:
    """Print an error with all its problems to standard error."""
    for line in lines(error):
        click.echo(line, err=True)


def about(source: str, error: NoticeEditorError) -> NoticeEditorError:
    """Return the error with the file that it is about: an exporter or a profile does not know it."""
    if isinstance(error, BadInput) and not error.source.startswith(source):
        problems = tuple(replace(problem, place=problem.place or error.source) for problem in error.problems)
        return BadInput(source, problems)
    return error


def lines(error: NoticeEditorError) -> list[str]:
    """Return an error as sentences: file, place and cure, one line a problem."""
    if not isinstance(error, BadInput):
        return [error_sentence(error)]
    shown = error.problems[:MAX_SHOWN]
    found = [
        f"{error.source}: {problem.place}: {problem_sentence(problem)}"
        if problem.place
        else f"{error.source}: {problem_sentence(problem)}"
        for problem in shown
    ]
    rest = len(error.problems) - len(shown)
    return found + ([_("… and {count} more.").format(count=rest)] if rest else [])


def as_plain(error: NoticeEditorError) -> dict[str, object]:
    """Return an error for machines."""
    problems = error.problems if isinstance(error, BadInput) else ()
    return {
        "error": error.code,
        "sentence": error_sentence(error),
        "problems": [
            {
                "code": entry.code,
                "place": entry.place,
                "facts": entry.facts,
                "sentence": problem_sentence(entry),
            }
            for entry in problems
        ],
    }


def _code(answer: object) -> int:
    return answer if isinstance(answer, int) else ExitCode.FINE
