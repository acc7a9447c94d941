"""Documents to set: of the good notice, of given items, and any that the blocks admit."""

from __future__ import annotations

import datetime as dt
import zlib

from hypothesis import strategies as st

from noticeeditor.layout.blocks import (
    AgendaList,
    Block,
    Document,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Role,
    Signature,
)
from noticeeditor.layout.compose import compose
from noticeeditor.layout.style import HouseStyle
from tests.builders import a_notice
from tests.strategies import lines, texts

STYLE = HouseStyle()
TITLE = Heading("AMTLICHE BEKANNTMACHUNG", 1, "heading")


def the_seed() -> Document:
    """The first seed notice, composed."""
    return compose(a_notice(), STYLE)


def a_document(*blocks: Block, title: str = "Amtliche Bekanntmachung") -> Document:
    return Document(
        title,
        "Sitzung",
        "Kreisverwaltung",
        "Bekanntmachung",
        dt.datetime(2023, 9, 29, 12, tzinfo=dt.UTC),
        blocks,
    )


def with_items(*items: ListItem) -> Document:
    """A whole notice with these items."""
    return a_document(
        Heading("AMTLICHE BEKANNTMACHUNG", 1, "heading"),
        Paragraph("Am Montag findet eine Sitzung mit folgender Tagesordnung statt:", Role.OPENING, "opening"),
        Heading("I. Öffentliche Sitzung", 2, "part:1"),
        AgendaList(items),
        Signature(
            ("Kreisverwaltung Vulkaneifel", "54550 Daun, 29.09.2023", "", "Julia Gieseking, Landrätin")
        ),
    )


def numbered(*texts_: str) -> tuple[ListItem, ...]:
    return tuple(ListItem(f"{n}.", text, f"item:{n}") for n, text in enumerate(texts_, 1))


def a_png(width: int = 4, height: int = 6) -> bytes:
    """A red picture, half transparent."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")
        )

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x06\0\0\0"
    rows = (b"\0" + b"\xff\0\0\x80" * width) * height
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def a_crest() -> Figure:
    return Figure(a_png(), 18.0, "Wappen des Landkreises")


items = st.recursive(
    st.builds(ListItem, lines(12), texts(), st.just("item:a")),
    lambda inner: st.builds(
        ListItem, lines(12), texts(), st.just("item:b"), st.lists(inner, max_size=3).map(tuple)
    ),
    max_leaves=8,
)
blocks = st.one_of(
    st.builds(Heading, texts(), st.sampled_from((1, 2)), st.just("heading")),
    st.builds(Paragraph, texts(600), st.sampled_from(Role), st.just("opening")),
    st.builds(AgendaList, st.lists(items, max_size=6).map(tuple)),
    st.builds(Signature, st.lists(lines(), max_size=5).map(tuple)),
    st.builds(a_crest),
)


def documents() -> st.SearchStrategy[Document]:
    """Any document that begins with its title, however odd the order of its other blocks."""
    return st.builds(
        Document,
        title=lines().map(lambda line: line.strip() or "Bekanntmachung"),
        subject=texts(),
        author=lines(),
        keywords=lines(),
        created=st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)).map(
            lambda day: dt.datetime.combine(day, dt.time(12), dt.UTC)
        ),
        blocks=st.lists(blocks, max_size=8).map(lambda others: (TITLE, *others)),
    )
