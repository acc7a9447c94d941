"""A problem or an error as a sentence with a cure, in the language in use."""

from __future__ import annotations

from collections.abc import Mapping

from noticeeditor.errors import NoticeEditorError, Problem
from noticeeditor.i18n.problems import ERRORS, PROBLEMS, WORDS
from noticeeditor.i18n.storing import BACKUP, NO_BACKUP, STORING
from noticeeditor.i18n.texts import _


def problem_sentence(problem: Problem) -> str:
    """Return what is wrong and what to do, without the place."""
    return written(PROBLEMS, problem.code, problem.facts)


def error_sentence(error: NoticeEditorError) -> str:
    """Return what failed and what to do, with the backup that cures it."""
    said = written(ERRORS | STORING, error.code, error.facts)
    return f"{said} {_offer(error.facts['backup'])}" if "backup" in error.facts else said


def _offer(backup: object) -> str:
    return _(BACKUP).format(backup=backup) if backup else _(NO_BACKUP)


def written(table: Mapping[str, str], code: str, facts: Mapping[str, object]) -> str:
    """Return the sentence of a code with its facts, or the bare code where none is known."""
    if code not in table:
        return f"{code} {dict(facts)}" if facts else code
    return _(table[code]).format_map({name: _shown(name, fact) for name, fact in facts.items()})


def _shown(name: str, fact: object) -> object:
    words = WORDS.get(name, {})
    return _(words[fact]) if isinstance(fact, str) and fact in words else fact
