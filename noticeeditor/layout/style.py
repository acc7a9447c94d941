"""The house style: how an authority wants its notices set. Lengths in mm, type in pt."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field


class Alignment(StrEnum):
    """How lines stand between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    JUSTIFY = "justify"


class Crest(Struct, frozen=True):
    """A crest or logo above the title: a PNG file, its width in mm, its alternative text."""

    file: str
    alternative: str
    width: float = 18.0
    image: bytes = b""


class Margins(Struct, frozen=True):
    """The margins of a page in mm."""

    top: float = 30.0
    right: float = 22.0
    bottom: float = 25.0
    left: float = 27.0


class TypeSizes(Struct, frozen=True):
    """Sizes in pt, ``leading`` being the distance of the base lines of running text."""

    body: float = 11.0
    leading: float = 15.5
    title: float = 17.0
    subtitle: float = 12.5
    part: float = 11.5
    footer: float = 9.0


class Spacing(Struct, frozen=True):
    """Distances in pt between the blocks, and in mm for the room to sign."""

    after_title: float = 15.0
    paragraph: float = 9.0
    before_part: float = 12.0
    after_part: float = 5.0
    item: float = 4.5
    before_signature: float = 30.0
    room_to_sign: float = 16.0


class Column(Struct, frozen=True):
    """The geometry of a gazette column: width in mm, own sizes and spacing, no margins."""

    width: float = 90.0
    sizes: TypeSizes = field(
        default_factory=lambda: TypeSizes(
            body=9.0, leading=11.5, title=12.5, subtitle=10.0, part=9.5, footer=7.0
        )
    )
    spacing: Spacing = field(
        default_factory=lambda: Spacing(
            after_title=8.0,
            paragraph=5.0,
            before_part=7.0,
            after_part=3.0,
            item=2.5,
            before_signature=12.0,
            room_to_sign=0.0,
        )
    )


class HouseStyle(Struct, frozen=True):
    """Everything about the look of the page that differs between authorities.

    ``colour`` of title and rule is a hexadecimal RGB value such as ``#7a1f1f``
    and is used only where the output intent allows colour; elsewhere it is black.
    ``page_number`` is printed only when there is more than one page.
    """

    margins: Margins = field(default_factory=Margins)
    sizes: TypeSizes = field(default_factory=TypeSizes)
    spacing: Spacing = field(default_factory=Spacing)
    column: Column = field(default_factory=Column)
    alignment: Alignment = Alignment.LEFT
    title_alignment: Alignment = Alignment.CENTRE
    title_rule: bool = True
    hyphenation: bool = False
    colour: str = ""
    crest: Crest | None = None
    page_number: str = "Seite {page} von {pages}"
