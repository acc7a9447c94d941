r"""The blocks of a composed notice, in reading order.

Every text is final: numbers are computed, non-breaking spaces (U+00A0) are in
place, ``"\n"`` parts lines that the author parted. Each exporter sets exactly
these characters. ``source`` names the field that a block was made from, so that
a click on the page finds it: ``heading``, ``opening``, ``agenda``, ``part:ID``,
``item:ID``, ``remark:N``, ``signature``.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct


class Role(StrEnum):
    """What a paragraph is for, which decides how a house sets it."""

    SUBTITLE = "subtitle"
    OPENING = "opening"
    REMARK = "remark"


class Heading(Struct, frozen=True):
    """A heading; level 1 is the title of the notice, level 2 that of a part."""

    text: str
    level: int
    source: str


class Paragraph(Struct, frozen=True):
    """A paragraph of running text."""

    text: str
    role: Role
    source: str


class ListItem(Struct, frozen=True):
    """An agenda item with its printed label; the label may be empty."""

    label: str
    text: str
    source: str
    children: tuple[ListItem, ...] = ()


class AgendaList(Struct, frozen=True):
    """The items of one part."""

    items: tuple[ListItem, ...]


class Signature(Struct, frozen=True):
    """The lines of the signature block, never torn; ``""`` is room to sign."""

    lines: tuple[str, ...]
    source: str = "signature"


class Figure(Struct, frozen=True):
    """A crest or logo: the bytes of a PNG file, its width in mm, its text for those who cannot see it."""

    image: bytes
    width: float
    alternative: str
    source: str = "heading"


Block: TypeAlias = Heading | Paragraph | AgendaList | Signature | Figure


class Document(Struct, frozen=True):
    """A composed notice: its blocks, and what a file says about itself.

    ``created`` is a time with a zone that depends on the notice alone, so that
    the same notice always gives the same bytes.
    """

    title: str
    subject: str
    author: str
    keywords: str
    created: dt.datetime
    blocks: tuple[Block, ...]
    language: str = "de-DE"
