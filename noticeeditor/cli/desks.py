"""What the commands at a store share: their options, the desk, and how cases are told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from noticeeditor import wiring
from noticeeditor.desk.values import Conflict, Desk, Piece, StoreError, Summary
from noticeeditor.errors import BadInput, ExitCode, Problem
from noticeeditor.i18n.refusals import act_word, refusal_sentence, state_word
from noticeeditor.i18n.sentences import error_sentence
from noticeeditor.i18n.texts import _
from noticeeditor.workflow.audit import AuditEntry
from noticeeditor.workflow.case import CaseFile
from noticeeditor.workflow.transitions import Refusal

BACKED_UP_BY_A_COMMAND = 64 * 2**20

F = TypeVar("F", bound=Callable[..., Any])


def at_store(command: F) -> F:
    """Give a command the options ``--store`` and ``--json``."""
    place = click.option(
        "--store",
        type=click.Path(path_type=Path, dir_okay=False),
        help=_("The store; else the one of this account."),
    )
    form = click.option("--json", "as_json", is_flag=True, help=_("Answer for machines."))
    return place(form(command))


@contextmanager
def desk_at(store: Path | None, *, create: bool = False) -> Iterator[Desk]:
    """Open a desk for one command, say when another desk keeps it waiting, and back up what it changed once a day.

    A store that was named and is not there is a slip of the pen, unless the command may ``create`` it.
    """
    if store is not None and not create and not wiring.was_store(store):
        raise BadInput(str(store), (Problem("file.not-found"),))
    desk = wiring.open_desk(store, waiting=_say_waiting)
    changed: list[int] = []
    desk.changed = changed.append
    try:
        with wiring.offering_backup(store):
            yield desk
        if changed:
            _back_up(desk)
    finally:
        desk.close()


def _back_up(desk: Desk) -> None:
    """Write today's backup of a store that is copied in a second or so; that it fails is told and fails nothing else."""
    if desk.upkeep is None or desk.upkeep.path.stat().st_size > BACKED_UP_BY_A_COMMAND:
        return
    try:
        wiring.back_up_if_due(desk)
    except StoreError as error:
        click.echo(error_sentence(error), err=True)


def _say_waiting(seconds: int) -> None:
    if seconds in {1, 5, 15}:
        click.echo(_("Another desk is writing; waiting …"), err=True)


def tell(plain: object, lines: Iterable[str], *, as_json: bool) -> None:
    """Print an answer, as JSON or as lines."""
    if as_json:
        click.echo(json.dumps(plain, ensure_ascii=False, default=str))
    else:
        for line in lines:
            click.echo(line)


def tell_outcome(answer: CaseFile | Refusal | Conflict, *, as_json: bool) -> int:
    """Print what became of an act; a refusal or conflict ends with findings."""
    if isinstance(answer, CaseFile):
        said = _("Case {case}: {state}, revision {revision}.").format(
            case=answer.id, state=state_word(answer.state), revision=answer.revision
        )
        tell(case_plain(answer), [said], as_json=as_json)
        return ExitCode.FINE
    code, sentence = _why_not(answer)
    if as_json:
        click.echo(json.dumps({"refused": code, "sentence": sentence}, ensure_ascii=False))
    else:
        click.echo(sentence, err=True)
    return ExitCode.FINDINGS


def _why_not(answer: Refusal | Conflict) -> tuple[str, str]:
    if isinstance(answer, Refusal):
        return answer.code, refusal_sentence(answer)
    return "case.stale", _("Somebody else changed the case meanwhile. Look at it again.")


def case_plain(case: CaseFile) -> dict[str, object]:
    """Return what machines are told of a case."""
    return {
        "case": case.id,
        "revision": case.revision,
        "state": case.state.value,
        "versions": [
            {"number": version.number, "at": version.at.isoformat(), "sha256": version.sha256}
            for version in case.versions
        ],
    }


def summary_plain(summary: Summary) -> dict[str, object]:
    """Return what machines are told of a line of a list."""
    return {
        "case": summary.id,
        "revision": summary.revision,
        "state": summary.state.value,
        "kind": summary.kind.value,
        "heading": summary.heading,
        "body": summary.body,
        "date": summary.date.isoformat() if summary.date else None,
        "begins": summary.begins.isoformat() if summary.begins else None,
        "issue": f"{summary.issue.number}/{summary.issue.year}" if summary.issue else None,
        "deadline": summary.issue.copy_deadline.isoformat() if summary.issue else None,
        "earlier": summary.earlier or None,
        "changed_at": summary.changed_at.isoformat(),
    }


def summary_line(summary: Summary) -> str:
    """Return a line of a list: number, state, day, body."""
    day = f"{summary.date:%d.%m.%Y}" if summary.date else "–"
    return f"{summary.id:>6}  {state_word(summary.state):<14}  {day:<10}  {summary.body or summary.heading}"


def snippet_line(pieces: Iterable[Piece]) -> str:
    """Return a snippet with its hits in bold; where bold is impossible click leaves it out."""
    return "        " + "".join(
        click.style(piece.text, bold=True) if piece.is_hit else piece.text for piece in pieces
    )


def entry_plain(entry: AuditEntry) -> dict[str, object]:
    """Return what machines are told of an entry of the audit trail."""
    return {
        "sequence": entry.sequence,
        "at": entry.at.isoformat(),
        "person": entry.person,
        "act": entry.act.value,
        "case": entry.case,
        "revision": entry.revision,
        "reason": entry.reason,
        "sha256": entry.sha256,
        "hash": entry.hash,
    }


def entry_line(entry: AuditEntry, desk: Desk) -> str:
    """Return a line of the audit trail."""
    known = desk.staff.known(entry.person)
    who = known.name or entry.person
    case = f"#{entry.case}/{entry.revision}" if entry.case else ""
    at = f"{entry.at:%Y-%m-%d %H:%M:%S}Z"
    return f"{entry.sequence:>6}  {at}  {case:<9}  {act_word(entry.act):<16}  {who}  {entry.reason}".rstrip()
