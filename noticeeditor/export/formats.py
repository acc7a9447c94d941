"""The formats that a composed notice can be exported to, as a table.

Importing this module loads no PDF library: each exporter loads what it needs when
it is first used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from noticeeditor.layout.blocks import Document
from noticeeditor.layout.style import HouseStyle


class Options(Struct, frozen=True):
    """What the clerk chooses beside the format.

    ``column`` sets the gazette column instead of A4; ``bleed`` (0 or 3 mm) and
    ``coated`` paper matter to the press alone.
    """

    column: bool = False
    bleed: int = 0
    coated: bool = True


class Place(NamedTuple):
    """Where the words of a source stand: page from 0, edges in pt from its top left corner."""

    source: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


class Rendering(Struct, frozen=True):
    """An exported notice: its bytes, how many pages and lines it has, where its words stand.

    ``height`` is the exact height of a gazette column in mm, to be left free by the
    print shop; other forms have none.
    """

    content: bytes
    pages: int = 1
    height: float | None = None
    lines: int = 0
    places: tuple[Place, ...] = ()


Render: TypeAlias = Callable[[Sequence[Document], HouseStyle, Options], Rendering]


class Exporter(Struct, frozen=True):
    """A format: its key and name, how its files are named, and what makes them."""

    key: str
    name: str
    suffix: str
    media_type: str
    render_all: Render

    def render(self, document: Document, style: HouseStyle, options: Options = Options()) -> Rendering:
        """Return one notice in this format; raise ``BadInput`` for a character without a glyph."""
        return self.render_all((document,), style, options)


def _pdf(profile: str, documents: Sequence[Document], style: HouseStyle, options: Options) -> Rendering:
    from noticeeditor.export.pdf.writer import render

    return render(profile, documents, style, options)


def _text(documents: Sequence[Document], _style: HouseStyle, _options: Options) -> Rendering:
    from noticeeditor.export.text import render

    return render(documents)


EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        exporter.key: exporter
        for exporter in (
            Exporter("pdf", "PDF/X-4, PDF/A-2a, PDF/UA-1", ".pdf", "application/pdf", partial(_pdf, "pdf")),
            Exporter("archive", "PDF/A-2a, PDF/UA-1", ".pdf", "application/pdf", partial(_pdf, "archive")),
            Exporter("pdf20", "PDF/A-4, PDF/UA-2", ".pdf", "application/pdf", partial(_pdf, "pdf20")),
            Exporter("txt", "Text", ".txt", "text/plain; charset=utf-8", _text),
        )
    }
)
