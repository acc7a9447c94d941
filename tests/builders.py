"""Good notices to start from; a test names only what matters to it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from msgspec.structs import replace

from noticeeditor.desk.exporting import Composed, composed
from noticeeditor.layout.style import HouseStyle
from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity
from noticeeditor.notice.body import PublicBody, Signatory, SignatureBlock
from noticeeditor.notice.notice import Notice, OpeningSentence, Sitting, Venue
from noticeeditor.notice.numbering import Numbering

OPENING = (
    "Am {date:EEEE, 'den' dd. MMMM y}, findet um {time:HH:mm} Uhr, {venue}, eine {designation} {body} {owner} "
    "mit folgender Tagesordnung statt:"
)
ITEMS = (
    "Einwohnerfragestunde",
    "Genehmigung der Niederschrift der letzten öffentlichen Sitzung vom 15.05.2023",
    "Start des Linienbündels Kylltal",
    "Sachstand Deutschland Ticket",
    "Bau von Radabstellanlagen an kreiseigenen Schulen - Umsetzung des Mobilitätskonzeptes für den Landkreis Vulkaneifel",
    "Das Klimaschutzmanagement berichtet über Neuigkeiten im Bereich des Klimaschutzes",
    "Verschiedenes",
)


def an_agenda(
    *texts: str, publicity: Publicity = Publicity.PUBLIC, numbering: Numbering | None = None
) -> Agenda:
    """An agenda of one part with these items."""
    items = tuple(AgendaItem(f"item-{n}", text) for n, text in enumerate(texts, 1))
    return Agenda((AgendaPart("part-1", "Öffentliche Sitzung", publicity, items),), numbering or Numbering())


def a_notice(**changes: Any) -> Notice:
    """The first seed notice (Kreisnachrichten KW 40/2023) with these fields changed."""
    notice = Notice(
        authority="vulkaneifel",
        sitting=Sitting(
            body=PublicBody(
                "Ausschuss Klimaschutz, Mobilität und Infrastruktur",
                "des Ausschuss Klimaschutz, Mobilität und Infrastruktur",
                "des Landkreises Vulkaneifel",
                "klimaschutz",
            ),
            date=dt.date(2023, 10, 9),
            time=dt.time(18),
            venue=Venue(
                "Sitzungssaal 15, der Kreisverwaltung Vulkaneifel, Mainzer Straße 25, 54550 Daun", "saal-15"
            ),
        ),
        opening=OpeningSentence(OPENING, "sitting@2023"),
        agenda=an_agenda(*ITEMS),
        signature=SignatureBlock(
            "Kreisverwaltung Vulkaneifel",
            "54550 Daun",
            dt.date(2023, 9, 29),
            Signatory("Julia Gieseking", "Landrätin", "gieseking"),
        ),
    )
    return replace(notice, **changes)


def a_composed_notice(**changes: Any) -> Composed:
    """The first seed notice, composed in the style of its house."""
    return composed(a_notice(**changes), HouseStyle())
