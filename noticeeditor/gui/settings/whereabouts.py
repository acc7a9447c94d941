"""Where in the settings a problem is: page, entry and field as they are called there; no Qt."""

from __future__ import annotations

from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.errors import Problem
from noticeeditor.gui.settings.pages import PAGES, Field, Page
from noticeeditor.gui.settings.places import Path, at, read
from noticeeditor.i18n.sentences import problem_sentence
from noticeeditor.i18n.texts import _


def page_of(problem: Problem) -> Page | None:
    """Return the page on which a problem can be put right."""
    path = read(problem.place)
    fitting = [page for page in PAGES if _holds(page, path)]
    return max(fitting, key=lambda page: len(page.path), default=None)


def told(problem: Problem, profile: AuthorityProfile) -> str:
    """Return a problem with the names of its page, entry and field."""
    page, path = page_of(problem), read(problem.place)
    if page is None:
        return f"{problem.place}: {problem_sentence(problem)}" if problem.place else problem_sentence(problem)
    names = [_(page.title)]
    rest = path[len(page.path) :]
    fields = page.fields
    if page.entries and rest and isinstance(rest[0], int):
        names.append(page.entries.title(at(profile, (*page.path, rest[0]))))
        rest, fields = rest[1:], page.entries.fields
    names += [_(field.label) for field in fields if _names(field, rest)]
    return f"{' › '.join(names)}: {problem_sentence(problem)}"


def _holds(page: Page, path: Path) -> bool:
    if page.path:
        return path[: len(page.path)] == page.path
    return any(_names(field, path) for field in page.fields)


def _names(field: Field, rest: Path) -> bool:
    steps = tuple(field.name.split("."))
    return rest[: len(steps)] == steps
