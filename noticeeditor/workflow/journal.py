"""The journal of edit steps, from which undo reaches back over a restart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from noticeeditor.notice.notice import Notice


class StepKind(StrEnum):
    """Whether a step is new, takes one back, or does it again."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class Step(Struct, frozen=True):
    """A named edit step, such as "move item", that a save settles; ``person`` is an opaque name."""

    name: str = ""
    kind: StepKind = StepKind.DO
    person: str = ""


class JournalEntry(Struct, frozen=True):
    """A step as it was kept: what the notice said after it."""

    revision: int
    at: dt.datetime
    step: Step
    notice: Notice


class Edit(Struct, frozen=True):
    """A step that can be taken back or done again."""

    name: str
    before: Notice
    after: Notice


class Stacks(Struct, frozen=True):
    """What can be undone and done again; the last one is next."""

    undo: tuple[Edit, ...] = ()
    redo: tuple[Edit, ...] = ()


def stacks(journal: Iterable[JournalEntry]) -> Stacks:
    """Return the stacks that a journal, oldest step first, leaves behind.

    Those of a journal that was cut off at its beginning are the last of the whole: what a step
    did that is taken back or done again is known from the wordings around it.
    """
    undo: list[Edit] = []
    redo: list[Edit] = []
    before: Notice | None = None
    for entry in journal:
        if before is not None:
            _apply(entry, before, undo, redo)
        before = entry.notice
    return Stacks(tuple(undo), tuple(redo))


def _apply(entry: JournalEntry, before: Notice, undo: list[Edit], redo: list[Edit]) -> None:
    match entry.step.kind:
        case StepKind.DO if entry.notice != before:
            undo.append(Edit(entry.step.name, before, entry.notice))
            redo.clear()
        case StepKind.UNDO:
            redo.append(undo.pop() if undo else Edit(entry.step.name, entry.notice, before))
        case StepKind.REDO:
            undo.append(redo.pop() if redo else Edit(entry.step.name, before, entry.notice))
        case _:
            pass
