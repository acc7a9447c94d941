"""Edits of the parts of an agenda; every one takes an agenda and returns another."""

from __future__ import annotations

from msgspec.structs import replace

from noticeeditor.notice.agenda import Agenda, AgendaPart, Publicity
from noticeeditor.notice.outline import change_parts


def add_part(agenda: Agenda, part: AgendaPart, after: str = "") -> Agenda:
    """Return the agenda with a part after another one, or at the end."""
    position = next((n for n, other in enumerate(agenda.parts, 1) if other.id == after), len(agenda.parts))
    return replace(agenda, parts=(*agenda.parts[:position], part, *agenda.parts[position:]))


def rename_part(agenda: Agenda, name: str, heading: str) -> Agenda:
    """Return the agenda with another heading of a part."""
    return change_parts(agenda, {name}, lambda part: replace(part, heading=heading))


def set_publicity(agenda: Agenda, name: str, publicity: Publicity) -> Agenda:
    """Return the agenda with a part made closed or public."""
    return change_parts(agenda, {name}, lambda part: replace(part, publicity=publicity))


def move_part(agenda: Agenda, name: str, places: int) -> Agenda:
    """Return the agenda with a part some places lower, or higher for a negative number."""
    part = next((part for part in agenda.parts if part.id == name), None)
    if part is None:
        return agenda
    position = max(0, agenda.parts.index(part) + places)
    rest = tuple(other for other in agenda.parts if other is not part)
    return replace(agenda, parts=(*rest[:position], part, *rest[position:]))


def remove_part(agenda: Agenda, name: str) -> Agenda:
    """Return the agenda without a part and its items; they never slip into a part of other publicity."""
    return replace(agenda, parts=tuple(part for part in agenda.parts if part.id != name))
