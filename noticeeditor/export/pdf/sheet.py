"""The sheet: the size of page and measure, and the type that is set on it. Lengths in pt."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import force_setattr

from noticeeditor.export.pdf.fonts import Face, face
from noticeeditor.layout.style import Alignment, HouseStyle, Spacing

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
LARGEST = 14_400.0
"""The largest side of a page (ISO 19005-2, 6.1.13)."""

_OVERHANG = 0.1  # em; f and j reach that far beyond their width, and a column is cut at its edge
_CAPITALS_TRACKING = 0.035  # em; a line of capitals reads better a little spaced


class Type(Struct, frozen=True):
    """A face at a size and leading, how its lines stand, and the space between its letters.

    ``begin`` and ``end`` are the operators around a text of it: they select font, leading, spacing and
    colour, and undo the last two. ``first_baseline`` is the distance of the base line from the top of its
    line: capitals stand in the middle.
    """

    face: Face
    key: bytes
    size: float
    leading: float
    alignment: Alignment = Alignment.LEFT
    tracking: float = 0.0
    colour: bytes = b""
    begin: bytes = b""
    end: bytes = b""
    first_baseline: float = 0.0

    def __post_init__(self) -> None:
        # computed once, as they are asked for with every passage
        colour = self.colour + b" " if self.colour else b""
        tracking = b" %.3f Tc" % self.tracking if self.tracking else b""
        begin = b"%sBT /%s %.4g Tf %.4g TL%s" % (colour, self.key, self.size, self.leading, tracking)
        force_setattr(self, "begin", begin)
        force_setattr(
            self, "end", (b"0 Tc ET" if self.tracking else b"ET") + (b" 0 g 0 G" if self.colour else b"")
        )
        force_setattr(self, "first_baseline", (self.leading + self.face.cap_height / 1000 * self.size) / 2)


class Sheet(Struct, frozen=True):
    """The page without bleed; ``endless`` grows with its text, as a gazette column does."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    endless: bool
    spacing: Spacing
    title: Type
    subtitle: Type
    part: Type
    body: Type
    label: Type
    footer: Type

    @property
    def measure(self) -> float:
        """Return the width of a line; margins that leave none leave a point."""
        return max(1.0, self.width - self.left - self.right)

    @property
    def depth(self) -> float:
        """Return the height that can be filled with lines."""
        return self.height - self.top - self.bottom


@lru_cache(maxsize=16)
def sheet_of(style: HouseStyle, *, column: bool, colour: bool) -> Sheet:
    """Return the sheet of a house, A4 or its gazette column, in colour where that is allowed."""
    sizes = style.column.sizes if column else style.sizes
    overhang = _OVERHANG * sizes.body
    margins = (0.0, overhang, 0.0, overhang) if column else _margins(style)
    width, height = (style.column.width * MM, LARGEST) if column else A4
    house_colour = _fill(style.colour) if colour and style.colour else b""
    regular, bold = face("regular"), face("bold")
    return Sheet(
        width,
        height,
        *margins,
        endless=column,
        spacing=style.column.spacing if column else style.spacing,
        title=Type(
            bold, b"B", sizes.title, sizes.title * 1.25, style.title_alignment,
            _CAPITALS_TRACKING * sizes.title, house_colour,
        ),
        subtitle=Type(bold, b"B", sizes.subtitle, sizes.subtitle * 1.3, style.title_alignment),
        part=Type(bold, b"B", sizes.part, sizes.part * 1.35),
        body=Type(regular, b"R", sizes.body, sizes.leading, style.alignment),
        label=Type(regular, b"R", sizes.body, sizes.leading),
        footer=Type(regular, b"R", sizes.footer, sizes.footer * 1.2, Alignment.CENTRE),
    )  # fmt: skip


def _margins(style: HouseStyle) -> tuple[float, float, float, float]:
    margins = style.margins
    return margins.top * MM, margins.right * MM, margins.bottom * MM, margins.left * MM


def _fill(colour: str) -> bytes:
    """Return the operator that fills and strokes with a colour such as ``#7a1f1f``."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    numbers = b"%.3f %.3f %.3f" % tuple(parts)
    return numbers + b" rg " + numbers + b" RG"
