"""How parts and items are numbered: patterns, and a pure function of the tree.

A pattern is text with one of these fields:

======================  ==========================================  =========
``{n}`` ``{nn}``        the number, with two digits                 ``1 01``
``{a}`` ``{A}``         the number as a letter                      ``a A``
``{i}`` ``{I}``         the number as a Roman numeral               ``i I``
``{path}``              the numbers from the top, joined by a dot   ``7.1``
``{parent}``            the bare number of the item above           ``7``
``{publicity}``         ``Ö`` in a public part, ``N`` in a closed   ``Ö``
======================  ==========================================  =========
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity

FIELDS = ("n", "nn", "a", "A", "i", "I", "path", "parent", "publicity")
PUBLICITY_LETTERS = {"public": "Ö", "closed": "N"}
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


class Numbering(Struct, frozen=True):
    """Patterns by level, the last one serving all deeper levels.

    ``part`` numbers the parts; an empty pattern leaves their headings bare.
    ``restart`` begins each part anew with ``first``; otherwise numbers go on.
    """

    part: str = "{I}."
    levels: tuple[str, ...] = ("{n}.", "{path}", "{a})")
    restart: bool = True
    first: int = 1

    def pattern(self, depth: int) -> str:
        """Return the pattern of a level, counted from 0."""
        return self.levels[min(depth, len(self.levels) - 1)]


class NumberedItem(Struct, frozen=True):
    """An item with the label that is printed before it."""

    label: str
    item: AgendaItem
    children: tuple[NumberedItem, ...] = ()


class NumberedPart(Struct, frozen=True):
    """A part with the label of its heading and its numbered items."""

    label: str
    part: AgendaPart
    items: tuple[NumberedItem, ...]


def number(agenda: Agenda) -> tuple[NumberedPart, ...]:
    """Return the agenda with its computed labels; labels set by hand do not count on."""
    numbering, following = agenda.numbering, agenda.numbering.first
    parts = []
    for position, part in enumerate(agenda.parts, 1):
        start = numbering.first if numbering.restart else following
        items, following = _number_items(part.items, part.publicity, numbering, start)
        parts.append(NumberedPart(_part_label(part, numbering.part, position), part, items))
    return tuple(parts)


def _part_label(part: AgendaPart, pattern: str, position: int) -> str:
    if part.label is not None:
        return part.label
    return fill(pattern, position, "", PUBLICITY_LETTERS[part.publicity]) if pattern else ""


def _number_items(
    items: tuple[AgendaItem, ...],
    publicity: Publicity,
    numbering: Numbering,
    start: int,
    depth: int = 0,
    parent: str = "",
) -> tuple[tuple[NumberedItem, ...], int]:
    pattern, letter = numbering.pattern(depth), PUBLICITY_LETTERS[publicity]
    numbered, following = [], start
    for item in items:
        if item.label is None:
            label, value = fill(pattern, following, parent, letter), following
            following += 1
        else:
            label, value = item.label, None
        children: tuple[NumberedItem, ...] = ()
        if item.children:
            bare = bare_label(label) if value is None else _bare(pattern, value, parent)
            children, _ = _number_items(item.children, publicity, numbering, 1, depth + 1, bare)
        numbered.append(NumberedItem(label, item, children))
    return tuple(numbered), following


def fill(pattern: str, value: int, parent: str, publicity: str) -> str:
    """Return the pattern with the number put in."""
    written = pattern
    for name in _fields_of(pattern):
        written = written.replace("{" + name + "}", _write(name, value, parent, publicity))
    return written


def bare_label(label: str) -> str:
    """Return a label without its trimmings: ``TOP 9a.`` is ``9a``."""
    words = label.split()
    return words[-1].strip(".)(") if words else ""


def roman(value: int) -> str:
    """Return the Roman numeral of a positive number; other numbers stay Arabic."""
    if value < 1:
        return str(value)
    written = ""
    for amount, numeral in _ROMAN:
        count, value = divmod(value, amount)
        written += numeral * count
    return written


def letters(value: int) -> str:
    """Return ``a`` to ``z``, then ``aa``, ``ab``; numbers below 1 stay Arabic."""
    if value < 1:
        return str(value)
    written = ""
    while value:
        value, position = divmod(value - 1, 26)
        written = chr(ord("a") + position) + written
    return written


@lru_cache(maxsize=64)
def _fields_of(pattern: str) -> tuple[str, ...]:
    return tuple(name for name in FIELDS if "{" + name + "}" in pattern)


def _write(name: str, value: int, parent: str, publicity: str) -> str:
    match name:
        case "n":
            return str(value)
        case "nn":
            return f"{value:02d}"
        case "a":
            return letters(value)
        case "A":
            return letters(value).upper()
        case "i":
            return roman(value).lower()
        case "I":
            return roman(value)
        case "path":
            return f"{parent}.{value}" if parent else str(value)
        case "parent":
            return parent
        case _:
            return publicity


def _bare(pattern: str, value: int, parent: str) -> str:
    """Return what the levels below call this item."""
    own = next((name for name in _fields_of(pattern) if name not in {"parent", "publicity"}), "n")
    written = _write(own, value, parent, "")
    return f"{parent}.{written}" if "{parent}" in pattern and parent else written
