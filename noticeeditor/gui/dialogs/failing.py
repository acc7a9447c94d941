"""A failure with all that is wrong, in sentences of the reader's language; no Qt."""

from __future__ import annotations

from noticeeditor.errors import BadInput, NoticeEditorError, Problem
from noticeeditor.i18n.sentences import error_sentence, problem_sentence
from noticeeditor.i18n.texts import _

MOST = 4


def failure(error: NoticeEditorError) -> str:
    """Return what failed and the first things that are wrong with what was given, one a line."""
    problems = error.problems if isinstance(error, BadInput) else ()
    lines = [error_sentence(error), *map(placed_sentence, problems[:MOST])]
    if len(problems) > MOST:
        lines.append(_("… and {count} more.").format(count=len(problems) - MOST))
    return "\n".join(lines)


def placed_sentence(problem: Problem) -> str:
    """Return what is wrong, after the place where it is."""
    sentence = problem_sentence(problem)
    return f"{problem.place}: {sentence}" if problem.place else sentence
