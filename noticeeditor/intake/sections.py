"""Pasted text that holds a whole agenda: its parts, so that closed items never slip into a public one."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from noticeeditor.intake.lines import items_of
from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity
from noticeeditor.notice.outline import Spot, delete, find, find_part, insert, insert_after
from noticeeditor.notice.parts import add_part

_HEADING = re.compile(
    r"[\s–—•-]*(?:(?:[IVX]{1,4}|[A-C]|\d)[.)]\s*)?"
    r"(?P<heading>(?P<closed>nicht[\s-]*)?öffentliche[rns]?\s+(?:sitzung|teil|tagesordnung|beratung|punkte))"
    r"[\s:–—-]*",
    re.IGNORECASE,
)


class Section(Struct, frozen=True):
    """Items under a heading; without one they have no publicity of their own."""

    items: tuple[AgendaItem, ...]
    heading: str = ""
    publicity: Publicity | None = None


def sections_of(text: str, new_id: Callable[[], str]) -> tuple[Section, ...]:
    """Return the items of a pasted text under the headings of parts that stand in it."""
    sections: list[Section] = []
    heading, publicity, lines = "", None, list[str]()
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        match = _HEADING.fullmatch(line)
        if match is None:
            lines.append(line)
            continue
        sections.append(Section(items_of("\n".join(lines), new_id), heading, publicity))
        heading, lines = " ".join(match["heading"].split()), []
        publicity = Publicity.CLOSED if match["closed"] else Publicity.PUBLIC
    sections.append(Section(items_of("\n".join(lines), new_id), heading, publicity))
    return tuple(section for section in sections if section.items or section.heading)


def insert_sections(
    agenda: Agenda, anchor: str, sections: tuple[Section, ...], new_id: Callable[[], str]
) -> Agenda:
    """Return the agenda with items after an item or at the head of a part, in the place of an empty item.

    Items under a heading go to the end of a part of the same publicity, or into a new one.
    """
    used: set[str] = set()
    for section in sections:
        if section.publicity is None and find_part(agenda, anchor):
            agenda = _insert_at(agenda, anchor, section.items)
        else:
            agenda, part = _part_for(agenda, section, used, new_id)
            used.add(part.id)
            agenda = insert(agenda, Spot(part.id, len(part.items)), section.items)
    return agenda


def _insert_at(agenda: Agenda, anchor: str, items: tuple[AgendaItem, ...]) -> Agenda:
    after, item = insert_after(agenda, anchor, items), find(agenda, anchor)
    is_empty = item is not None and not item.text.strip() and not item.children
    return delete(after, (anchor,)) if is_empty and after is not agenda else after


def _part_for(
    agenda: Agenda, section: Section, used: set[str], new_id: Callable[[], str]
) -> tuple[Agenda, AgendaPart]:
    """Return the first part of that publicity that took no section yet, or a new one."""
    publicity = section.publicity or Publicity.PUBLIC
    for part in agenda.parts:
        if part.publicity is publicity and part.id not in used:
            return agenda, part
    made = AgendaPart(new_id(), section.heading, publicity)
    return add_part(agenda, made), made
