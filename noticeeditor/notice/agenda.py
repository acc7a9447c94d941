"""The agenda of a sitting: parts with their publicity, and items in a tree."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct, field

from noticeeditor.notice.numbering import Numbering


class Publicity(StrEnum):
    """Whether the public may attend a part of the sitting (§ 35 GemO, § 28 LKO)."""

    PUBLIC = "public"
    CLOSED = "closed"


class AgendaItem(Struct, frozen=True):
    """One item; its words may have several lines, its number is computed.

    ``label`` is ``None`` for a computed number, a text such as ``"9a."`` for one
    set by hand and ``""`` for an item that carries no number.
    ``published`` is the title that may leave the house when the item is closed.
    """

    id: str
    text: str = ""
    published: str | None = None
    label: str | None = None
    children: tuple[AgendaItem, ...] = ()

    def wording(self, publicity: Publicity) -> str:
        """Return the words that may leave the house; empty while they are missing.

        Of a closed item only the published title ever leaves it
        (§ 34 (6) GemO, VV zu § 34 GemO Nr. 4).
        """
        return self.text if publicity is Publicity.PUBLIC else self.published or ""


class AgendaPart(Struct, frozen=True):
    """A run of items under one heading and one publicity.

    ``label`` works as it does for an item: ``None`` is computed, ``""`` is none.
    """

    id: str
    heading: str = ""
    publicity: Publicity = Publicity.PUBLIC
    items: tuple[AgendaItem, ...] = ()
    label: str | None = None


class Agenda(Struct, frozen=True):
    """The parts in the order in which they are printed, and how they are numbered."""

    parts: tuple[AgendaPart, ...] = ()
    numbering: Numbering = field(default_factory=Numbering)


def walk(items: tuple[AgendaItem, ...]) -> Iterator[AgendaItem]:
    """Yield every item of a tree in the order of the page, parents first."""
    for item in items:
        yield item
        yield from walk(item.children)


def item_count(agenda: Agenda) -> int:
    """Return how many items the agenda has, on all levels."""
    return sum(1 for part in agenda.parts for _ in walk(part.items))
