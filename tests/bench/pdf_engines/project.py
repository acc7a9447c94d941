"""This project: tagged, conformant to PDF/A-2a, PDF/UA-1 and PDF/X-4."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from work import Notice, run

from noticeeditor.__main__ import collect_rarely
from noticeeditor.export.files import write_file, write_files
from noticeeditor.export.formats import EXPORTERS, Options
from noticeeditor.layout.blocks import AgendaList, Document, Heading, ListItem, Paragraph, Role, Signature
from noticeeditor.layout.style import HouseStyle

CREATED = dt.datetime(2023, 9, 29, 12, tzinfo=dt.UTC)


def document(notice: Notice) -> Document:
    """Return the notice composed."""
    items = tuple(ListItem(f"{n}.", text, f"item:{n}") for n, text in enumerate(notice["items"], 1))
    return Document(
        notice["title"],
        notice["opening"],
        notice["signature"][0],
        "Bekanntmachung",
        CREATED,
        (
            Heading(notice["title"], 1, "heading"),
            Paragraph(notice["opening"], Role.OPENING, "opening"),
            Heading(notice["part"], 2, "part:1"),
            AgendaList(items),
            Signature(tuple(notice["signature"])),
        ),
    )


def setup() -> HouseStyle:
    """Return the house style; garbage is looked for as rarely as in the program."""
    collect_rarely()
    return HouseStyle()


def render(style: HouseStyle, notices: Sequence[Notice]) -> bytes:
    """Return the notices as one file."""
    documents = tuple(document(notice) for notice in notices)
    return EXPORTERS["pdf"].render_all(documents, style, Options()).content


if __name__ == "__main__":
    run(setup, render, write_file, write_files)
