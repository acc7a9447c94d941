r"""The blocks of a composed notice, in reading order.

Every text is final: numbers are computed, non-breaking spaces (U+00A0) are in
place, ``"\n"`` parts lines that the author parted. Each exporter sets exactly
these characters. ``source`` names the field that a block was made from, so that
a click on the page finds it: ``heading``, ``opening``, ``part:ID``, ``item:ID``,
``remark:N``, ``signature``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Role(StrEnum):
    """What a paragraph is for, which decides how a house sets it."""

    SUBTITLE = "subtitle"
    OPENING = "opening"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the notice, level 2 that of a part."""

    text: str
    level: int
    source: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: str
    role: Role
    source: str


@dataclass(frozen=True, slots=True)
class ListItem:
    """An agenda item with its printed label; the label may be empty."""

    label: str
    text: str
    source: str
    children: tuple[ListItem, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaList:
    """The items of one part."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines of the signature block, never torn; ``""`` is room to sign."""

    lines: tuple[str, ...]
    source: str = "signature"


@dataclass(frozen=True, slots=True)
class Figure:
    """A crest or logo: the bytes of a PNG file, its width in mm, its text for those who cannot see it."""

    image: bytes
    width: float
    alternative: str
    source: str = "heading"


Block: TypeAlias = Heading | Paragraph | AgendaList | Signature | Figure


@dataclass(frozen=True, slots=True)
class Document:
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
